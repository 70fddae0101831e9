package org.ccdas.pipelines.ingest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.observe.satellite.SoilMoistureGrid;

/**
 * The grid of an ingest, as the user names it: degrees of latitude and longitude, or a table of
 * cells.
 *
 * @param text {@code 2x2}, {@code 0.5x0.5}, or the path of a table of cells
 */
public record GridChoice(String text) {
  private static final Pattern DEGREES =
      Pattern.compile("(\\d+(?:\\.\\d+)?)x(\\d+(?:\\.\\d+)?)", Pattern.CASE_INSENSITIVE);

  /** Most boxes of a grid; finer ones than the satellite's pixels make no sense. */
  private static final long MOST_BOXES = 4_000_000;

  /**
   * The grid.
   *
   * @throws InputException when the degrees do not divide the Earth, or the table is bad
   */
  public SoilMoistureGrid grid() {
    Matcher degrees = DEGREES.matcher(text);
    try {
      return degrees.matches()
          ? global(Double.parseDouble(degrees.group(1)), Double.parseDouble(degrees.group(2)))
          : ofCells();
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "grid " + text,
          "",
          e.getMessage(),
          "Give degrees of latitude and longitude such as 2x2, or a table of cells",
          e);
    }
  }

  private static SoilMoistureGrid global(double height, double width) {
    if (!(height > 0 && width > 0 && 180 / height * (360 / width) <= MOST_BOXES)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "boxes of %s x %s degrees cannot be used", height, width));
    }
    return SoilMoistureGrid.global(height, width);
  }

  private SoilMoistureGrid ofCells() {
    return SoilMoistureGrid.of(CellTable.read(Location.of(text)).cells());
  }
}
