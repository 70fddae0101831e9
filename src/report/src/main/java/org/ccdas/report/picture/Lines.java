package org.ccdas.report.picture;

import java.util.Arrays;
import java.util.List;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** Curves over numbers. */
public final class Lines {
  private static final int HEIGHT = 320;

  private Lines() {}

  /**
   * Draws curves; a NaN is passed over.
   *
   * @param x abscissae, rising
   * @param xLabel quantity and unit
   * @param yLabel quantity and unit
   */
  public static Picture draw(
      String name, String alt, double[] x, String xLabel, String yLabel, List<Curve> curves) {
    double[] values =
        curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.values())).toArray();
    Extent across = Extent.around(0.03, x).orElse(new Extent(0, 1));
    Extent up = Extent.around(0.06, values).orElse(new Extent(-1, 1));
    XYPlot plot =
        CurvePlot.of(
            x, curves, null, Style.numbers(xLabel, across), Style.numbers(yLabel, up), true);
    JFreeChart chart = Style.chart(plot, true);
    return Picture.of(name, alt, chart, Style.WIDTH, HEIGHT);
  }
}
