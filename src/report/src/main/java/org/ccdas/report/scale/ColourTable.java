package org.ccdas.report.scale;

import java.awt.Color;
import java.util.List;
import org.ccdas.inputs.file.CsvTable;

/**
 * Colours along a scale from 0 to 1, from published tables in which colour-blind readers see the
 * order too; between two colours of a table it is interpolated. The files name their sources.
 */
public final class ColourTable {
  /** From dark blue over green to yellow, lightness rising evenly: for amounts. */
  public static final ColourTable VIRIDIS = read("viridis.csv");

  /** From blue over white to red: for differences, white being none. */
  public static final ColourTable BLUE_WHITE_RED = read("blue-white-red.csv");

  private final List<Color> colours;

  private ColourTable(List<Color> colours) {
    this.colours = colours;
  }

  private static ColourTable read(String name) {
    return new ColourTable(
        CsvTable.resource(ColourTable.class, name, "red", "green", "blue").rows().stream()
            .map(row -> new Color(row.integer("red"), row.integer("green"), row.integer("blue")))
            .toList());
  }

  /**
   * The colour at a place of the scale.
   *
   * @param fraction 0 to 1; what lies outside gets the colour of the nearer end
   */
  public Color at(double fraction) {
    double place = Math.min(1, Math.max(0, fraction)) * (colours.size() - 1);
    int before = Math.min((int) place, colours.size() - 2);
    double share = place - before;
    Color a = colours.get(before);
    Color b = colours.get(before + 1);
    return new Color(
        mix(a.getRed(), b.getRed(), share),
        mix(a.getGreen(), b.getGreen(), share),
        mix(a.getBlue(), b.getBlue(), share));
  }

  private static int mix(int a, int b, double share) {
    return (int) Math.round(a + share * (b - a));
  }
}
