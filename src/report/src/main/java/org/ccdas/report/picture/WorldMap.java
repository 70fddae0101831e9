package org.ccdas.report.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.report.coast.Coastlines;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Values of cells on a map with coastlines, longitude and latitude drawn alike. */
public final class WorldMap {
  private static final Color LAND = new Color(0xe9ecef);
  private static final Color COAST = new Color(0x3c444c);
  private static final int FRAME = 70;
  private static final int BAR = 62;
  private static final double GAP = 3;
  private static final double CROWDED = 14;

  /**
   * A place with a name.
   *
   * @param name short
   * @param lat degrees north
   * @param lon degrees east, any turn
   * @param filled whether its mark is filled
   */
  public record Place(String name, double lat, double lon, boolean filled) {}

  private final List<LatLonBox> cells;
  private final List<Place> places;
  private final boolean whole;

  private WorldMap(List<LatLonBox> cells, List<Place> places, boolean whole) {
    this.cells = List.copyOf(cells);
    this.places = List.copyOf(places);
    this.whole = whole;
  }

  /** A map of these cells, which shows all the land but the Antarctic. */
  public static WorldMap of(List<LatLonBox> cells) {
    return new WorldMap(cells, List.of(), false);
  }

  /** The same with marked places; then the map reaches from pole to pole. */
  public WorldMap with(List<Place> marked) {
    return new WorldMap(cells, marked, true);
  }

  /**
   * Draws the values.
   *
   * @param values by cell, NaN for none
   * @param label quantity and unit
   */
  public Picture draw(String name, String alt, double[] values, ColourScale scale, String label) {
    List<ColouredBoxes.Box> boxes = new ArrayList<>();
    for (int c = 0; c < cells.size(); c++) {
      if (Double.isFinite(values[c])) {
        add(boxes, cells.get(c), scale.of(values[c]));
      }
    }
    return draw(name, alt, boxes, scale, label);
  }

  /** Draws the places only. */
  public Picture drawPlaces(String name, String alt) {
    List<ColouredBoxes.Box> boxes = new ArrayList<>();
    cells.forEach(cell -> add(boxes, cell, new Color(0xcfe3d6)));
    return draw(name, alt, boxes, null, null);
  }

  private Picture draw(
      String name, String alt, List<ColouredBoxes.Box> boxes, ColourScale scale, String label) {
    Extent lats = whole ? new Extent(-94, 90) : new Extent(-60, 85);
    NumberAxis lon = Style.numbers("longitude, degrees east", new Extent(-180, 180), 60);
    NumberAxis lat = Style.numbers("latitude, degrees north", lats, 30);
    XYPlot plot = new XYPlot(marks(), lon, lat, new XYLineAndShapeRenderer(false, true));
    Style.restrain(plot);
    XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
    decorate(renderer);
    List<double[][]> land = Coastlines.land();
    renderer.addAnnotation(new Outlines(land, LAND, null), Layer.BACKGROUND);
    renderer.addAnnotation(new ColouredBoxes(boxes), Layer.BACKGROUND);
    renderer.addAnnotation(new Outlines(land, null, COAST), Layer.BACKGROUND);
    for (int p = 0; p < places.size(); p++) {
      plot.addAnnotation(label(p));
    }
    JFreeChart chart = Style.chart(plot, false);
    double scaled = (Style.WIDTH - FRAME - 20) * (lats.high() - lats.low()) / 360;
    int height = (int) Math.round(scaled) + 60;
    if (scale != null) {
      chart.addSubtitle(ColourBar.below(scale, label));
      height += BAR;
    }
    return Picture.of(name, alt, chart, Style.WIDTH, height);
  }

  /** The name right of the mark, or left of it near the edge and where another one is. */
  private XYTextAnnotation label(int number) {
    Place place = places.get(number);
    double lon = turn(place.lon());
    boolean taken =
        places.subList(0, number).stream()
            .anyMatch(
                other ->
                    Math.abs(Math.IEEEremainder(other.lon() - lon, 360)) < CROWDED
                        && Math.abs(other.lat() - place.lat()) < CROWDED / 2);
    boolean left = taken || lon > 180 - CROWDED;
    XYTextAnnotation text =
        new XYTextAnnotation(place.name(), lon + (left ? -GAP : GAP), place.lat());
    text.setFont(Style.SMALL);
    text.setPaint(Style.INK);
    text.setTextAnchor(left ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
    return text;
  }

  private XYSeriesCollection marks() {
    XYSeries filled = new XYSeries("assimilated");
    XYSeries open = new XYSeries("held out");
    for (Place place : places) {
      (place.filled() ? filled : open).add(turn(place.lon()), place.lat());
    }
    XYSeriesCollection marks = new XYSeriesCollection();
    marks.addSeries(filled);
    marks.addSeries(open);
    return marks;
  }

  private static void decorate(XYLineAndShapeRenderer renderer) {
    for (int series = 0; series < 2; series++) {
      renderer.setSeriesShape(series, Style.disc(7));
      renderer.setSeriesPaint(series, Style.PRIOR);
      renderer.setSeriesShapesFilled(series, series == 0);
    }
  }

  /** A cell across the date line becomes two boxes. */
  private static void add(List<ColouredBoxes.Box> boxes, LatLonBox cell, Color colour) {
    double west = turn(cell.west());
    double east = west + cell.east() - cell.west();
    boxes.add(new ColouredBoxes.Box(west, cell.south(), Math.min(east, 180), cell.north(), colour));
    if (east > 180) {
      boxes.add(new ColouredBoxes.Box(-180, cell.south(), east - 360, cell.north(), colour));
    }
  }

  /** The longitude in [-180, 180). */
  static double turn(double lon) {
    double turned = (lon + 180) % 360;
    return (turned < 0 ? turned + 360 : turned) - 180;
  }
}
