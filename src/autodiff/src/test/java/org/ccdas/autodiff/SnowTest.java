package org.ccdas.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/adding-a-process.md: it is what the page shows, and it works. */
class SnowTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "adding-a-process.md");
  private static final Path SOURCE = Laboratory.sources().resolve("samples").resolve("Snow.java");
  private static final int LANES = GeneratedKernel.LANES;

  @TempDir static Path folder;
  private static GeneratedKernel kernel;

  @BeforeAll
  static void generate() throws IOException, ReflectiveOperationException {
    Path sources = folder.resolve("sources").resolve("samples");
    Files.createDirectories(sources);
    Files.copy(SOURCE, sources.resolve("Snow.java"));
    kernel = Laboratory.open(sources.getParent(), folder.resolve("out"), 300).kernel("SnowDay");
  }

  private static double[] inputs(double water, double precipitation, double temperature)
      throws ReflectiveOperationException {
    double[] in = new double[kernel.inputs() * LANES];
    in[kernel.constant("IN_WATER") * LANES] = water;
    in[kernel.constant("IN_MELT_SCALE") * LANES] = 1;
    in[kernel.constant("IN_MELTING_POINT") * LANES] = 0.5;
    in[kernel.constant("IN_W_PRECIPITATION") * LANES] = precipitation;
    in[kernel.constant("IN_W_TEMPERATURE") * LANES] = temperature;
    return in;
  }

  @Test
  void thePageShowsTheExample() throws IOException {
    assertThat(Files.readString(PAGE)).contains("```java\n" + Files.readString(SOURCE) + "```\n");
  }

  @Test
  void thePageShowsTheError() throws IOException {
    Path bad = folder.resolve("bad").resolve("samples").resolve("Snow.java");
    Files.createDirectories(bad.getParent());
    Files.writeString(
        bad, Files.readString(SOURCE).replace("w.temperature() < 0 ?", "water > 0 ?"));
    SubsetException error =
        catchThrowableOfType(
            SubsetException.class,
            () -> Laboratory.open(folder.resolve("bad"), folder.resolve("none"), 300));
    String message = error.getMessage().substring(error.getMessage().indexOf("Snow.java"));
    assertThat(Files.readString(PAGE)).contains("```\n" + message + "\n```\n");
  }

  @Test
  void waterCloses() throws ReflectiveOperationException {
    for (double temperature : new double[] {-20, -0.1, 0, 0.5, 3, 40}) {
      double[] out = kernel.forward(1, inputs(7, 5, temperature));
      double water = out[kernel.constant("OUT_WATER") * LANES];
      double melt = out[kernel.constant("OUT_MELT") * LANES];
      assertThat(water + melt).isCloseTo(temperature < 0 ? 12 : 7, within(1e-12));
      assertThat(water).isNotNegative();
      assertThat(melt).isNotNegative();
    }
  }

  @Test
  void meltIsDegreeDays() throws ReflectiveOperationException {
    double[] out = kernel.forward(1, inputs(1000, 0, 2.5));
    assertThat(out[kernel.constant("OUT_MELT") * LANES]).isCloseTo(2 * 3.22, within(1e-3));
  }

  @Test
  void aHigherMeltingPointMeltsLess() throws ReflectiveOperationException {
    double[] weights = new double[kernel.outputs() * LANES];
    weights[kernel.constant("OUT_MELT") * LANES] = 1;
    double[] gradient = new double[kernel.inputs() * LANES];
    kernel.adjoint(1, inputs(1000, 0, 2.5), weights, gradient);
    assertThat(gradient[kernel.constant("IN_MELTING_POINT") * LANES])
        .isCloseTo(-3.22, within(1e-3));
    assertThat(gradient[kernel.constant("IN_W_TEMPERATURE") * LANES]).isZero();
  }
}
