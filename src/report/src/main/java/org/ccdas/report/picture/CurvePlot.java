package org.ccdas.report.picture;

import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** A plot of curves over common abscissae, with error bars at one of them. */
final class CurvePlot {
  private CurvePlot() {}

  /**
   * A plot.
   *
   * @param x abscissae, rising
   * @param curves drawn in order, the last one on top
   * @param error half length of the error bars of the curves without a line; null for none
   * @param domain null when the plot shares it with others
   */
  static XYPlot of(
      double[] x, List<Curve> curves, double[] error, ValueAxis domain, ValueAxis range) {
    return of(x, curves, error, domain, range, false);
  }

  /** As above; {@code joined}: lines go on over missing values instead of being cut. */
  static XYPlot of(
      double[] x,
      List<Curve> curves,
      double[] error,
      ValueAxis domain,
      ValueAxis range,
      boolean joined) {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setCapLength(0);
    // else each segment begins the dashes anew, and a dense line has none
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setErrorStroke(Style.THIN);
    renderer.setErrorPaint(Style.SOFT);
    for (int s = 0; s < curves.size(); s++) {
      Curve curve = curves.get(s);
      data.addSeries(series(x, curve, s, error, joined));
      renderer.setSeriesPaint(s, curve.colour());
      renderer.setSeriesLinesVisible(s, curve.stroke() != null);
      if (curve.stroke() != null) {
        renderer.setSeriesStroke(s, curve.stroke());
      }
      renderer.setSeriesShapesVisible(s, curve.mark() > 0);
      renderer.setSeriesShape(s, Style.disc(Math.max(1, curve.mark())));
    }
    XYPlot plot = new XYPlot(data, domain, range, renderer);
    Style.restrain(plot);
    plot.setFixedLegendItems(legend(curves));
    return plot;
  }

  private static YIntervalSeries series(
      double[] x, Curve curve, int number, double[] error, boolean joined) {
    YIntervalSeries series = new YIntervalSeries(number);
    double[] y = curve.values();
    for (int i = 0; i < x.length; i++) {
      if (joined && Double.isNaN(y[i])) {
        continue;
      }
      double half = error != null && curve.stroke() == null && error[i] > 0 ? error[i] : 0;
      series.add(x[i], y[i], y[i] - half, y[i] + half);
    }
    return series;
  }

  /** Each label once. */
  static LegendItemCollection legend(List<Curve> curves) {
    LegendItemCollection items = new LegendItemCollection();
    curves.stream()
        .map(Curve::label)
        .distinct()
        .forEach(
            label -> {
              Curve curve = curves.stream().filter(c -> c.label().equals(label)).findFirst().get();
              LegendItem item =
                  new LegendItem(
                      label,
                      null,
                      null,
                      null,
                      curve.mark() > 0,
                      Style.disc(Math.max(1, curve.mark())),
                      true,
                      curve.colour(),
                      false,
                      curve.colour(),
                      Style.THIN,
                      curve.stroke() != null,
                      new Line2D.Double(-14, 0, 14, 0),
                      curve.stroke() == null ? Style.THIN : curve.stroke(),
                      curve.colour());
              items.add(item);
            });
    return items;
  }
}
