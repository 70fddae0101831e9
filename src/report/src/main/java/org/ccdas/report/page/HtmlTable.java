package org.ccdas.report.page;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption, a header, and columns of text or of numbers. */
public final class HtmlTable {
  private final String caption;
  private final List<String> headings = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private boolean manyColumns;
  private boolean sentences;

  /** A table without columns yet. */
  public HtmlTable(String caption) {
    this.caption = caption;
  }

  /** Adds columns of text. */
  public HtmlTable texts(String... names) {
    return columns(false, names);
  }

  /** Adds columns of numbers, aligned right. */
  public HtmlTable numbers(String... names) {
    return columns(true, names);
  }

  /** Makes room for many columns: the first one may take several lines. */
  public HtmlTable manyColumns() {
    manyColumns = true;
    return this;
  }

  /** Lets columns of text take several lines, for sentences. */
  public HtmlTable sentences() {
    sentences = true;
    return this;
  }

  private HtmlTable columns(boolean numbers, String... names) {
    for (String name : names) {
      headings.add(name);
      numeric.add(numbers);
    }
    return this;
  }

  /** Adds a row with one text for each column. */
  public HtmlTable row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + headings.size() + " columns");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Number of rows. */
  public int size() {
    return rows.size();
  }

  /** The element; a table wider than the page scrolls by itself. */
  public Html.Element html() {
    Html.Element head = Html.element("tr");
    for (int c = 0; c < headings.size(); c++) {
      head = head.add(aligned(Html.element("th", headings.get(c)).with("scope", "col"), c));
    }
    Html.Element body = Html.element("tbody");
    for (List<String> row : rows) {
      Html.Element line = Html.element("tr");
      for (int c = 0; c < row.size(); c++) {
        line =
            line.add(
                c == 0
                    ? aligned(Html.element("th", row.get(c)).with("scope", "row"), c)
                    : aligned(Html.element("td", row.get(c)), c));
      }
      body = body.add(line);
    }
    return Html.element("div")
        .with("class", manyColumns ? "scroll many-columns" : "scroll")
        .with("tabindex", "0")
        .add(
            Html.element("table")
                .add(Html.element("caption", caption), Html.element("thead").add(head), body));
  }

  private Html.Element aligned(Html.Element cell, int column) {
    if (numeric.get(column)) {
      return cell.with("class", "number");
    }
    return sentences ? cell.with("class", "wrap") : cell;
  }
}
