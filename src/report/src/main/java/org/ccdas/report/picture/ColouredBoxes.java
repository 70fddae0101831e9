package org.ccdas.report.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Boxes filled with colours, in the coordinates of the axes; neighbours meet without a seam. */
final class ColouredBoxes extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;

  /**
   * A box.
   *
   * @param west left end
   * @param south lower end
   * @param east right end
   * @param north upper end
   * @param colour of the whole box
   */
  record Box(double west, double south, double east, double north, Color colour) {}

  private final transient List<Box> boxes;

  ColouredBoxes(List<Box> boxes) {
    this.boxes = List.copyOf(boxes);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domain,
      ValueAxis range,
      int renderer,
      PlotRenderingInfo info) {
    Object before = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    for (Box box : boxes) {
      double west = snap(domain.valueToJava2D(box.west, area, RectangleEdge.BOTTOM));
      double east = snap(domain.valueToJava2D(box.east, area, RectangleEdge.BOTTOM));
      double north = snap(range.valueToJava2D(box.north, area, RectangleEdge.LEFT));
      double south = snap(range.valueToJava2D(box.south, area, RectangleEdge.LEFT));
      graphics.setPaint(box.colour);
      // on an inverted axis north is below south
      graphics.fill(
          new Rectangle2D.Double(
              west, Math.min(north, south), east - west, Math.abs(south - north)));
    }
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
  }

  /** The nearest edge of a pixel of the picture. */
  private static double snap(double place) {
    return Math.rint(place * Picture.DENSITY) / Picture.DENSITY;
  }
}
