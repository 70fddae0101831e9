package org.ccdas.transforms.storage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a multipart body, RFC 2046; a part has headers and bytes. */
record Multipart(Map<String, String> headers, byte[] body) {
  private static final String END_OF_HEADERS = "\r\n\r\n";

  /** Splits a body by the boundary that its content type names. */
  static List<Multipart> parts(Request request) {
    String type = request.header("content-type").orElseThrow();
    String boundary = type.replaceFirst(".*boundary=\"?([^\";]+)\"?.*", "$1");
    // one character for each byte, so that places in the text are places in the bytes
    String text = new String(request.body(), StandardCharsets.ISO_8859_1);
    List<Multipart> parts = new ArrayList<>();
    String mark = "--" + boundary;
    int start = text.indexOf(mark);
    while (start >= 0) {
      int next = text.indexOf(mark, start + mark.length());
      if (next < 0) {
        break;
      }
      // between the line end after the mark and that before the next
      parts.add(part(text.substring(start + mark.length() + 2, next - 2)));
      start = next;
    }
    return parts;
  }

  private static Multipart part(String text) {
    if (text.startsWith("\r\n")) {
      return new Multipart(Map.of(), bytes(text.substring(2)));
    }
    int end = text.indexOf(END_OF_HEADERS);
    return new Multipart(
        headers(text.substring(0, end < 0 ? text.length() : end)),
        end < 0 ? new byte[0] : bytes(text.substring(end + END_OF_HEADERS.length())));
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new HashMap<>();
    for (String line : text.split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The request within a part of a batch: a request line, headers, an empty line, a body. */
  Request request() {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int line = text.indexOf("\r\n");
    String[] words = text.substring(0, line).split(" ");
    Multipart inner = part(text.substring(line + 2));
    String[] target = words[1].replaceFirst("^https?://[^/]*", "").split("\\?", 2);
    return Request.of(
        words[0], target[0], target.length > 1 ? target[1] : "", inner.headers(), inner.body());
  }

  /** Joins answers into the body of a batch's answer. */
  static byte[] join(String boundary, List<Multipart> asked, List<Response> answers) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < answers.size(); i++) {
      String id = asked.get(i).headers().getOrDefault("content-id", "<" + i + ">");
      all.writeBytes(
          ("--"
                  + boundary
                  + "\r\nContent-Type: application/http\r\nContent-ID: "
                  + id.replaceFirst("^<", "<response-")
                  + END_OF_HEADERS
                  + answers.get(i).asText()
                  + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    all.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
