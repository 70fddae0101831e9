package org.ccdas.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.report.scale.ColourScale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeriesCollection;

/** A matrix of numbers as colours, with the names of rows and columns. */
public final class Heatmap {
  private static final int FRAME = 110;
  private static final int ROW = 17;
  private static final int CHARACTER = 7;

  private Heatmap() {}

  /**
   * Draws a matrix, its first row at the top.
   *
   * @param rows names of the rows
   * @param columns names of the columns
   * @param values by row and column, NaN for none
   * @param label quantity and unit
   */
  public static Picture draw(
      String name,
      String alt,
      List<String> rows,
      List<String> columns,
      double[][] values,
      ColourScale scale,
      String label) {
    List<ColouredBoxes.Box> boxes = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        if (Double.isFinite(values[r][c])) {
          boxes.add(
              new ColouredBoxes.Box(c - 0.5, r - 0.5, c + 0.5, r + 0.5, scale.of(values[r][c])));
        }
      }
    }
    SymbolAxis across = Style.names(null, columns.toArray(new String[0]));
    across.setVerticalTickLabels(true);
    SymbolAxis down = Style.names(null, rows.toArray(new String[0]));
    down.setInverted(true);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    XYPlot plot = new XYPlot(new XYSeriesCollection(), across, down, renderer);
    Style.restrain(plot);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    renderer.addAnnotation(new ColouredBoxes(boxes), Layer.BACKGROUND);
    JFreeChart chart = Style.chart(plot, false);
    chart.addSubtitle(ColourBar.below(scale, label));
    int longest = columns.stream().mapToInt(String::length).max().orElse(0);
    int height = FRAME + ROW * rows.size() + CHARACTER * longest;
    return Picture.of(name, alt, chart, Style.WIDTH, height);
  }
}
