package org.ccdas.report.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * The same quantities of several runs: a row each, in it a mark for every run, one below the other,
 * with uncertainties where there are any. Every other row is tinted, so that marks are seen to
 * belong together.
 */
public final class Dots {
  private static final int FRAME = 105;
  private static final int MARK = 11;
  private static final int LEAST_ROW = 22;
  private static final double SHARE = 0.76;
  private static final Color TINT = new Color(0xf3f6f9);

  /**
   * The marks of a run.
   *
   * @param label in the legend
   * @param number of the run, by which colour and shape are chosen; negative for the prior
   * @param line on which the marks are within a row, from 0; kinds may share one
   * @param values by row, NaN for none
   * @param sigma half length of the error bars by row, NaN for none
   * @param open whether the marks are empty
   */
  public record Kind(
      String label, int number, int line, double[] values, double[] sigma, boolean open) {}

  private Dots() {}

  /**
   * Draws rows, the first at the top.
   *
   * @param rows names
   * @param label quantity and unit
   */
  public static Picture draw(
      String name, String alt, List<String> rows, List<Kind> kinds, String label) {
    int lines = 1 + kinds.stream().mapToInt(Kind::line).max().orElse(0);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(4);
    renderer.setErrorStroke(Style.LINE);
    for (int k = 0; k < kinds.size(); k++) {
      Kind kind = kinds.get(k);
      XYIntervalSeries series = new XYIntervalSeries(k, false, true);
      for (int r = 0; r < rows.size(); r++) {
        double value = kind.values()[r];
        // without a length no bar is drawn, and no caps
        double half = kind.sigma()[r] > 0 ? kind.sigma()[r] : Double.NaN;
        double y = r + SHARE * ((kind.line() + 0.5) / lines - 0.5);
        if (Double.isFinite(value)) {
          series.add(value, value - half, value + half, y, y, y);
        }
      }
      data.addSeries(series);
      renderer.setSeriesPaint(k, Style.run(kind.number()));
      renderer.setSeriesShape(k, shape(kind.number()));
      renderer.setSeriesShapesFilled(k, !kind.open());
    }
    SymbolAxis names = Style.names(null, rows.toArray(new String[0]));
    names.setInverted(true);
    XYPlot plot = new XYPlot(data, Style.numbers(label, extent(kinds)), names, renderer);
    Style.restrain(plot);
    plot.setRangeGridlinesVisible(false);
    for (int r = 1; r < rows.size(); r += 2) {
      plot.addRangeMarker(new IntervalMarker(r - 0.5, r + 0.5, TINT), Layer.BACKGROUND);
    }
    plot.addDomainMarker(new ValueMarker(0, Style.SOFT, Style.THIN));
    plot.setFixedLegendItems(
        Legend.of(
            kinds.stream()
                .map(
                    kind ->
                        Legend.mark(
                            kind.label(),
                            shape(kind.number()),
                            !kind.open(),
                            Style.run(kind.number()),
                            false))));
    JFreeChart chart = Style.chart(plot, true);
    return Picture.of(
        name, alt, chart, Style.WIDTH, FRAME + Math.max(LEAST_ROW, MARK * lines + 4) * rows.size());
  }

  /** Discs, squares, triangles; a shape for each round through the colours. */
  private static Shape shape(int number) {
    return switch (Math.floorDiv(Math.max(0, number), Style.RUNS) % 3) {
      case 0 -> Style.disc(7);
      case 1 -> new Rectangle2D.Double(-3.2, -3.2, 6.4, 6.4);
      default -> {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(-4, 3.5);
        triangle.lineTo(4, 3.5);
        triangle.lineTo(0, -3.5);
        triangle.closePath();
        yield triangle;
      }
    };
  }

  /** The range of all marks with their uncertainties, and 0. */
  static Extent extent(List<Kind> kinds) {
    double[] ends =
        kinds.stream()
            .flatMapToDouble(
                kind ->
                    IntStream.range(0, kind.values().length)
                        .mapToObj(r -> ends(kind.values()[r], kind.sigma()[r]))
                        .flatMapToDouble(e -> e))
            .toArray();
    return Extent.around(0.04, ends).orElse(new Extent(0, 1)).with(0);
  }

  private static DoubleStream ends(double value, double sigma) {
    double half = sigma > 0 ? sigma : 0;
    return DoubleStream.of(value - half, value + half);
  }
}
