package org.ccdas.report.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.Stream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** What stands below a picture: a sign and a text for each kind of thing in it. */
final class Legend {
  private static final Line2D STROKE = new Line2D.Double(-14, 0, 14, 0);

  private Legend() {}

  static LegendItemCollection of(Stream<LegendItem> items) {
    LegendItemCollection legend = new LegendItemCollection();
    items.forEach(legend::add);
    return legend;
  }

  /** A mark, or its outline only, and behind it a line, or no room for one. */
  static LegendItem mark(String text, Shape mark, boolean filled, Color colour, boolean line) {
    return new LegendItem(
        text,
        null,
        null,
        null,
        true,
        mark,
        filled,
        colour,
        true,
        colour,
        Style.LINE,
        line,
        line ? STROKE : Style.disc(1),
        Style.LINE,
        colour);
  }

  /** A filled box. */
  static LegendItem box(String text, Color colour) {
    return new LegendItem(text, null, null, null, new Rectangle2D.Double(-6, -5, 12, 10), colour);
  }

  /** A line. */
  static LegendItem line(String text, Stroke stroke, Color colour) {
    return new LegendItem(text, null, null, null, STROKE, stroke, colour);
  }
}
