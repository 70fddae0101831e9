package org.ccdas.transforms.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.transport.Response;

/** The code of this system that workers run: every module from the model to the transforms. */
public final class WorkerCode {
  private static final List<Class<?>> ONE_OF_EACH =
      List.of(
          BlockModel.class,
          InputException.class,
          Response.class,
          LowerTriangle.class,
          BlockEvaluator.class,
          WorkerCode.class);

  private WorkerCode() {}

  /** The jars, or in an IDE the class folders, that the code comes from in this process. */
  public static List<Path> places() {
    return ONE_OF_EACH.stream().map(WorkerCode::place).toList();
  }

  /** The jar or class folder that a class comes from. */
  public static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The place of " + type + " is no file", e);
    }
  }

  /**
   * SHA-256 over names and bytes of all classes. Processes with the same digest run the same code,
   * be it from jars or from folders.
   */
  public static String digest() {
    return Computed.DIGEST;
  }

  /** Computed when first wanted, once a process. */
  private static final class Computed {
    private static final String DIGEST = compute();
  }

  private static String compute() {
    try {
      MessageDigest digest = DigestUtils.getSha256Digest();
      for (Path place : places()) {
        if (Files.isDirectory(place)) {
          add(place, digest);
        } else {
          try (FileSystem jar = FileSystems.newFileSystem(place)) {
            add(jar.getPath("/"), digest);
          }
        }
      }
      return Hex.encodeHexString(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Path root, MessageDigest digest) throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.walk(root)) {
      names =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
    }
    for (String name : names) {
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(root.resolve(name)));
    }
  }
}
