package org.ccdas.inputs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlVectorTest {
  private static final ControlVector STANDARD =
      ControlVectorFile.standard().withPrior("c0", 388.25);

  @Test
  void givesPriorsAtZeroAndPriorPlusSigmaAtOne() {
    double[] ones = new double[STANDARD.size()];
    Arrays.fill(ones, 1);
    double[] priors = STANDARD.physical(new double[STANDARD.size()]);
    double[] above = STANDARD.physical(ones);
    for (int i = 0; i < STANDARD.size(); i++) {
      Parameter parameter = STANDARD.parameter(i);
      assertThat(priors[i]).isCloseTo(parameter.prior(), within(1e-14 * priors[i]));
      assertThat(above[i])
          .as(parameter.label())
          .isCloseTo(parameter.prior() + parameter.sigma(), within(1e-13 * above[i]));
    }
  }

  @Test
  void inverseAndDerivativeBelongToThePhysicalValues() {
    double[] x = STANDARD.draw(11);
    assertThat(STANDARD.inverse(STANDARD.physical(x))).containsExactly(x, offset(1e-9));
    double h = 1e-5;
    double[] derivative = STANDARD.derivative(x);
    double[] step = new double[x.length];
    Arrays.fill(step, h);
    double[] upper = STANDARD.upperRange(x, step);
    double[] lower = STANDARD.lowerRange(x, step);
    for (int i = 0; i < x.length; i++) {
      assertThat((upper[i] - lower[i]) / (2 * h))
          .as(STANDARD.parameter(i).label())
          .isCloseTo(derivative[i], within(1e-7 * derivative[i]));
    }
  }

  @Test
  void rangesOfBoundedParametersAreAsymmetric() {
    int q10 = STANDARD.indexOf("Q10_s").getAsInt();
    double[] zero = new double[STANDARD.size()];
    double[] sigma = zero.clone();
    sigma[q10] = 1;
    // log:1, prior 1.5, sigma 0.75: p(-1) = 1 + 0.5 / 2.5, p(1) = 2.25
    assertThat(STANDARD.lowerRange(zero, sigma)[q10]).isCloseTo(1.2, within(1e-14));
    assertThat(STANDARD.upperRange(zero, sigma)[q10]).isCloseTo(2.25, within(1e-14));
    sigma[q10] = -1;
    assertThatThrownBy(() -> STANDARD.lowerRange(zero, sigma))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Elements 1, 59 and 101 and the extremes of an independent computation in Python. */
  @Test
  void drawsTheTruthOfItsSeed() {
    double[] x = ControlVectorFile.standard().draw(7);
    assertThat(x[0]).isCloseTo(1.3776555848150316, within(1e-14));
    assertThat(x[58]).isCloseTo(1.1410770730287287, within(1e-14));
    assertThat(x[100]).isCloseTo(-0.1149547757746486, within(1e-14));
    assertThat(Arrays.stream(x).max().getAsDouble()).isCloseTo(2.8832920468974015, within(1e-14));
    assertThat(Arrays.stream(x).min().getAsDouble()).isCloseTo(-2.4295386458321078, within(1e-14));
  }

  @Test
  void drawsAreIndependentOfOtherParameters() {
    ControlVector betas = STANDARD.select(parameter -> parameter.symbol().equals("beta"));
    assertThat(betas.size()).isEqualTo(13);
    assertThat(betas.draw(3)).containsExactly(Arrays.copyOfRange(STANDARD.draw(3), 43, 56));
  }

  @Test
  void drawsAreStandardNormalAndLimited() {
    double sum = 0;
    double squares = 0;
    int seeds = 300;
    for (int seed = 0; seed < seeds; seed++) {
      for (double value : STANDARD.draw(seed)) {
        assertThat(Math.abs(value)).isLessThanOrEqualTo(ControlVector.DRAW_LIMIT);
        sum += value;
        squares += value * value;
      }
    }
    int n = seeds * STANDARD.size();
    assertThat(sum / n).isCloseTo(0, offset(3 / Math.sqrt(n)));
    // variance of N(0, 1) cut at 3: 1 - 2 * 3 phi(3) / (2 Phi(3) - 1) = 0.97334
    assertThat(squares / n).isCloseTo(0.97334, offset(3 * Math.sqrt(2.0 / n)));
  }

  @Test
  void digestCoversWhatDeterminesTheValues() {
    assertThat(STANDARD.digest()).hasSize(64).isEqualTo(STANDARD.withPrior("c0", 388.25).digest());
    assertThat(STANDARD.withPrior("c0", 388.5).digest()).isNotEqualTo(STANDARD.digest());
    assertThat(STANDARD.select(p -> p.number() < 101).digest()).isNotEqualTo(STANDARD.digest());
    assertThat(STANDARD.select(p -> true)).isEqualTo(STANDARD);
  }

  @Test
  void refusesGapsOverlapsAndWrongLengths() {
    Parameter first = STANDARD.parameter(0);
    assertRefused(() -> new ControlVector(List.of()), "at least one");
    assertRefused(() -> new ControlVector(List.of(first.withNumber(2))), "expected 1");
    assertRefused(() -> new ControlVector(List.of(first, first.withNumber(2))), "overlap");
    assertRefused(() -> STANDARD.physical(new double[3]), "3 values");
    assertRefused(() -> STANDARD.withPrior("beta", 1), "13 parameters");
    assertRefused(() -> STANDARD.withPrior("c1", 1), "no parameter c1");
    assertThat(STANDARD.indexOf("c1")).isEmpty();
  }

  @Test
  void travelsToWorkers() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(STANDARD);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(STANDARD);
    }
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
