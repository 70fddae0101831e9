package org.ccdas.verify.benchmark;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.LightC3;

/**
 * The sunlit C3 point translated to C by hand, compiled and timed on this machine: what a compiler
 * with free rein over floating point makes of the same equations.
 *
 * @param nanoseconds CPU time of one point, median
 * @param largestError largest relative difference from the plain model
 */
record PointInC(double nanoseconds, double largestError) {
  private static final List<String> COMPILE =
      List.of("gcc", "-O3", "-march=native", "-ffast-math", "-o", "light_c3", "light_c3.c", "-lm");
  private static final String ROUNDS = "20000";
  private static final String SAMPLES = "15";
  private static final int MOST_SECONDS = 120;

  /** The compiler and its options. */
  static String compiler() {
    return String.join(" ", COMPILE.subList(0, 4));
  }

  /**
   * Compiles and runs it.
   *
   * @return empty when there is no gcc
   * @throws IOException when it cannot be compiled or run
   */
  static Optional<PointInC> measure() throws IOException {
    if (!hasCompiler()) {
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("ccdas-bench");
    try {
      SunlitPoints points = SunlitPoints.of(false);
      try (InputStream source = PointInC.class.getResourceAsStream("light_c3.c")) {
        Files.write(folder.resolve("light_c3.c"), source.readAllBytes());
      }
      Files.writeString(folder.resolve("slots.h"), slots(LightC3.INSTANCE));
      Files.write(folder.resolve("in"), bytes(points.in()));
      run(folder, COMPILE);
      String program = folder.resolve("light_c3").toString();
      List<String> lines = run(folder, List.of(program, "in", ROUNDS, SAMPLES));
      int samples = Integer.parseInt(SAMPLES);
      double[] times = lines.stream().limit(samples).mapToDouble(Double::parseDouble).toArray();
      double[] out = lines.stream().skip(samples).mapToDouble(Double::parseDouble).toArray();
      Arrays.sort(times);
      return Optional.of(new PointInC(times[samples / 2], points.largestError(out)));
    } finally {
      for (String file : List.of("light_c3.c", "slots.h", "in", "light_c3")) {
        Files.deleteIfExists(folder.resolve(file));
      }
      Files.delete(folder);
    }
  }

  private static boolean hasCompiler() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(folder, COMPILE.get(0)))) {
        return true;
      }
    }
    return false;
  }

  /** The slots of a kernel as macros: p.vm25 is P_VM25, an output gpp is OUT_GPP. */
  static String slots(LaneKernel kernel) {
    StringBuilder text = new StringBuilder();
    define(text, "LANES", LANES);
    define(text, "INPUTS", kernel.inputs());
    define(text, "OUTPUTS", kernel.outputs());
    for (int i = 0; i < kernel.inputs(); i++) {
      define(text, macro(kernel.inputNames().get(i)), i);
    }
    for (int i = 0; i < kernel.outputs(); i++) {
      define(text, "OUT_" + macro(kernel.outputNames().get(i)), i);
    }
    return text.toString();
  }

  private static void define(StringBuilder text, String name, int value) {
    text.append("#define ").append(name).append(' ').append(value).append('\n');
  }

  private static String macro(String path) {
    return path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static byte[] bytes(double[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.nativeOrder());
    buffer.asDoubleBuffer().put(values);
    return buffer.array();
  }

  private static List<String> run(Path folder, List<String> command) throws IOException {
    Path output = folder.resolve("out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command + " did not end in " + MOST_SECONDS + " s");
      }
      List<String> lines = new ArrayList<>(Files.readAllLines(output, StandardCharsets.UTF_8));
      if (process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + ": " + String.join("\n", lines));
      }
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while running " + command, e));
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
