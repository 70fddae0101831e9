package org.ccdas.autodiff.emit;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The source of the class that lists all kernels of a package. */
public final class KernelRegistrySource {
  /** Simple name of the class. */
  public static final String NAME = "KernelRegistry";

  private static final String TEXT =
      """
      // Generated. Changes here are lost.
      package %s;

      import java.util.List;

      /** The kernels of this package. */
      public final class KernelRegistry {
        /** All kernels, by name. */
        public static final List<LaneKernel> ALL = List.of(%s);

        private KernelRegistry() {}
      }
      """;

  private KernelRegistrySource() {}

  /**
   * The class in a package.
   *
   * @param kernels simple names of the kernels, in any order
   */
  public static String text(String targetPackage, Collection<String> kernels) {
    String instances =
        kernels.stream()
            .sorted()
            .map(kernel -> "\n          " + kernel + ".INSTANCE")
            .collect(Collectors.joining(","));
    return String.format(Locale.ROOT, TEXT, targetPackage, instances);
  }
}
