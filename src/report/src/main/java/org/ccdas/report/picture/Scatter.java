package org.ccdas.report.picture;

import java.awt.Color;
import java.util.stream.IntStream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** One number against another, with the median of the second in classes of the first. */
public final class Scatter {
  private static final int HEIGHT = 340;
  private static final int CLASSES = 8;
  private static final int FEWEST = 3;

  private Scatter() {}

  /**
   * Draws points; a pair with a NaN is passed over.
   *
   * @param xLabel quantity and unit
   * @param yLabel quantity and unit; a line marks zero
   */
  public static Picture draw(
      String name, String alt, double[] x, String xLabel, double[] y, String yLabel) {
    XYSeries points = new XYSeries("single values", false, true);
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
        points.add(x[i], y[i]);
      }
    }
    Extent across = Extent.around(0.04, x).orElse(new Extent(-1, 1));
    Extent up = Extent.around(0.06, y).orElse(new Extent(-1, 1)).with(0);
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(points);
    data.addSeries(medians(x, y, across));
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, Style.disc(5));
    renderer.setSeriesPaint(0, new Color(0x56b4e9));
    renderer.setSeriesLinesVisible(1, true);
    renderer.setSeriesShape(1, Style.disc(8));
    renderer.setSeriesPaint(1, Style.INK);
    renderer.setSeriesStroke(1, Style.LINE);
    XYPlot plot =
        new XYPlot(data, Style.numbers(xLabel, across), Style.numbers(yLabel, up), renderer);
    Style.restrain(plot);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.addRangeMarker(new ValueMarker(0, Style.SOFT, Style.LINE));
    JFreeChart chart = Style.chart(plot, true);
    return Picture.of(name, alt, chart, Style.WIDTH, HEIGHT);
  }

  /** The median of y in equal classes of x that have at least three points. */
  static XYSeries medians(double[] x, double[] y, Extent extent) {
    XYSeries medians = new XYSeries("median in classes of the abscissa", false, true);
    double width = (extent.high() - extent.low()) / CLASSES;
    for (int k = 0; k < CLASSES; k++) {
      double low = extent.low() + k * width;
      double[] inside =
          IntStream.range(0, x.length)
              .filter(i -> x[i] >= low && x[i] < low + width && Double.isFinite(y[i]))
              .mapToDouble(i -> y[i])
              .sorted()
              .toArray();
      if (inside.length >= FEWEST) {
        double median = (inside[(inside.length - 1) / 2] + inside[inside.length / 2]) / 2;
        medians.add(low + width / 2, median);
      }
    }
    return medians;
  }

  /** Number of pairs of finite numbers. */
  public static int pairs(double[] x, double[] y) {
    return (int)
        IntStream.range(0, Math.min(x.length, y.length))
            .filter(i -> Double.isFinite(x[i] + y[i]))
            .count();
  }
}
