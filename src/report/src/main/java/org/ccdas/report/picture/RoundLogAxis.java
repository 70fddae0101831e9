package org.ccdas.report.picture;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.ccdas.report.scale.LogSteps;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis whose ticks are round numbers, also when it covers less than a decade. */
final class RoundLogAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  RoundLogAxis(String label) {
    super(label);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    return LogSteps.within(getRange().getLowerBound(), getRange().getUpperBound()).stream()
        .map(value -> new NumberTick(value, text(value), anchor, TextAnchor.CENTER, 0))
        .toList();
  }

  static String text(double value) {
    boolean plain = value >= 1e-3 && value < 1e6;
    return new DecimalFormat(
            plain ? "0.######" : "0.##E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }
}
