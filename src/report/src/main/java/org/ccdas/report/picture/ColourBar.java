package org.ccdas.report.picture;

import java.awt.Paint;
import java.util.Locale;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The bar that says which colour is which number. */
final class ColourBar {
  private static final int SUBDIVISIONS = 256;

  private ColourBar() {}

  /**
   * A bar below a plot.
   *
   * @param label quantity and unit
   */
  static PaintScaleLegend below(ColourScale scale, String label) {
    NumberAxis axis = Style.numbers(label, new Extent(scale.lower(), scale.upper()));
    PaintScaleLegend bar = new PaintScaleLegend(paints(scale), axis);
    bar.setPosition(RectangleEdge.BOTTOM);
    bar.setAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    bar.setStripWidth(12);
    bar.setStripOutlinePaint(Style.SOFT);
    bar.setStripOutlineStroke(Style.THIN);
    bar.setSubdivisionCount(SUBDIVISIONS);
    bar.setBackgroundPaint(Style.PAPER);
    bar.setMargin(new RectangleInsets(4, 60, 2, 60));
    return bar;
  }

  private static PaintScale paints(ColourScale scale) {
    return new PaintScale() {
      @Override
      public double getLowerBound() {
        return scale.lower();
      }

      @Override
      public double getUpperBound() {
        return scale.upper();
      }

      @Override
      public Paint getPaint(double value) {
        return scale.of(value);
      }

      @Override
      public String toString() {
        return String.format(Locale.ROOT, "%s to %s", scale.lower(), scale.upper());
      }
    };
  }
}
