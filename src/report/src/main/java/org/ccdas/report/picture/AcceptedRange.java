package org.ccdas.report.picture;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A number of every repetition, their mean, and the range in which the mean is accepted. */
public final class AcceptedRange {
  private static final int HEIGHT = 300;
  private static final Color BAND = new Color(0xd4ede4);

  private AcceptedRange() {}

  /**
   * Draws points over whole numbers.
   *
   * @param x what counts the repetitions, rising
   * @param axis what x is
   * @param values a number each; NaN is left out of the picture, and makes the mean NaN
   * @param label quantity and unit
   * @param accepted range of the mean
   */
  public static Picture draw(
      String name,
      String alt,
      double[] x,
      String axis,
      double[] values,
      String label,
      Extent accepted) {
    XYSeries points = new XYSeries("draws", false, true);
    for (int i = 0; i < x.length; i++) {
      if (Double.isFinite(values[i])) {
        points.add(x[i], values[i]);
      }
    }
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(points);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, Style.disc(8));
    renderer.setSeriesPaint(0, Style.POSTERIOR);
    NumberAxis domain = Style.numbers(axis, new Extent(x[0] - 1, x[x.length - 1] + 1));
    domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    domain.setAutoTickUnitSelection(true);
    XYPlot plot =
        new XYPlot(data, domain, Style.numbers(label, extent(values, accepted)), renderer);
    Style.restrain(plot);
    plot.setDomainGridlinesVisible(false);
    IntervalMarker band = new IntervalMarker(accepted.low(), accepted.high(), BAND);
    band.setAlpha(1);
    plot.addRangeMarker(band, Layer.BACKGROUND);
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    if (Double.isFinite(mean)) {
      plot.addRangeMarker(new ValueMarker(mean, Style.POSTERIOR, Style.DASHED));
    }
    plot.setFixedLegendItems(
        Legend.of(
            Stream.of(
                new LegendItem("a draw", null, null, null, Style.disc(8), Style.POSTERIOR),
                Legend.line(
                    String.format(Locale.ROOT, "mean, %.2f", mean), Style.DASHED, Style.POSTERIOR),
                Legend.box("accepted range of the mean", BAND))));
    JFreeChart chart = Style.chart(plot, true);
    return Picture.of(name, alt, chart, Style.WIDTH, HEIGHT);
  }

  private static Extent extent(double[] values, Extent accepted) {
    double[] all =
        DoubleStream.concat(Arrays.stream(values), DoubleStream.of(accepted.low(), accepted.high()))
            .toArray();
    return Extent.around(0.1, all).orElseThrow();
  }
}
