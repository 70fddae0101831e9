package org.ccdas.observe.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.ccdas.observe.block.BlockPart;

/** The streams of observations that are installed, in the order in which they are found. */
public final class ObservationStreams {
  private ObservationStreams() {}

  private static final class Installed {
    private static final Map<String, ObservationStream<?>> STREAMS = find();
  }

  private static Map<String, ObservationStream<?>> find() {
    Map<String, ObservationStream<?>> streams = new LinkedHashMap<>();
    for (ObservationStream<?> stream :
        ServiceLoader.load(ObservationStream.class, ObservationStreams.class.getClassLoader())) {
      if (streams.putIfAbsent(stream.name(), stream) != null) {
        throw new IllegalStateException("Two streams are named " + stream.name());
      }
    }
    return streams;
  }

  /** All of them. */
  public static List<ObservationStream<?>> all() {
    return new ArrayList<>(Installed.STREAMS.values());
  }

  /** Their names. */
  public static List<String> names() {
    return List.copyOf(Installed.STREAMS.keySet());
  }

  /**
   * The stream of a name.
   *
   * @throws IllegalArgumentException when none is installed
   */
  public static ObservationStream<?> named(String name) {
    ObservationStream<?> stream = Installed.STREAMS.get(name);
    if (stream == null) {
      throw new IllegalArgumentException(
          "there is no stream of observations '" + name + "', only " + names());
    }
    return stream;
  }

  /** Reads the parts of a stream in block files. */
  public static BlockPart.Format format(String name) {
    return named(name).format();
  }
}
