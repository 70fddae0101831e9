package org.ccdas.report.picture;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Numbers that should be near one value, in rows, with a band of what is near enough. */
public final class Marks {
  private static final int FRAME = 105;
  private static final int ROW = 20;
  private static final double SHIFT = 0.14;
  private static final Color NEAR = new Color(0xe9eef2);

  /**
   * Numbers of one kind.
   *
   * @param label in the legend
   * @param values by row, NaN for none
   * @param colour of the marks
   * @param filled whether the marks are discs, else rings
   */
  public record Kind(String label, double[] values, Color colour, boolean filled) {
    /** Of the prior: orange rings. */
    public static Kind prior(String label, double[] values) {
      return new Kind(label, values, Style.PRIOR, false);
    }

    /** Of the posterior: blue discs. */
    public static Kind posterior(String label, double[] values) {
      return new Kind(label, values, Style.POSTERIOR, true);
    }

    /** Of the posterior, another kind beside it: blue rings. */
    public static Kind open(String label, double[] values) {
      return new Kind(label, values, Style.POSTERIOR, false);
    }
  }

  /**
   * What is expected.
   *
   * @param value of every row
   * @param near half width of the band about it, above 0
   */
  public record Expected(double value, double near) {}

  private Marks() {}

  /**
   * Draws rows, the first at the top.
   *
   * @param rows names
   * @param label quantity and unit
   */
  public static Picture draw(
      String name,
      String alt,
      List<String> rows,
      List<Kind> kinds,
      Expected expected,
      String label) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    for (int k = 0; k < kinds.size(); k++) {
      Kind kind = kinds.get(k);
      data.addSeries(series(kind, (k - (kinds.size() - 1) / 2.0) * 2 * SHIFT));
      renderer.setSeriesShape(k, Style.disc(7));
      renderer.setSeriesPaint(k, kind.colour());
      renderer.setSeriesStroke(k, Style.LINE);
      renderer.setSeriesShapesFilled(k, kind.filled());
    }
    SymbolAxis names = Style.names(null, rows.toArray(new String[0]));
    names.setInverted(true);
    XYPlot plot = new XYPlot(data, Style.numbers(label, extent(kinds, expected)), names, renderer);
    Style.restrain(plot);
    IntervalMarker near =
        new IntervalMarker(
            expected.value() - expected.near(), expected.value() + expected.near(), NEAR);
    near.setAlpha(1);
    plot.addDomainMarker(near, Layer.BACKGROUND);
    plot.addDomainMarker(
        new ValueMarker(expected.value(), Style.SOFT, Style.LINE), Layer.BACKGROUND);
    plot.setFixedLegendItems(
        Legend.of(
            kinds.stream()
                .map(
                    kind ->
                        Legend.mark(
                            kind.label(), Style.disc(7), kind.filled(), kind.colour(), false))));
    JFreeChart chart = Style.chart(plot, true);
    return Picture.of(name, alt, chart, Style.WIDTH, FRAME + ROW * rows.size());
  }

  private static XYSeries series(Kind kind, double shift) {
    XYSeries series = new XYSeries(kind.label(), false, true);
    for (int row = 0; row < kind.values().length; row++) {
      if (Double.isFinite(kind.values()[row])) {
        series.add(kind.values()[row], row + shift);
      }
    }
    return series;
  }

  /** The range of all numbers and of the band. */
  static Extent extent(List<Kind> kinds, Expected expected) {
    DoubleStream numbers = kinds.stream().flatMapToDouble(kind -> Arrays.stream(kind.values()));
    DoubleStream band =
        DoubleStream.of(expected.value() - expected.near(), expected.value() + expected.near());
    return Extent.around(0.05, DoubleStream.concat(numbers, band).toArray()).orElseThrow();
  }
}
