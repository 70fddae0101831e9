package org.ccdas.report.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;

/** Numbers that fall over many powers of ten, one panel below the other. */
public final class History {
  private static final int PANEL = 170;

  /**
   * A panel.
   *
   * @param label quantity and unit
   * @param curves numbers that are not positive are not drawn
   */
  public record Panel(String label, List<Curve> curves) {
    /** Copies the list. */
    public Panel {
      curves = List.copyOf(curves);
    }
  }

  private History() {}

  /**
   * Draws panels above a common axis of whole numbers.
   *
   * @param axis what the abscissa counts
   * @param x abscissae, rising
   */
  public static Picture draw(String name, String alt, String axis, double[] x, List<Panel> panels) {
    Extent extent = Extent.around(0.02, x).orElse(new Extent(0, 1));
    NumberAxis domain = Style.numbers(axis, extent);
    domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    domain.setAutoTickUnitSelection(true);
    CombinedDomainXYPlot all = new CombinedDomainXYPlot(domain);
    all.setGap(8);
    for (Panel panel : panels) {
      List<Curve> curves = panel.curves().stream().map(c -> c.with(positive(c.values()))).toList();
      XYPlot plot = CurvePlot.of(x, curves, null, null, range(panel.label(), curves), true);
      all.add(plot);
    }
    all.setFixedLegendItems(
        CurvePlot.legend(panels.stream().flatMap(p -> p.curves().stream()).toList()));
    JFreeChart chart = Style.chart(all, true);
    return Picture.of(name, alt, chart, Style.WIDTH, PANEL * panels.size() + 80);
  }

  private static ValueAxis range(String label, List<Curve> curves) {
    double[] values = curves.stream().flatMapToDouble(c -> Arrays.stream(c.values())).toArray();
    return Style.logarithms(label, logarithmic(values));
  }

  /** The range of positive numbers with some room at the ends, as a logarithmic axis has it. */
  static Extent logarithmic(double... values) {
    return Extent.around(0.06, DoubleStream.of(values).map(Math::log10).toArray())
        .map(extent -> new Extent(Math.pow(10, extent.low()), Math.pow(10, extent.high())))
        .orElse(new Extent(0.1, 10));
  }

  private static double[] positive(double[] values) {
    return Arrays.stream(values).map(v -> v > 0 ? v : Double.NaN).toArray();
  }
}
