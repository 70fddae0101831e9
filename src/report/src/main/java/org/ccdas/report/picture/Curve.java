package org.ccdas.report.picture;

import java.awt.Color;
import java.awt.Stroke;

/**
 * What is drawn of a series, and how.
 *
 * @param label in the legend
 * @param values one an abscissa, NaN for none
 * @param colour of line and marks
 * @param stroke of the line, null for marks only
 * @param mark diameter of the marks, 0 for none
 */
public record Curve(String label, double[] values, Color colour, Stroke stroke, double mark) {
  private static final double SMALL_MARK = 3.5;

  /** What was seen: black marks. */
  public static Curve observed(double[] values) {
    return new Curve("observed", values, Style.OBSERVED, null, 4.5);
  }

  /** The model before assimilation: an orange dashed line. */
  public static Curve prior(double[] values) {
    return new Curve("prior", values, Style.PRIOR, Style.DASHED, 0);
  }

  /** The model after assimilation: a blue line. */
  public static Curve posterior(double[] values) {
    return new Curve("posterior", values, Style.POSTERIOR, Style.LINE, 0);
  }

  /** A line of one of the further colours. */
  public static Curve other(String label, double[] values, int number) {
    return new Curve(label, values, Style.OTHERS[number % Style.OTHERS.length], Style.LINE, 0);
  }

  /**
   * A run that is compared with others.
   *
   * @param number of the run, by which its colour is chosen; negative for the prior
   */
  public static Curve run(String label, double[] values, int number) {
    return new Curve(label, values, Style.run(number), number < 0 ? Style.DASHED : Style.LINE, 0);
  }

  /** One of several that belong together: a thin grey line. */
  public static Curve member(String label, double[] values) {
    return new Curve(label, values, new Color(0xa9b3bc), Style.THIN, 0);
  }

  /** The same under another name. */
  public Curve named(String other) {
    return new Curve(other, values, colour, stroke, mark);
  }

  /** The same with a mark at every value, so that one between two gaps is seen too. */
  public Curve marked() {
    return new Curve(label, values, colour, stroke, SMALL_MARK);
  }

  /** The same with other values. */
  Curve with(double[] others) {
    return new Curve(label, others, colour, stroke, mark);
  }

  /** The same as marks without a line. */
  Curve asMarks(double diameter) {
    return new Curve(label, values, colour, null, diameter);
  }
}
