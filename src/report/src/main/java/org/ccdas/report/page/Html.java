package org.ccdas.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece of a page. What is rendered is at the same time HTML 5 and well-formed XML, and every
 * text and attribute is escaped: there is no way to put raw markup in.
 */
public sealed interface Html {
  /** Appends the markup. */
  void render(StringBuilder out);

  /** Text between tags. */
  record Text(String text) implements Html {
    @Override
    public void render(StringBuilder out) {
      escape(text, out);
    }
  }

  /**
   * An element. Immutable.
   *
   * @param name of the tag
   * @param attributes by name, in order
   * @param children what is inside
   */
  record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {
    /** Elements that have no content and no end tag. */
    private static final Set<String> VOID = Set.of("img", "meta", "br", "hr", "col");

    /** Copies map and list. */
    public Element {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
      children = List.copyOf(children);
    }

    /** The same with an attribute. */
    public Element with(String attribute, String value) {
      Map<String, String> more = new LinkedHashMap<>(attributes);
      more.put(attribute, value);
      return new Element(name, more, children);
    }

    /** The same with more inside. */
    public Element add(Html... more) {
      List<Html> all = new ArrayList<>(children);
      all.addAll(Arrays.asList(more));
      return new Element(name, attributes, all);
    }

    /** The same with text added. */
    public Element add(String text) {
      return add(new Text(text));
    }

    @Override
    public void render(StringBuilder out) {
      out.append('<').append(name);
      attributes.forEach(
          (attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            escape(value, out);
            out.append('"');
          });
      if (VOID.contains(name)) {
        out.append(" />");
        return;
      }
      out.append('>');
      children.forEach(child -> child.render(out));
      out.append("</").append(name).append('>');
    }
  }

  /** An empty element. */
  static Element element(String name) {
    return new Element(name, Map.of(), List.of());
  }

  /** An element with text. */
  static Element element(String name, String text) {
    return element(name).add(text);
  }

  /** A paragraph. */
  static Element paragraph(String text) {
    return element("p", text);
  }

  /** Something that a reader unfolds when it is wanted. */
  static Element unfold(String summary, Html... content) {
    return element("details").add(element("summary", summary)).add(content);
  }

  /** A list of texts, with bullets. */
  static Element bullets(List<String> items) {
    return element("ul").add(items.stream().map(item -> element("li", item)).toArray(Html[]::new));
  }

  /** Appends text with the characters that mean something in HTML replaced. */
  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> {
          // no control character is allowed in a page, and none says anything to a reader
          out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
        }
      }
    }
  }
}
