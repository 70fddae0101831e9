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

  /** Source by simple class name, for a package and a number of lanes. */
  public static Map<String, String> texts(String targetPackage, int lanes) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    put(texts, targetPackage, lanes, Computed.all(lanes));
    if (Computed.alsoFew(lanes)) {
      put(texts, targetPackage, lanes, Computed.few());
    }
    return texts;
  }

  private static void put(
      Map<String, String> texts, String targetPackage, int lanes, Computed computed)
      throws IOException {
    String copy =
        text(COPY, computed.copy(), targetPackage, lanes)
            .replace("int COMPUTED = 64;", "int COMPUTED = " + computed.lanes() + ";");
    texts.put(computed.copy(), copy);
    for (int width : WIDTHS) {
      String name = computed.functions(width);
      texts.put(name, text(FUNCTIONS, name, targetPackage, width * computed.lanes()));
    }
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
