package org.ccdas.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated kernels against the plain Java of the samples, and against themselves. */
class SampleKernelsTest {
  private static final int LANES = GeneratedKernel.LANES;
  private static final double SENTINEL = -7777;

  @TempDir static Path folder;
  private static Laboratory whole;
  private static Laboratory cut;

  record Sample(String kernel, String origin, List<String> known) {
    Sample(String kernel, String origin, String... known) {
      this(kernel, origin, List.of(known));
    }
  }

  @BeforeAll
  static void generate() throws IOException {
    whole = Laboratory.open(folder.resolve("whole"), 300);
    cut = Laboratory.open(folder.resolve("cut"), 5);
  }

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample("Smooth", "Functions.smooth"),
        new Sample("Powers", "Functions.powers"),
        new Sample("Choices", "Functions.choices"),
        new Sample("Loops", "Functions.loops"),
        new Sample("Steps1", "Steps.kernel"),
        new Sample("SnowDay", "Snow.step"),
        new Sample("SandDay", "Structures.day", "SAND", "false", "2"),
        new Sample("ClayDay", "Structures.day", "CLAY", "true", "5"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void valuesArePlainJavas(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel kernel = whole.kernel(sample.kernel());
    double[] in = inputs(kernel, 1);
    double[] out = kernel.forward(LANES, in);
    for (int lane = 0; lane < LANES; lane++) {
      double[] expected = plain(sample, lane(in, lane));
      for (int k = 0; k < expected.length; k++) {
        double tolerance = 1e-13 * (1 + Math.abs(expected[k]));
        assertThat(out[k * LANES + lane]).isCloseTo(expected[k], within(tolerance));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void tangentIsTheCentralDifference(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel kernel = whole.kernel(sample.kernel());
    double[] in = inputs(kernel, 2);
    double[] direction = direction(kernel, 3);
    double[] tangent = kernel.tangent(LANES, in, direction);
    double largest = 0;
    for (int lane = 0; lane < LANES; lane++) {
      double[] x = lane(in, lane);
      double[] d = lane(direction, lane);
      double step = 1e-5;
      for (int i = 0; i < d.length; i++) {
        d[i] = kernel.active(i) ? d[i] : 0;
      }
      double[] above = plain(sample, moved(x, d, step));
      double[] below = plain(sample, moved(x, d, -step));
      for (int k = 0; k < above.length; k++) {
        double expected = (above[k] - below[k]) / (2 * step);
        double scale = 1 + Math.abs(expected) + Math.abs(above[k]);
        assertThat(tangent[k * LANES + lane]).isCloseTo(expected, within(2e-8 * scale));
        largest = Math.max(largest, Math.abs(expected));
      }
    }
    assertThat(largest).isGreaterThan(1e-3);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void adjointIsTheTransposeOfTheTangent(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel kernel = whole.kernel(sample.kernel());
    double[] in = inputs(kernel, 4);
    double[] direction = direction(kernel, 5);
    double[] weights = random(kernel.outputs(), -1, 1, 6);
    double[] tangent = kernel.tangent(LANES, in, direction);
    double[] gradient = new double[in.length];
    kernel.adjoint(LANES, in, weights, gradient);
    for (int lane = 0; lane < LANES; lane++) {
      double forward = product(lane(weights, lane), lane(tangent, lane));
      double reverse = product(lane(gradient, lane), lane(direction, lane));
      assertThat(forward).isNotZero();
      assertThat(reverse).isNotZero();
      double scale =
          norm(lane(weights, lane)) * norm(lane(tangent, lane))
              + norm(lane(gradient, lane)) * norm(lane(direction, lane));
      assertThat(reverse).isCloseTo(forward, within(1e-12 * scale));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void lengthOfLoopsChangesNoBit(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel one = whole.kernel(sample.kernel());
    GeneratedKernel many = cut.kernel(sample.kernel());
    double[] in = inputs(one, 7);
    double[] direction = direction(one, 8);
    double[] weights = random(one.outputs(), -1, 1, 9);
    assertThat(many.forward(LANES, in)).isEqualTo(one.forward(LANES, in));
    assertThat(many.tangent(LANES, in, direction)).isEqualTo(one.tangent(LANES, in, direction));
    double[] first = new double[in.length];
    double[] second = new double[in.length];
    one.adjoint(LANES, in, weights, first);
    many.adjoint(LANES, in, weights, second);
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void onlyTheLanesAskedForAreWritten(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel kernel = cut.kernel(sample.kernel());
    double[] in = inputs(kernel, 10);
    double[] all = kernel.forward(LANES, in);
    double[] some = kernel.forward(3, in);
    double[] inBar = new double[in.length];
    Arrays.fill(inBar, SENTINEL);
    kernel.adjoint(3, in, random(kernel.outputs(), 1, 2, 11), inBar);
    for (int i = 0; i < some.length; i++) {
      all[i] = i % LANES < 3 ? all[i] : Double.NaN;
    }
    assertThat(some).isEqualTo(all);
    for (int i = 0; i < inBar.length; i++) {
      if (i % LANES >= 3 || !kernel.active(i / LANES)) {
        assertThat(inBar[i]).isEqualTo(SENTINEL);
      }
    }
  }

  /** 8 lanes are computed by other methods than 9. */
  @ParameterizedTest
  @MethodSource("samples")
  void fewLanesHaveTheBitsOfAll(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel kernel = whole.kernel(sample.kernel());
    double[] in = inputs(kernel, 16);
    double[] direction = direction(kernel, 17);
    double[] weights = random(kernel.outputs(), -1, 1, 18);
    double[] value = kernel.forward(LANES, in);
    double[] tangent = kernel.tangent(LANES, in, direction);
    double[] gradient = new double[in.length];
    kernel.adjoint(LANES, in, weights, gradient);
    double[] jac = jacobian(kernel, LANES, in);
    for (int lanes : new int[] {1, 8, 9}) {
      assertFirstLanes(lanes, kernel.forward(lanes, in), value);
      assertFirstLanes(lanes, kernel.tangent(lanes, in, direction), tangent);
      double[] few = new double[in.length];
      kernel.adjoint(lanes, in, weights, few);
      assertFirstLanes(lanes, few, gradient);
      assertFirstLanes(lanes, jacobian(kernel, lanes, in), jac);
    }
  }

  private static void assertFirstLanes(int lanes, double[] few, double[] all) {
    for (int lane = 0; lane < lanes; lane++) {
      assertThat(lane(few, lane)).isEqualTo(lane(all, lane));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void adjointAddsToWhatIsThere(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel kernel = whole.kernel(sample.kernel());
    double[] in = inputs(kernel, 12);
    double[] weights = random(kernel.outputs(), 1, 2, 13);
    double[] once = new double[in.length];
    kernel.adjoint(LANES, in, weights, once);
    double[] twice = once.clone();
    kernel.adjoint(LANES, in, weights, twice);
    assertThat(norm(once)).isPositive();
    for (int i = 0; i < once.length; i++) {
      assertThat(twice[i]).isEqualTo(2 * once[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void columnsOfTheJacobianAreTangents(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel kernel = cut.kernel(sample.kernel());
    double[] in = inputs(kernel, 14);
    double[] jac = jacobian(kernel, LANES, in);
    for (int input = 0; input < kernel.inputs(); input++) {
      double[] direction = new double[in.length];
      Arrays.fill(direction, input * LANES, (input + 1) * LANES, 1.0);
      double[] tangent = kernel.tangent(LANES, in, direction);
      double[] column = new double[tangent.length];
      for (int k = 0; k < kernel.partials(); k++) {
        if (kernel.partialInput(k) == input) {
          assertThat(kernel.active(input)).isTrue();
          System.arraycopy(
              jac, (kernel.outputs() + k) * LANES, column, kernel.partialOutput(k) * LANES, LANES);
        }
      }
      for (int i = 0; i < column.length; i++) {
        assertThat(column[i]).isCloseTo(tangent[i], within(1e-12 * (1 + Math.abs(tangent[i]))));
      }
    }
    assertThat(norm(jac)).isPositive();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void jacobianAddsValuesAndPartials(Sample sample) throws ReflectiveOperationException {
    GeneratedKernel kernel = whole.kernel(sample.kernel());
    double[] in = inputs(kernel, 15);
    double[] once = jacobian(kernel, LANES, in);
    double[] values = kernel.forward(LANES, in);
    assertThat(Arrays.copyOf(once, values.length)).containsExactly(values);
    double[] twice = once.clone();
    kernel.jacobian(3, in, twice);
    for (int i = 0; i < once.length; i++) {
      assertThat(twice[i]).isEqualTo(i % LANES < 3 ? 2 * once[i] : once[i]);
    }
  }

  private static double[] jacobian(GeneratedKernel kernel, int lanes, double[] in) {
    double[] jac = new double[(kernel.outputs() + kernel.partials()) * LANES];
    kernel.jacobian(lanes, in, jac);
    return jac;
  }

  private double[] plain(Sample sample, double[] x) {
    return whole.plain(sample.origin(), sample.known(), x);
  }

  /** Inputs that differ in every lane, inside the domain of all samples. */
  private static double[] inputs(GeneratedKernel kernel, long seed) {
    double[] in = random(kernel.inputs(), 0.2, 1.5, seed);
    for (int slot = 0; slot < kernel.inputs(); slot++) {
      String name = kernel.inputNames().get(slot);
      if (name.equals("sun") || name.equals("w.temperature")) {
        // Conditions of the samples ask for the sign of these.
        System.arraycopy(random(1, -2, 2, seed + 100), 0, in, slot * LANES, LANES);
      }
    }
    return in;
  }

  /** A direction in the active inputs; what stands at the others must not matter. */
  private static double[] direction(GeneratedKernel kernel, long seed) {
    return random(kernel.inputs(), -1, 1, seed);
  }

  private static double[] moved(double[] x, double[] d, double step) {
    double[] result = x.clone();
    for (int i = 0; i < x.length; i++) {
      result[i] += step * d[i];
    }
    return result;
  }

  private static double[] random(int slots, double least, double most, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles((long) slots * LANES, least, most).toArray();
  }

  private static double[] lane(double[] array, int lane) {
    double[] values = new double[array.length / LANES];
    Arrays.setAll(values, slot -> array[slot * LANES + lane]);
    return values;
  }

  private static double product(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double norm(double[] x) {
    return Math.sqrt(product(x, x));
  }
}
