package org.ccdas.transforms.storage;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A Google Cloud Storage server within this process, for tests: the part of the JSON API that
 * Beam's gs:// file system uses. Its listings come in pages, its uploads may come in pieces, and it
 * can be told to fail.
 *
 * <pre>{@code
 * try (FakeGcsServer server = FakeGcsServer.start("bucket")) {
 *   server.serve(options);
 *   FileSystems.setDefaultPipelineOptions(options);
 *   ...
 * }
 * }</pre>
 */
public final class FakeGcsServer implements AutoCloseable {
  private static final int MOST_OBJECTS_OF_A_PAGE = 1000;
  private static final long BYTES_OF_A_REWRITE = 1 << 20;

  static {
    // head and body of an answer are sent apart, and would wait 40 ms for each other
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer http;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final Buckets buckets = new Buckets();
  private final Uploads uploads;
  private final GcsFaults faults = new GcsFaults();
  private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

  private FakeGcsServer(HttpServer http) {
    this.http = http;
    this.uploads = new Uploads(buckets, root());
    http.setExecutor(workers);
    http.createContext("/", this::handle);
    http.start();
  }

  /** Starts a server at a free port of this machine only, with empty buckets of these names. */
  public static FakeGcsServer start(String... bucketNames) throws IOException {
    FakeGcsServer server =
        new FakeGcsServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    Arrays.stream(bucketNames).forEach(server.buckets::add);
    return server;
  }

  /** Makes Beam's gs:// file system talk to this server. */
  public void serve(PipelineOptions options) {
    GcsOptions gcs = options.as(GcsOptions.class);
    gcs.setProject("test");
    gcs.setGcsEndpoint(root() + "storage/v1/");
    gcs.setGcpCredential(
        GoogleCredentials.create(
            new AccessToken("test", Date.from(Instant.parse("2999-01-01T00:00:00Z")))));
  }

  /** Where the server listens. */
  public String root() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
  }

  /** Puts an object. */
  public void put(String bucket, String name, byte[] bytes) {
    buckets.put(bucket, name, bytes, "application/octet-stream");
  }

  /** The content of an object, if it is there. */
  public Optional<byte[]> get(String bucket, String name) {
    return buckets.find(bucket, name).map(Buckets.Stored::bytes);
  }

  /** Names of all objects of a bucket, sorted. */
  public List<String> names(String bucket) {
    return buckets.names(bucket);
  }

  /** What shall go wrong. */
  public GcsFaults faults() {
    return faults;
  }

  /** How many requests of a kind came: list, get, download, upload, rewrite, delete, batch. */
  public int requests(String kind) {
    return requests.getOrDefault(kind, new AtomicInteger()).get();
  }

  @Override
  public void close() {
    http.stop(0);
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.of(exchange);
      boolean download = isDownload(request);
      Optional<GcsFaults.Kind> fault = faults.next(request, download);
      Response response = refusal(fault).orElseGet(() -> answer(request));
      send(exchange, response, fault.equals(Optional.of(GcsFaults.Kind.BROKEN)));
    }
  }

  private static Optional<Response> refusal(Optional<GcsFaults.Kind> fault) {
    return fault.flatMap(
        kind ->
            switch (kind) {
              case UNAVAILABLE -> Optional.of(Response.error(503, "backendError"));
              case FORBIDDEN -> Optional.of(Response.error(403, "forbidden"));
              case BROKEN -> Optional.empty();
            });
  }

  private static void send(HttpExchange exchange, Response response, boolean broken)
      throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::add);
    int length = response.body().length;
    exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
    if (length > 0) {
      OutputStream body = exchange.getResponseBody();
      body.write(response.body(), 0, broken ? length / 2 : length);
      body.flush();
    }
  }

  private static boolean isDownload(Request request) {
    return request.method().equals("GET")
        && request.query().getOrDefault("alt", "").equals("media");
  }

  private Response answer(Request request) {
    if (request.isBelow("batch")) {
      return batch(request);
    }
    if (request.isBelow("upload", "storage", "v1", "b")) {
      count("upload");
      return uploads.answer(request);
    }
    List<String> path = request.path();
    if (request.isBelow("download")) {
      path = path.subList(1, path.size());
    }
    if (path.size() < 3 || !path.subList(0, 3).equals(List.of("storage", "v1", "b"))) {
      return Response.error(404, "notFound");
    }
    return bucket(request, path.subList(3, path.size()));
  }

  /**
   * Answers a request on BUCKET, BUCKET/o, BUCKET/o/OBJECT or OBJECT/rewriteTo/b/BUCKET/o/OBJECT.
   */
  private Response bucket(Request request, List<String> path) {
    if (path.isEmpty() || !buckets.has(path.get(0))) {
      return Response.error(404, "notFound");
    }
    String bucket = path.get(0);
    if (path.size() == 1) {
      return Response.json(Map.of("kind", "storage#bucket", "name", bucket, "projectNumber", "1"));
    }
    if (path.size() == 2) {
      count("list");
      return list(request, bucket);
    }
    Optional<Buckets.Stored> found = buckets.find(bucket, path.get(2));
    if (found.isEmpty()) {
      return Response.error(404, "notFound");
    }
    Buckets.Stored stored = found.get();
    if (path.size() == 8) {
      count("rewrite");
      return rewrite(request, stored, path.get(5), path.get(7), path.get(3));
    }
    if (request.method().equals("DELETE")) {
      count("delete");
      buckets.delete(bucket, path.get(2));
      return Response.empty(204);
    }
    if (isDownload(request)) {
      count("download");
      return content(request, stored);
    }
    count("get");
    return Response.json(stored.metadata());
  }

  private void count(String kind) {
    requests.computeIfAbsent(kind, k -> new AtomicInteger()).incrementAndGet();
  }

  private Response list(Request request, String bucket) {
    int most =
        Math.min(
            request.parameter("maxResults").map(Integer::parseInt).orElse(MOST_OBJECTS_OF_A_PAGE),
            MOST_OBJECTS_OF_A_PAGE);
    Buckets.Page page =
        buckets.list(
            bucket,
            request.parameter("prefix").orElse(""),
            request.parameter("delimiter"),
            request.parameter("pageToken"),
            most);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", "storage#objects");
    page.next().ifPresent(next -> fields.put("nextPageToken", next));
    if (!page.prefixes().isEmpty()) {
      fields.put("prefixes", page.prefixes());
    }
    if (!page.objects().isEmpty()) {
      fields.put("items", page.objects().stream().map(Buckets.Stored::metadata).toList());
    }
    return Response.json(fields);
  }

  /** The bytes of an object, or a range of them: bytes=FIRST-LAST, bytes=FIRST-, bytes=-COUNT. */
  private static Response content(Request request, Buckets.Stored stored) {
    byte[] all = stored.bytes();
    Optional<String> range = request.header("range");
    if (range.isEmpty()) {
      return described(Response.bytes(200, all), stored);
    }
    String[] ends = range.get().replaceFirst("bytes=", "").split("-", -1);
    int first =
        ends[0].isEmpty() ? all.length - Integer.parseInt(ends[1]) : Integer.parseInt(ends[0]);
    int last =
        ends[0].isEmpty() || ends[1].isEmpty()
            ? all.length - 1
            : Math.min(all.length - 1, Integer.parseInt(ends[1]));
    if (first > last) {
      return Response.error(416, "requestedRangeNotSatisfiable")
          .with("Content-Range", "bytes */" + all.length);
    }
    return described(
        Response.bytes(206, Arrays.copyOfRange(all, first, last + 1))
            .with("Content-Range", "bytes " + first + "-" + last + "/" + all.length),
        stored);
  }

  private static Response described(Response response, Buckets.Stored stored) {
    return response
        .with("x-goog-generation", Long.toString(stored.generation()))
        .with("x-goog-stored-content-length", Integer.toString(stored.bytes().length));
  }

  /** A copy; a large one takes several requests, tied by a token, as the real service does. */
  private Response rewrite(
      Request request, Buckets.Stored from, String bucket, String name, String verb) {
    if (!buckets.has(bucket)) {
      return Response.error(404, "notFound");
    }
    long done =
        request.parameter("rewriteToken").map(Long::parseLong).orElse(0L) + BYTES_OF_A_REWRITE;
    if (verb.equals("rewriteTo") && done < from.bytes().length) {
      return Response.json(
          Map.of(
              "kind", "storage#rewriteResponse",
              "done", false,
              "objectSize", Integer.toString(from.bytes().length),
              "totalBytesRewritten", Long.toString(done),
              "rewriteToken", Long.toString(done)));
    }
    Map<String, Object> metadata = buckets.put(bucket, name, from.bytes(), from.type()).metadata();
    if (!verb.equals("rewriteTo")) {
      return Response.json(metadata);
    }
    String size = Integer.toString(from.bytes().length);
    return Response.json(
        Map.of(
            "kind", "storage#rewriteResponse",
            "done", true,
            "objectSize", size,
            "totalBytesRewritten", size,
            "resource", metadata));
  }

  private Response batch(Request request) {
    count("batch");
    List<Multipart> parts = Multipart.parts(request);
    List<Response> answers = new ArrayList<>();
    for (Multipart part : parts) {
      Request inner = part.request();
      answers.add(refusal(faults.next(inner, false)).orElseGet(() -> answer(inner)));
    }
    String boundary = "batch_of_answers";
    return new Response(
        200,
        Map.of("Content-Type", "multipart/mixed; boundary=" + boundary),
        Multipart.join(boundary, parts, answers));
  }
}
