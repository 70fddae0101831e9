package org.ccdas.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
  private static String render(Html html) {
    StringBuilder out = new StringBuilder();
    html.render(out);
    return out.toString();
  }

  @Test
  void escapesTextAndAttributes() {
    assertThat(render(Html.element("p", "a<b & \"c\"\u0000").with("title", "\"><script>")))
        .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">a&lt;b &amp; &quot;c&quot;\uFFFD</p>");
  }

  @Test
  void voidElementsHaveNoEnd() {
    assertThat(render(Html.element("img").with("alt", ""))).isEqualTo("<img alt=\"\" />");
    assertThat(render(Html.element("div"))).isEqualTo("<div></div>");
  }

  @Test
  void elementsAreImmutable() {
    Html.Element empty = Html.element("p");
    assertThat(render(empty.add("x"))).isEqualTo("<p>x</p>");
    assertThat(render(empty)).isEqualTo("<p></p>");
  }

  @Test
  void tablesNeedACellForEveryColumn() {
    HtmlTable table = new HtmlTable("caption").texts("name").numbers("value").row("a", "1");
    assertThat(render(table.html()))
        .contains("<caption>caption</caption>")
        .contains("<th scope=\"col\" class=\"number\">value</th>")
        .contains("<th scope=\"row\">a</th><td class=\"number\">1</td>");
    assertThatThrownBy(() -> table.row("b")).isInstanceOf(IllegalArgumentException.class);
  }
}
