package org.ccdas.bethy.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KernelRegistryTest {
  @Test
  void allKernelsStandInItByName() throws Exception {
    File folder =
        new File(KernelRegistry.class.getResource("KernelRegistry.class").toURI()).getParentFile();
    List<String> kernels =
        Stream.of(folder.list())
            .map(file -> file.replace(".class", ""))
            .filter(KernelRegistryTest::isKernel)
            .sorted()
            .toList();
    assertThat(KernelRegistry.ALL)
        .extracting(kernel -> kernel.getClass().getSimpleName())
        .isEqualTo(kernels)
        .contains("LightC4", "StartStateKernel");
  }

  private static boolean isKernel(String name) {
    try {
      Class<?> type = Class.forName(LaneKernel.class.getPackageName() + "." + name);
      return type != LaneKernel.class && LaneKernel.class.isAssignableFrom(type);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
