package org.ccdas.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A whole page in one file: nothing is loaded from elsewhere, no script is run.
 *
 * @param title of the window and the page
 * @param lead what stands at the top, above the table of contents
 * @param sections the parts, in order
 */
public record Page(String title, List<Html> lead, List<Section> sections) {
  /** Copies the lists. */
  public Page {
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
  }

  /** The text of the file. */
  public String html() {
    Html.Element contents = Html.element("ol");
    for (Section section : sections) {
      contents =
          contents.add(
              Html.element("li")
                  .add(Html.element("a", section.title()).with("href", "#" + section.id())));
    }
    Html.Element head =
        Html.element("head")
            .add(
                Html.element("meta").with("charset", "utf-8"),
                Html.element("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
                Html.element("meta").with("name", "color-scheme").with("content", "light dark"),
                Html.element("title", title),
                Html.element("style", style()));
    Html.Element main =
        Html.element("main")
            .add(Html.element("h1", title))
            .add(lead.toArray(Html[]::new))
            .add(
                Html.element("nav")
                    .with("aria-label", "Contents")
                    .add(Html.element("h2", "Contents"), contents))
            .add(sections.stream().map(Section::html).toArray(Html[]::new));
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    Html.element("html").with("lang", "en").add(head, Html.element("body").add(main)).render(out);
    return out.append('\n').toString();
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
