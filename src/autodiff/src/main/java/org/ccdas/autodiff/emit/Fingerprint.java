package org.ccdas.autodiff.emit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A digest of files and words, to tell whether anything has changed since the last run. */
public final class Fingerprint {
  private final MessageDigest digest;

  /** An empty one. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a word. */
  public Fingerprint add(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    // With its length, so that two words are not taken for one.
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) ' ');
    digest.update(bytes);
    return this;
  }

  /** Adds name and content of files. */
  public Fingerprint add(List<Path> files) throws IOException {
    for (Path file : files) {
      add(file.getFileName().toString());
      add(HexFormat.of().formatHex(Files.readAllBytes(file)));
    }
    return this;
  }

  /** Adds the classes that a class was loaded together with: a folder or a jar. */
  public Fingerprint add(Class<?> type) throws IOException {
    try {
      Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(place)) {
        return add(files.filter(Files::isRegularFile).sorted().toList());
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("classes from a place that is no path", e);
    }
  }

  /** The digest as text. */
  public String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
