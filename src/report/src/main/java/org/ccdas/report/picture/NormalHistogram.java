package org.ccdas.report.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.report.scale.Extent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How errors in their own standard deviations are distributed, beside the normal distribution. */
public final class NormalHistogram {
  private static final int HEIGHT = 340;

  /** Classes of half a standard deviation; what is beyond the outermost edges is put into them. */
  private static final double WIDTH = 0.5;

  private static final double EDGE = 4;
  private static final Color BOXES = new Color(0x56b4e9);

  private NormalHistogram() {}

  /**
   * Draws the densities of the values and of N(0, 1).
   *
   * @param values in standard deviations; NaN are left out
   * @param of what the values are, for the legend
   * @param label quantity and unit
   */
  public static Picture draw(String name, String alt, double[] values, String of, String label) {
    double[] density = densities(values);
    List<ColouredBoxes.Box> boxes = new ArrayList<>();
    for (int k = 0; k < density.length; k++) {
      double low = -EDGE + k * WIDTH;
      boxes.add(
          new ColouredBoxes.Box(low + 0.06 * WIDTH, 0, low + 0.94 * WIDTH, density[k], BOXES));
    }
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, Style.INK);
    renderer.setSeriesStroke(0, Style.LINE);
    renderer.addAnnotation(new ColouredBoxes(boxes), Layer.BACKGROUND);
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(normal());
    double highest = Math.max(0.42, 1.05 * Arrays.stream(density).max().orElse(0));
    XYPlot plot =
        new XYPlot(
            data,
            Style.numbers(label, new Extent(-EDGE, EDGE), 1),
            Style.numbers("share per standard deviation", new Extent(0, highest)),
            renderer);
    Style.restrain(plot);
    plot.setDomainGridlinesVisible(false);
    for (int side : new int[] {-1, 1}) {
      plot.addDomainMarker(new ValueMarker(side, Style.SOFT, Style.DASHED));
    }
    plot.setFixedLegendItems(
        Legend.of(
            Stream.of(
                Legend.box(of, BOXES),
                Legend.line(
                    "normal distribution, of which 68 percent is between the dashed lines",
                    Style.LINE,
                    Style.INK))));
    JFreeChart chart = Style.chart(plot, true);
    return Picture.of(name, alt, chart, Style.WIDTH, HEIGHT);
  }

  /** Share of the values in each class, by its width; the outermost classes take what is beyond. */
  static double[] densities(double[] values) {
    int classes = (int) Math.round(2 * EDGE / WIDTH);
    double[] density = new double[classes];
    double[] finite = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    for (double value : finite) {
      double inside = Math.max(-EDGE, Math.min(EDGE, value));
      int k = Math.min(classes - 1, (int) Math.floor((inside + EDGE) / WIDTH));
      density[k] += 1 / (WIDTH * finite.length);
    }
    return density;
  }

  private static XYSeries normal() {
    XYSeries curve = new XYSeries("N(0, 1)", false, true);
    for (int i = -80; i <= 80; i++) {
      double t = i * EDGE / 80;
      curve.add(t, Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI));
    }
    return curve;
  }
}
