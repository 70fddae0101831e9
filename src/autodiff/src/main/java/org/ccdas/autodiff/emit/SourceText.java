package org.ccdas.autodiff.emit;

import java.util.Locale;

/** A Java source in the making. */
final class SourceText {
  private final StringBuilder text = new StringBuilder();

  /** Adds a line. */
  void line(int indent, String format, Object... arguments) {
    if (!format.isEmpty()) {
      text.append("  ".repeat(indent)).append(String.format(Locale.ROOT, format, arguments));
    }
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
