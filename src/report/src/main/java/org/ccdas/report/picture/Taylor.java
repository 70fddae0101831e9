package org.ccdas.report.picture;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A diagram after Taylor (2001, Journal of Geophysical Research 106, 7183-7192): the standard
 * deviation relative to the reference is the distance from the origin, the correlation the cosine
 * of the angle from the abscissa, and the distance from the point (1, 0) the centred error.
 */
public final class Taylor {
  private static final int SIZE = 430;
  private static final int FRAME = 90;
  private static final double LARGEST = 3;
  private static final double STEP = 0.5;
  private static final double[] CORRELATIONS = {0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99};

  /**
   * Agreement with one reference.
   *
   * @param name short, beside the marks
   * @param priorRatio standard deviation over that of the reference
   * @param priorR correlation
   * @param ratio the same after assimilation
   * @param r the same after assimilation
   */
  public record Mark(String name, double priorRatio, double priorR, double ratio, double r) {
    boolean isWhole() {
      return Double.isFinite(priorRatio + priorR + ratio + r);
    }
  }

  private Taylor() {}

  /**
   * Draws the marks of each reference, joined by a line; those without all numbers are left out.
   */
  public static Picture draw(String name, String alt, List<Mark> marks) {
    List<Mark> whole = marks.stream().filter(Mark::isWhole).toList();
    double reach =
        Math.min(
            LARGEST,
            Math.ceil(
                    whole.stream()
                                .flatMapToDouble(
                                    mark -> DoubleStream.of(mark.priorRatio, mark.ratio))
                                .max()
                                .orElse(1)
                            / STEP
                        + 0.4)
                * STEP);
    reach = Math.max(reach, 3 * STEP);
    boolean negative = whole.stream().anyMatch(mark -> mark.r < 0 || mark.priorR < 0);
    XYSeries prior = new XYSeries("prior", false, true);
    XYSeries posterior = new XYSeries("posterior", false, true);
    XYSeries reference = new XYSeries("the reference", false, true);
    reference.add(1, 0);
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(posterior);
    data.addSeries(prior);
    data.addSeries(reference);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    decorate(renderer, 0, Style.POSTERIOR, 8, true);
    decorate(renderer, 1, Style.PRIOR, 7, false);
    decorate(renderer, 2, Style.OBSERVED, 10, true);
    Extent across = new Extent(negative ? -reach : 0, reach * 1.06);
    XYPlot plot =
        new XYPlot(
            data,
            Style.numbers("standard deviation over that of the reference", across, STEP),
            Style.numbers(null, new Extent(0, reach * 1.08), STEP),
            renderer);
    Style.restrain(plot);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    grid(plot, reach, negative);
    for (Mark mark : whole) {
      double[] from = place(Math.min(mark.priorRatio, reach), mark.priorR);
      double[] to = place(Math.min(mark.ratio, reach), mark.r);
      prior.add(from[0], from[1]);
      posterior.add(to[0], to[1]);
      plot.addAnnotation(
          new XYLineAnnotation(from[0], from[1], to[0], to[1], Style.THIN, Style.SOFT));
      plot.addAnnotation(text(mark.name, to[0] + 0.02 * reach, to[1], TextAnchor.CENTER_LEFT));
    }
    JFreeChart chart = Style.chart(plot, true);
    int width = negative ? Style.WIDTH : SIZE + FRAME;
    double scale = (width - FRAME) / (across.high() - across.low());
    return Picture.of(name, alt, chart, width, (int) Math.round(scale * reach * 1.08) + FRAME);
  }

  private static void decorate(
      XYLineAndShapeRenderer renderer, int series, Color colour, double size, boolean filled) {
    renderer.setSeriesShape(series, Style.disc(size));
    renderer.setSeriesPaint(series, colour);
    renderer.setSeriesShapesFilled(series, filled);
  }

  private static double[] place(double ratio, double r) {
    return new double[] {ratio * r, ratio * Math.sqrt(Math.max(0, 1 - r * r))};
  }

  /** Arcs of the standard deviation and of the error, rays of the correlation. */
  private static void grid(XYPlot plot, double reach, boolean negative) {
    double end = negative ? Math.PI : Math.PI / 2;
    for (double ratio = STEP; ratio <= reach + 1e-9; ratio += STEP) {
      arc(plot, 0, ratio, end, reach, Math.abs(ratio - 1) < 1e-9 ? Style.SOFT : Style.GRID);
      arc(plot, 1, ratio, Math.PI, reach, new Color(0xcfe3d6));
    }
    for (double size : CORRELATIONS) {
      for (double r : negative ? new double[] {size, -size} : new double[] {size}) {
        double[] tip = place(reach, r);
        plot.addAnnotation(new XYLineAnnotation(0, 0, tip[0], tip[1], Style.THIN, Style.GRID));
        double[] beyond = place(reach * 1.04, r);
        plot.addAnnotation(text(plain(r), beyond[0], beyond[1], TextAnchor.CENTER));
      }
    }
  }

  private static String plain(double r) {
    return String.valueOf(r).replaceAll("0+$", "");
  }

  private static void arc(
      XYPlot plot, double centre, double radius, double end, double reach, Color colour) {
    int steps = 60;
    for (int i = 0; i < steps; i++) {
      double[] a = point(centre, radius, end * i / steps);
      double[] b = point(centre, radius, end * (i + 1) / steps);
      if (Math.hypot(a[0], a[1]) <= reach + 1e-9 && Math.hypot(b[0], b[1]) <= reach + 1e-9) {
        plot.addAnnotation(new XYLineAnnotation(a[0], a[1], b[0], b[1], Style.THIN, colour));
      }
    }
  }

  private static double[] point(double centre, double radius, double angle) {
    return new double[] {centre + radius * Math.cos(angle), radius * Math.sin(angle)};
  }

  private static XYTextAnnotation text(String words, double x, double y, TextAnchor anchor) {
    XYTextAnnotation text = new XYTextAnnotation(words, x, y);
    text.setFont(Style.SMALL);
    text.setPaint(Style.INK);
    text.setTextAnchor(anchor);
    return text;
  }
}
