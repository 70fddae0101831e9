package org.ccdas.autodiff.emit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The classes that kernels call: their own sources, moved to the package of the kernels. */
public final class RuntimeSource {
  private static final String PACKAGE = "org.ccdas.autodiff.lane";
  private static final String[] CLASSES = {"LaneCopy", "LaneMath"};

  private RuntimeSource() {}

  /** Source by simple class name, for a package and a number of lanes. */
  public static Map<String, String> texts(String targetPackage, int lanes) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : CLASSES) {
      String resource = "/" + PACKAGE.replace('.', '/') + "/" + name + ".java";
      try (InputStream stream = RuntimeSource.class.getResourceAsStream(resource)) {
        if (stream == null) {
          throw new IllegalStateException("the source " + resource + " is not with its class");
        }
        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        texts.put(
            name,
            "// Generated. Changes here are lost.\n"
                + text.replace("package " + PACKAGE + ";", "package " + targetPackage + ";")
                    .replace("int LANES = 64;", "int LANES = " + lanes + ";"));
      }
    }
    return texts;
  }
}
