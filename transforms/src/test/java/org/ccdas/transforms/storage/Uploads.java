package org.ccdas.transforms.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Uploads: in one piece, as metadata with content, or resumable in several pieces. */
final class Uploads {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private record Session(String bucket, String name, String type, ByteArrayOutputStream bytes) {}

  private final Buckets buckets;
  private final String root;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  Uploads(Buckets buckets, String root) {
    this.buckets = buckets;
    this.root = root;
  }

  /** Answers a request below /upload/storage/v1/b/BUCKET/o. */
  Response answer(Request request) {
    String bucket = request.path().get(4);
    if (request.parameter("upload_id").isPresent()) {
      return piece(request, request.parameter("upload_id").get());
    }
    return switch (request.parameter("uploadType").orElse("media")) {
      case "resumable" -> begin(request, bucket);
      case "multipart" -> {
        List<Multipart> parts = Multipart.parts(request);
        JsonNode metadata = json(parts.get(0).body());
        yield stored(
            bucket,
            metadata.path("name").asText(request.query().get("name")),
            parts.get(1).body(),
            metadata.path("contentType").asText(UNKNOWN_TYPE));
      }
      default ->
          stored(
              bucket,
              request.query().get("name"),
              request.body(),
              request.header("content-type").orElse(UNKNOWN_TYPE));
    };
  }

  private Response begin(Request request, String bucket) {
    JsonNode metadata = json(request.body());
    String name = metadata.path("name").asText(request.query().get("name"));
    String type =
        request
            .header("x-upload-content-type")
            .orElse(metadata.path("contentType").asText(UNKNOWN_TYPE));
    String id = "upload-" + ids.incrementAndGet();
    sessions.put(id, new Session(bucket, name, type, new ByteArrayOutputStream()));
    return Response.empty(200)
        .with(
            "Location",
            root + "upload/storage/v1/b/" + bucket + "/o?uploadType=resumable&upload_id=" + id);
  }

  /** A piece of a resumable upload: 308 until the last, which names the total. */
  private Response piece(Request request, String id) {
    Session session = sessions.get(id);
    if (session == null) {
      return Response.error(404, "notFound");
    }
    // bytes FIRST-LAST/TOTAL, with * for what is not known; bytes */TOTAL asks how far it is
    String range = request.header("content-range").orElse("bytes 0-/*");
    String total = range.substring(range.indexOf('/') + 1);
    synchronized (session) {
      if (!range.startsWith("bytes *")) {
        long first = Long.parseLong(range.replaceFirst("bytes (\\d+)-.*", "$1"));
        if (first != session.bytes().size()) {
          return Response.error(400, "a piece from " + first + " after " + session.bytes().size());
        }
        session.bytes().writeBytes(request.body());
      }
      if (!total.equals("*") && Long.parseLong(total) == session.bytes().size()) {
        sessions.remove(id);
        return stored(
            session.bucket(), session.name(), session.bytes().toByteArray(), session.type());
      }
      Response more = Response.empty(308);
      return session.bytes().size() == 0
          ? more
          : more.with("Range", "bytes=0-" + (session.bytes().size() - 1));
    }
  }

  private Response stored(String bucket, String name, byte[] bytes, String type) {
    if (!buckets.has(bucket)) {
      return Response.error(404, "notFound");
    }
    return Response.json(buckets.put(bucket, name, bytes, type).metadata());
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
