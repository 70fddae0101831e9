package org.ccdas.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.ccdas.report.scale.Extent;
import org.ccdas.report.scale.RoundSteps;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The one look of all pictures: colours that colour-blind readers tell apart (Okabe and Ito, 2008),
 * fonts, axes, legends; numbers and dates the same under every locale.
 */
final class Style {
  /** Width of a picture, CSS pixels. */
  static final int WIDTH = 720;

  static final Color INK = new Color(0x1f2428);
  static final Color SOFT = new Color(0x56616b);
  static final Color GRID = new Color(0xdde2e7);
  static final Color PAPER = Color.WHITE;
  static final Color OBSERVED = INK;
  static final Color PRIOR = new Color(0xd55e00);
  static final Color POSTERIOR = new Color(0x0072b2);

  /** Further colours, for groups. */
  static final Color[] OTHERS = {
    new Color(0x009e73), new Color(0xcc79a7), new Color(0xe69f00), new Color(0x56b4e9)
  };

  /** Number of colours for runs that are compared. */
  static final int RUNS = OTHERS.length + 1;

  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);

  static final Stroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final Stroke DASHED =
      new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

  /** Without caps, so that a line of no length leaves no dot. */
  static final Stroke THIN = new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

  private Style() {}

  /** A chart around a plot, with a legend below when it is asked for. */
  static JFreeChart chart(Plot plot, boolean legend) {
    JFreeChart chart = new JFreeChart(null, TEXT, plot, legend);
    chart.setBackgroundPaint(PAPER);
    chart.setPadding(new RectangleInsets(8, 6, 6, 14));
    if (legend) {
      restrain(chart.getLegend());
    }
    return chart;
  }

  /** Gives a legend the font of all, without a frame. */
  static void restrain(LegendTitle legend) {
    legend.setItemFont(TEXT);
    legend.setItemPaint(INK);
    legend.setFrame(BlockBorder.NONE);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setBackgroundPaint(PAPER);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
  }

  /** Gives a plot paper and grid. */
  static void restrain(XYPlot plot) {
    plot.setBackgroundPaint(PAPER);
    plot.setOutlinePaint(SOFT);
    plot.setOutlineStroke(THIN);
    plot.setDomainGridlinePaint(GRID);
    plot.setDomainGridlineStroke(THIN);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(THIN);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  private static <A extends ValueAxis> A restrain(A axis) {
    axis.setLabelFont(TEXT);
    axis.setLabelPaint(INK);
    axis.setTickLabelFont(SMALL);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(SOFT);
    axis.setTickMarkPaint(SOFT);
    return axis;
  }

  /** A linear axis over this extent with round ticks. */
  static NumberAxis numbers(String label, Extent extent) {
    return numbers(label, extent, RoundSteps.covering(extent.low(), extent.high()).step());
  }

  /** A linear axis over this extent with a tick at the multiples of a step. */
  static NumberAxis numbers(String label, Extent extent, double step) {
    NumberAxis axis = restrain(new NumberAxis(label));
    axis.setAutoRangeIncludesZero(false);
    axis.setRange(extent.low(), extent.high());
    axis.setTickUnit(new NumberTickUnit(step, format(step)));
    return axis;
  }

  /** A logarithmic axis over this extent. */
  static RoundLogAxis logarithms(String label, Extent extent) {
    RoundLogAxis axis = restrain(new RoundLogAxis(label));
    axis.setRange(extent.low(), extent.high());
    return axis;
  }

  /** An axis of time; dates in UTC, in English. */
  static DateAxis dates() {
    TimeZone utc = TimeZone.getTimeZone("UTC");
    DateAxis axis = restrain(new DateAxis(null, utc, Locale.ENGLISH));
    axis.setStandardTickUnits(DateAxis.createStandardDateTickUnits(utc, Locale.ENGLISH));
    axis.setLowerMargin(0.01);
    axis.setUpperMargin(0.01);
    return axis;
  }

  /** An axis of names, at 0, 1, ... */
  static SymbolAxis names(String label, String[] names) {
    SymbolAxis axis = restrain(new SymbolAxis(label, names));
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, names.length - 0.5);
    axis.setTickUnit(new NumberTickUnit(1));
    return axis;
  }

  /** As many decimals as the step has; powers of ten for what is very large or small. */
  static NumberFormat format(double step) {
    int power = (int) Math.floor(Math.log10(step) + 1e-9);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    if (power < -4 || power > 5) {
      return new DecimalFormat("0.##E0", symbols);
    }
    int decimals = Math.max(0, -power);
    // 0.25 has one decimal more than its power says
    if (Math.abs(step * Math.pow(10, decimals) - Math.rint(step * Math.pow(10, decimals))) > 1e-6) {
      decimals++;
    }
    return new DecimalFormat(decimals == 0 ? "0" : "0." + "0".repeat(decimals), symbols);
  }

  /** The colour of a run that is compared with others; the prior has a negative number. */
  static Color run(int number) {
    int colour = number % RUNS;
    return number < 0 ? PRIOR : colour == 0 ? POSTERIOR : OTHERS[colour - 1];
  }

  /** A disc of this diameter. */
  static Shape disc(double diameter) {
    return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
  }
}
