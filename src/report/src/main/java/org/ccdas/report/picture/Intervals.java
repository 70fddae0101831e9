package org.ccdas.report.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Estimates with their uncertainties, a row each, before and after assimilation. */
public final class Intervals {
  private static final int FRAME = 105;
  private static final int ROW = 22;
  private static final double SHIFT = 0.17;

  /**
   * An estimate.
   *
   * @param value the middle
   * @param low lower end, or NaN when there is no uncertainty
   * @param high upper end, or NaN
   */
  public record Estimate(double value, double low, double high) {
    /** An estimate with a symmetric uncertainty; NaN for none. */
    public static Estimate of(double value, double sigma) {
      return new Estimate(value, value - sigma, value + sigma);
    }

    private DoubleStream numbers() {
      return DoubleStream.of(value, low, high);
    }
  }

  /**
   * A row.
   *
   * @param name at the left
   * @param prior before assimilation
   * @param posterior after assimilation
   */
  public record Row(String name, Estimate prior, Estimate posterior) {}

  private Intervals() {}

  /**
   * Draws rows, the first at the top.
   *
   * @param label quantity and unit
   */
  public static Picture draw(String name, String alt, List<Row> rows, String label) {
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series("prior", rows, true));
    data.addSeries(series("posterior", rows, false));
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(5);
    Color[] colours = {Style.PRIOR, Style.POSTERIOR};
    for (int s = 0; s < colours.length; s++) {
      renderer.setSeriesPaint(s, colours[s]);
      renderer.setSeriesShape(s, Style.disc(7));
      renderer.setSeriesShapesFilled(s, s == 1);
    }
    renderer.setErrorStroke(Style.LINE);
    SymbolAxis names = Style.names(null, rows.stream().map(Row::name).toArray(String[]::new));
    names.setInverted(true);
    XYPlot plot = new XYPlot(data, Style.numbers(label, extent(rows)), names, renderer);
    Style.restrain(plot);
    plot.addDomainMarker(new ValueMarker(0, Style.SOFT, Style.THIN));
    plot.setFixedLegendItems(
        Legend.of(
            Stream.of(
                Legend.mark("prior", Style.disc(7), false, Style.PRIOR, true),
                Legend.mark("posterior", Style.disc(7), true, Style.POSTERIOR, true))));
    JFreeChart chart = Style.chart(plot, true);
    return Picture.of(name, alt, chart, Style.WIDTH, FRAME + ROW * rows.size());
  }

  /** The range of all estimates with their uncertainties, and 0. */
  static Extent extent(List<Row> rows) {
    double[] numbers =
        rows.stream()
            .flatMapToDouble(
                row -> DoubleStream.concat(row.prior().numbers(), row.posterior().numbers()))
            .toArray();
    return Extent.around(0.04, numbers).orElse(new Extent(-1, 1)).with(0);
  }

  private static XYIntervalSeries series(String label, List<Row> rows, boolean prior) {
    XYIntervalSeries series = new XYIntervalSeries(label, false, true);
    List<Estimate> estimates = new ArrayList<>();
    rows.forEach(row -> estimates.add(prior ? row.prior() : row.posterior()));
    for (int r = 0; r < estimates.size(); r++) {
      Estimate estimate = estimates.get(r);
      double y = r + (prior ? -SHIFT : SHIFT);
      double low = Double.isNaN(estimate.low()) ? estimate.value() : estimate.low();
      double high = Double.isNaN(estimate.high()) ? estimate.value() : estimate.high();
      series.add(estimate.value(), low, high, y, y, y);
    }
    return series;
  }
}
