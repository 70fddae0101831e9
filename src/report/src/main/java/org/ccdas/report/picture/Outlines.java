package org.ccdas.report.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Lines through points, in the coordinates of the axes; filled when a colour for that is given. */
final class Outlines extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;

  private final transient List<double[][]> rings;
  private final Color fill;
  private final Color line;

  /**
   * Outlines.
   *
   * @param rings each a list of x and y
   * @param fill colour of the inside, null for none
   * @param line colour of the line, null for none
   */
  Outlines(List<double[][]> rings, Color fill, Color line) {
    this.rings = List.copyOf(rings);
    this.fill = fill;
    this.line = line;
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
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[][] ring : rings) {
      for (int i = 0; i < ring.length; i++) {
        double x = domain.valueToJava2D(ring[i][0], area, RectangleEdge.BOTTOM);
        double y = range.valueToJava2D(ring[i][1], area, RectangleEdge.LEFT);
        if (i == 0) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
    }
    if (fill != null) {
      graphics.setPaint(fill);
      graphics.fill(path);
    }
    if (line != null) {
      graphics.setPaint(line);
      graphics.setStroke(Style.THIN);
      graphics.draw(path);
    }
  }
}
