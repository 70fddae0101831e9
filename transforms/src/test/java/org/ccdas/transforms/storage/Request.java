package org.ccdas.transforms.storage;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * One request of the JSON API.
 *
 * @param method such as GET
 * @param path decoded parts of the path
 * @param query decoded parameters
 * @param headers by name in lower case
 * @param body bytes, inflated when they came deflated
 */
record Request(
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  static Request of(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    return of(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query(exchange),
        headers,
        body);
  }

  private static String query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null ? "" : query;
  }

  static Request of(
      String method, String rawPath, String rawQuery, Map<String, String> headers, byte[] body) {
    String asked = headers.getOrDefault("x-http-method-override", method);
    return new Request(
        asked,
        Arrays.stream(rawPath.split("/"))
            .filter(part -> !part.isEmpty())
            .map(Request::inPath)
            .toList(),
        parameters(rawQuery),
        headers,
        "gzip".equals(headers.get("content-encoding")) ? inflated(body) : body);
  }

  /** In a path, unlike in a query, a plus sign is itself. */
  private static String inPath(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Map<String, String> parameters(String rawQuery) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  private static byte[] inflated(byte[] body) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether the path begins with these parts. */
  boolean isBelow(String... parts) {
    return path.size() >= parts.length && path.subList(0, parts.length).equals(List.of(parts));
  }
}
