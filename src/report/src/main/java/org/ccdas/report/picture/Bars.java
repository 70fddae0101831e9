package org.ccdas.report.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Horizontal bars from zero, a row each, with uncertainties where there are any. */
public final class Bars {
  private static final int FRAME = 105;
  private static final int ROW = 26;

  /**
   * Bars of one kind.
   *
   * @param label in the legend
   * @param colour of the bars
   * @param values by row, NaN for none
   * @param sigma half length of the error bars by row, NaN for none
   */
  public record Kind(String label, Color colour, double[] values, double[] sigma) {
    /** Before assimilation. */
    public static Kind prior(double[] values, double[] sigma) {
      return new Kind("prior", Style.PRIOR, values, sigma);
    }

    /** After assimilation. */
    public static Kind posterior(double[] values, double[] sigma) {
      return new Kind("posterior", Style.POSTERIOR, values, sigma);
    }

    /** Another one, in one of the further colours. */
    public static Kind other(String label, double[] values, double[] sigma, int number) {
      return new Kind(label, Style.OTHERS[number % Style.OTHERS.length], values, sigma);
    }
  }

  private Bars() {}

  /** No uncertainties, for this many rows. */
  public static double[] none(int rows) {
    return IntStream.range(0, rows).mapToDouble(r -> Double.NaN).toArray();
  }

  /**
   * Draws bars, the first row at the top, the kinds of a row one below the other.
   *
   * @param rows names
   * @param label quantity and unit
   */
  public static Picture draw(
      String name, String alt, List<String> rows, List<Kind> kinds, String label) {
    List<ColouredBoxes.Box> boxes = new ArrayList<>();
    XYIntervalSeries errors = new XYIntervalSeries("sigma", false, true);
    double thickness = 0.8 / kinds.size();
    for (int r = 0; r < rows.size(); r++) {
      for (int k = 0; k < kinds.size(); k++) {
        double value = kinds.get(k).values()[r];
        double sigma = kinds.get(k).sigma()[r];
        double middle = r - 0.4 + (k + 0.5) * thickness;
        if (Double.isFinite(value)) {
          boxes.add(
              new ColouredBoxes.Box(
                  Math.min(0, value),
                  middle - 0.45 * thickness,
                  Math.max(0, value),
                  middle + 0.45 * thickness,
                  kinds.get(k).colour()));
          if (sigma > 0) {
            errors.add(value, value - sigma, value + sigma, middle, middle, middle);
          }
        }
      }
    }
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(5);
    renderer.setErrorPaint(Style.INK);
    renderer.setErrorStroke(Style.LINE);
    renderer.setSeriesShapesVisible(0, false);
    renderer.addAnnotation(new ColouredBoxes(boxes), Layer.BACKGROUND);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(errors);
    SymbolAxis names = Style.names(null, rows.toArray(new String[0]));
    names.setInverted(true);
    XYPlot plot = new XYPlot(data, Style.numbers(label, extent(kinds)), names, renderer);
    Style.restrain(plot);
    plot.setRangeGridlinesVisible(false);
    plot.addDomainMarker(new ValueMarker(0, Style.INK, Style.THIN));
    plot.setFixedLegendItems(
        Legend.of(kinds.stream().map(kind -> Legend.box(kind.label(), kind.colour()))));
    JFreeChart chart = Style.chart(plot, kinds.size() > 1);
    int row = Math.max(18, ROW * kinds.size() / 2);
    return Picture.of(name, alt, chart, Style.WIDTH, FRAME + row * rows.size());
  }

  /** From the lowest to the highest end of bars and uncertainties, zero included. */
  static Extent extent(List<Kind> kinds) {
    double[] ends =
        kinds.stream()
            .flatMapToDouble(
                kind ->
                    IntStream.range(0, kind.values().length)
                        .mapToObj(r -> ends(kind, r))
                        .flatMapToDouble(e -> e))
            .toArray();
    double[] withZero = DoubleStream.concat(DoubleStream.of(ends), DoubleStream.of(0)).toArray();
    return Extent.around(0.04, withZero).orElse(new Extent(0, 1));
  }

  private static DoubleStream ends(Kind kind, int row) {
    double value = kind.values()[row];
    double sigma = kind.sigma()[row] > 0 ? kind.sigma()[row] : 0;
    return DoubleStream.of(value - sigma, value + sigma);
  }
}
