package org.ccdas.autodiff.emit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks generated kernels before they are written. */
public final class KernelChecks {
  private KernelChecks() {}

  /**
   * Compiles kernels and measures them.
   *
   * @param targetPackage their package
   * @param texts source by simple class name
   * @param processFiles the sources that they call
   * @param classpath classes that those use
   * @param maxBytes most bytes of bytecode of a method
   * @return bytes of the largest method of each class
   * @throws IllegalStateException when a method is larger than allowed
   * @throws IOException when a source cannot be read
   */
  public static Map<String, Integer> largestMethods(
      String targetPackage,
      Map<String, String> texts,
      List<Path> processFiles,
      String classpath,
      int maxBytes)
      throws IOException {
    Map<String, String> qualified = new TreeMap<>();
    texts.forEach((name, text) -> qualified.put(targetPackage + "." + name, text));
    Map<String, byte[]> classes = GeneratedClasses.compile(qualified, processFiles, classpath);
    Map<String, Integer> largest = new TreeMap<>();
    for (String name : texts.keySet()) {
      int most = 0;
      byte[] classFile = classes.get(targetPackage + "." + name);
      for (Map.Entry<String, Integer> method : MethodSizes.of(classFile).entrySet()) {
        if (method.getValue() > maxBytes) {
          throw new IllegalStateException(
              "generated method "
                  + name
                  + "."
                  + method.getKey()
                  + " has "
                  + method.getValue()
                  + " bytes of bytecode, more than "
                  + maxBytes
                  + ", which the JVM would not compile: use a smaller --max-nodes, or split the"
                  + " kernel");
        }
        most = Math.max(most, method.getValue());
      }
      largest.put(name, most);
    }
    return largest;
  }
}
