package org.ccdas.report.picture;

import java.awt.font.FontRenderContext;
import org.ccdas.inputs.InputException;

/** Whether this machine can draw text. */
public final class Fonts {
  private Fonts() {}

  /**
   * Draws a letter, since Java reports missing fonts only then, in several ways.
   *
   * @throws InputException when there is no font, with what to install
   */
  public static void require() {
    try {
      Style.TEXT.createGlyphVector(new FontRenderContext(null, true, true), "x").getVisualBounds();
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new InputException(
          "report.html",
          "pictures",
          "nothing can be drawn, because Java finds no fonts on this machine (" + e + ")",
          "Install some, on Debian and Ubuntu with apt-get install fontconfig fonts-dejavu-core,"
              + " then run ccdas report with the folder of the run, whose other results are"
              + " complete",
          e);
    }
  }
}
