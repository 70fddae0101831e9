package org.ccdas.report.picture;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;

/** Curves over time. Immutable. */
public final class TimeSeries {
  private static final int HEIGHT = 250;
  private static final int WITH_RESIDUALS = 360;
  private static final double MARGIN = 0.06;

  private final List<LocalDate> times;
  private final String label;
  private final double[] error;
  private final boolean zero;

  private TimeSeries(List<LocalDate> times, String label, double[] error, boolean zero) {
    this.times = List.copyOf(times);
    this.label = label;
    this.error = error;
    this.zero = zero;
  }

  /**
   * Curves at these times.
   *
   * @param times rising
   * @param label quantity and unit
   */
  public static TimeSeries at(List<LocalDate> times, String label) {
    return new TimeSeries(times, label, null, false);
  }

  /** The same with error bars of this half length at the curves that have marks only. */
  public TimeSeries withError(double[] sigma) {
    return new TimeSeries(times, label, sigma, zero);
  }

  /** The same with a line at zero. */
  public TimeSeries withZero() {
    return new TimeSeries(times, label, error, true);
  }

  private double[] instants() {
    return times.stream()
        .mapToDouble(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
        .toArray();
  }

  /** Draws curves. */
  public Picture draw(String name, String alt, List<Curve> curves) {
    XYPlot plot = plot(curves, error, label, zero);
    plot.setDomainAxis(Style.dates());
    JFreeChart chart = Style.chart(plot, true);
    return Picture.of(name, alt, chart, Style.WIDTH, HEIGHT);
  }

  /**
   * Draws curves, and below them how far each of the others is from the first.
   *
   * @param curves the first one is what was observed
   * @param unit of the differences
   */
  public Picture drawWithResiduals(String name, String alt, List<Curve> curves, String unit) {
    List<Curve> residuals = new ArrayList<>();
    for (Curve curve : curves.subList(1, curves.size())) {
      residuals.add(curve.with(difference(curve.values(), curves.get(0).values())).asMarks(4.5));
    }
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(Style.dates());
    both.setGap(8);
    both.add(plot(curves, error, label, zero), 3);
    both.add(plot(residuals, null, "residual, " + unit, true), 2);
    both.setFixedLegendItems(CurvePlot.legend(curves));
    JFreeChart chart = Style.chart(both, true);
    return Picture.of(name, alt, chart, Style.WIDTH, WITH_RESIDUALS);
  }

  private XYPlot plot(List<Curve> curves, double[] sigma, String axis, boolean withZero) {
    Extent extent = extent(curves, sigma, withZero);
    XYPlot plot = CurvePlot.of(instants(), curves, sigma, null, Style.numbers(axis, extent));
    if (withZero) {
      plot.addRangeMarker(new ValueMarker(0, Style.SOFT, Style.THIN));
    }
    return plot;
  }

  /** The range of all values, error bars included. */
  static Extent extent(List<Curve> curves, double[] sigma, boolean withZero) {
    DoubleStream all =
        curves.stream()
            .flatMapToDouble(
                curve ->
                    sigma == null || curve.stroke() != null
                        ? Arrays.stream(curve.values())
                        : DoubleStream.concat(
                            sum(curve.values(), sigma, 1), sum(curve.values(), sigma, -1)));
    double[] values =
        withZero ? DoubleStream.concat(all, DoubleStream.of(0)).toArray() : all.toArray();
    return Extent.around(MARGIN, values).orElse(new Extent(0, 1));
  }

  private static DoubleStream sum(double[] values, double[] sigma, double factor) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[i] + (sigma[i] > 0 ? factor * sigma[i] : 0));
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
