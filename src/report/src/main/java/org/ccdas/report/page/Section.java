package org.ccdas.report.page;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ccdas.report.picture.Picture;

/**
 * A section of the page. Immutable.
 *
 * @param id for links within the page
 * @param title the heading
 * @param body what is below the heading
 * @param pictures those in the body
 */
public record Section(String id, String title, List<Html> body, List<Picture> pictures) {
  /** Copies the lists. */
  public Section {
    body = List.copyOf(body);
    pictures = List.copyOf(pictures);
  }

  /** A section with nothing in it yet. */
  public static Section of(String id, String title) {
    return new Section(id, title, List.of(), List.of());
  }

  /** A section whose content is not there, and the sentence that says why. */
  public static Section leftOut(String id, String title, String why) {
    return of(id, title).add(Html.paragraph(why).with("class", "left-out"));
  }

  /** The same with more at its end. */
  public Section add(Html... more) {
    List<Html> all = new ArrayList<>(body);
    all.addAll(List.of(more));
    return new Section(id, title, all, pictures);
  }

  /** The same with a paragraph at its end. */
  public Section paragraph(String text) {
    return add(Html.paragraph(text));
  }

  /** The same with a smaller heading at its end. */
  public Section heading(String text) {
    return add(Html.element("h3", text));
  }

  /**
   * The same with a picture at its end.
   *
   * @param caption says how to read it
   */
  public Section figure(Picture picture, String caption) {
    List<Picture> more = new ArrayList<>(pictures);
    more.add(picture);
    Html.Element image =
        Html.element("img")
            .with(
                "src", "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()))
            .with("alt", picture.alt())
            .with("width", String.valueOf(picture.width()))
            .with("height", String.valueOf(picture.height()));
    Html.Element figure =
        Html.element("figure")
            .with("id", picture.name())
            .add(
                Html.element("div").with("class", "picture").with("tabindex", "0").add(image),
                Html.element("figcaption", caption));
    return new Section(id, title, add(figure).body, more);
  }

  /** The section as an element. */
  Html.Element html() {
    return Html.element("section")
        .with("id", id)
        .add(Html.element("h2", title))
        .add(body.toArray(Html[]::new));
  }
}
