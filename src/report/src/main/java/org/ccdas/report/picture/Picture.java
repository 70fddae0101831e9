package org.ccdas.report.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;

/**
 * A picture as PNG.
 *
 * @param name of its file, without extension, and of its place on the page
 * @param alt what it shows, for readers who do not see it
 * @param width at which it is shown, CSS pixels
 * @param height at which it is shown, CSS pixels
 * @param png the bytes, with {@value #DENSITY} pixels a CSS pixel
 */
public record Picture(String name, String alt, int width, int height, byte[] png) {
  /** Pixels a CSS pixel along one axis, so that text is sharp on fine screens. */
  static final int DENSITY = 2;

  /** Draws a chart. */
  static Picture of(String name, String alt, JFreeChart chart, int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ChartUtils.writeScaledChartAsPNG(bytes, chart, width, height, DENSITY, DENSITY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Picture(name, alt, width, height, bytes.toByteArray());
  }
}
