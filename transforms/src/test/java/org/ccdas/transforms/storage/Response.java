package org.ccdas.transforms.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is answered.
 *
 * @param status HTTP status
 * @param headers by name
 * @param body bytes
 */
record Response(int status, Map<String, String> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Response json(Object content) {
    return json(200, content);
  }

  static Response json(int status, Object content) {
    try {
      return new Response(
          status,
          Map.of("Content-Type", "application/json; charset=UTF-8"),
          JSON.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Response bytes(int status, byte[] body) {
    return new Response(status, Map.of("Content-Type", "application/octet-stream"), body);
  }

  static Response empty(int status) {
    return new Response(status, Map.of(), new byte[0]);
  }

  /** An error in the form that Google's clients read. */
  static Response error(int status, String reason) {
    return json(
        status,
        Map.of(
            "error",
            Map.of(
                "code",
                status,
                "message",
                reason,
                "errors",
                List.of(Map.of("domain", "global", "reason", reason, "message", reason)))));
  }

  Response with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body);
  }

  /** As a part of the answer to a batch. */
  String asText() {
    StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append(" OK\r\n");
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    text.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return text.append(new String(body, StandardCharsets.UTF_8)).append("\r\n").toString();
  }
}
