package org.ccdas.autodiff.emit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The classes that kernels call: their own sources, moved to the package of the kernels. */
public final class RuntimeSource {
  private static final String PACKAGE = "org.ccdas.autodiff.lane";
  private static final String FUNCTIONS = "LaneMath";
  private static final String COPY = "LaneCopy";
  private static final int[] WIDTHS = {1, 4};

  private RuntimeSource() {}

  /** The class of the functions of so many slots side by side. */
  static String functions(int width) {
    return width == 1 ? FUNCTIONS : FUNCTIONS + width;
  }

  /** Source by simple class name, for a package and a number of lanes. */
  public static Map<String, String> texts(String targetPackage, int lanes) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    texts.put(COPY, text(COPY, COPY, targetPackage, lanes));
    for (int width : WIDTHS) {
      String name = functions(width);
      texts.put(name, text(FUNCTIONS, name, targetPackage, width * lanes));
    }
    return texts;
  }

  private static String text(String original, String name, String targetPackage, int lanes)
      throws IOException {
    String resource = "/" + PACKAGE.replace('.', '/') + "/" + original + ".java";
    try (InputStream stream = RuntimeSource.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the source " + resource + " is not with its class");
      }
      return "// Generated. Changes here are lost.\n"
          + new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .replace("package " + PACKAGE + ";", "package " + targetPackage + ";")
              .replace("class " + original + " ", "class " + name + " ")
              .replace("private " + original + "()", "private " + name + "()")
              .replace("int LANES = 64;", "int LANES = " + lanes + ";");
    }
  }
}
