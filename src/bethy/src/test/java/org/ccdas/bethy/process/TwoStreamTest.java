package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.Reference.LEAF;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ccdas.bethy.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoStreamTest {
  @Test
  void agreesWithTheReference() {
    int cases = 0;
    for (JsonNode each : Reference.block("twostream")) {
      double lai = each.get("L").asDouble();
      double cover = each.get("fc").asDouble();
      double sun = each.get("mu").asDouble();
      double direct = each.get("fdir").asDouble();
      double ground = each.get("rho").asDouble();
      double[] absorbed = TwoStream.absorbed(lai, cover, sun, direct, ground);
      double[] net = TwoStream.netFlux(lai, cover, sun, direct, ground);
      for (int i = 0; i < 3; i++) {
        Reference.check("layer " + i, each.get("layers").get(i).asDouble(), absorbed[i], LEAF);
      }
      Reference.check(each, "net_top", net[0], LEAF);
      Reference.check(each, "net_bottom", net[3], LEAF);
      cases++;
    }
    assertThat(cases).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "5.0, 1.0, 0.9, 0.6, 0.08",
    "3.0, 0.8, 0.2, 0.9, 0.3",
    "0.6, 0.5, 0.05, 0.3, 0.15",
    "7.0, 1.0, 0.6, 0.0, 0.1"
  })
  void solvesTheFluxEquations(double lai, double cover, double sun, double direct, double ground) {
    double[] expected = integrate(lai / cover, sun, direct, ground);
    double[] net = TwoStream.netFlux(lai, cover, sun, direct, ground);
    for (int i = 0; i <= 3; i++) {
      assertThat(net[i]).isCloseTo(expected[i], within(1e-9));
    }
  }

  @Test
  void energyIsConserved() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2000; i++) {
      double lai = random.nextDouble(1e-3, 8);
      double cover = random.nextDouble(0.05, 1);
      double sun = random.nextDouble(1e-3, 1);
      double direct = random.nextDouble();
      double ground = random.nextDouble(0.04, 0.7);
      double[] net = TwoStream.netFlux(lai, cover, sun, direct, ground);
      double[] absorbed = TwoStream.absorbed(lai, cover, sun, direct, ground);
      double reflected = 1 - net[0];
      // what falls on the vegetated part is reflected, absorbed by leaves or by the ground
      double total = reflected + Arrays.stream(absorbed).sum() / cover + net[3];
      assertThat(total).isCloseTo(1, within(1e-12));
      assertThat(reflected).isBetween(0.0, 1.0);
      assertThat(net[3]).isBetween(0.0, 1.0 - ground + 1e-12);
      assertThat(Arrays.stream(absorbed).boxed()).allMatch(share -> share > 0);
    }
  }

  @Test
  void groundWithoutLeavesReflectsByItsAlbedo() {
    double[] net = TwoStream.netFlux(1e-12, 1, 0.5, 0.5, 0.2);
    assertThat(net[0]).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void neitherSingularSunNorDenseLeavesBreakIt() {
    // 1 - 4 mu^2 (1 - w) = 0
    double singular = 0.5 / Math.sqrt(0.88);
    double[] at = TwoStream.absorbed(4, 1, singular, 0.5, 0.1);
    double[] near = TwoStream.absorbed(4, 1, singular + 2e-4, 0.5, 0.1);
    for (int i = 0; i < 3; i++) {
      assertThat(at[i]).isCloseTo(near[i], within(1e-3));
    }
    double[] dense = TwoStream.absorbed(7, 1e-3, 0.5, 0.5, 0.1);
    assertThat(Arrays.stream(dense).sum()).isBetween(0.9e-3, 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"5.0, 1.0, 0.08", "3.0, 0.8, 0.3", "0.6, 0.5, 0.15", "1e-3, 1e-3, 0.1"})
  void underAWhiteSkyTheSunDoesNotMatter(double lai, double cover, double ground) {
    double white = TwoStream.absorbedDiffuse(lai, cover, ground);
    // 0.533 is the singular elevation
    for (double sun : new double[] {1e-3, 0.1, 0.5, 0.5 / Math.sqrt(0.88), 0.9, 1.0}) {
      double sum = Arrays.stream(TwoStream.absorbed(lai, cover, sun, 0, ground)).sum();
      assertThat(sum).isCloseTo(white, within(1e-15));
    }
    double[] net = integrate(lai / cover, 0.5, 0, ground);
    assertThat(white).isCloseTo(cover * (net[0] - net[3]), within(1e-9));
  }

  @Test
  void energyOfTheWhiteSkyIsConserved() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 500; i++) {
      double lai = random.nextDouble(1e-3, 8);
      double cover = random.nextDouble(0.05, 1);
      double ground = random.nextDouble(0.04, 0.7);
      double[] net = TwoStream.netFlux(lai, cover, 1, 0, ground);
      // absorbed + reflected + ground = 1 on the vegetated part
      double total = TwoStream.absorbedDiffuse(lai, cover, ground) / cover + (1 - net[0]) + net[3];
      assertThat(total).isCloseTo(1, within(1e-12));
    }
  }

  /**
   * Net flux at the four boundaries by integrating dD/dl = -a D + c U + s, dU/dl = a U - c D - s
   * with a = 1 - w/2, c = w/2, s = (w/2) K f_dir e^{-K l}, D(0) = 1 - f_dir, U(Lc) = rho (D + f_dir
   * e^{-K Lc}).
   */
  private static double[] integrate(double depth, double sun, double direct, double ground) {
    double k = 0.5 / sun;
    double[][] one = sweep(depth, k, direct, 1 - direct, 0);
    double[][] two = sweep(depth, k, direct, 1 - direct, 1);
    double beam = direct * Math.exp(-k * depth);
    double errorOne = one[3][1] - ground * (one[3][0] + beam);
    double errorTwo = two[3][1] - ground * (two[3][0] + beam);
    double up = errorOne / (errorOne - errorTwo);
    double[] net = new double[4];
    for (int i = 0; i < 4; i++) {
      double down = one[i][0] + up * (two[i][0] - one[i][0]);
      double upward = one[i][1] + up * (two[i][1] - one[i][1]);
      net[i] = down + direct * Math.exp(-k * depth * i / 3) - upward;
    }
    return net;
  }

  private static double[][] sweep(double depth, double k, double direct, double down, double up) {
    int steps = 3000;
    double h = depth / steps;
    double[] y = {down, up};
    double[][] kept = new double[4][];
    kept[0] = y;
    for (int i = 0; i < steps; i++) {
      double l = i * h;
      double[] k1 = slope(l, y, k, direct);
      double[] k2 = slope(l + h / 2, along(y, k1, h / 2), k, direct);
      double[] k3 = slope(l + h / 2, along(y, k2, h / 2), k, direct);
      double[] k4 = slope(l + h, along(y, k3, h), k, direct);
      y =
          new double[] {
            y[0] + h / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]),
            y[1] + h / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1])
          };
      if ((i + 1) % (steps / 3) == 0) {
        kept[(i + 1) / (steps / 3)] = y;
      }
    }
    return kept;
  }

  private static double[] slope(double l, double[] y, double k, double direct) {
    double w = 0.12;
    double source = w / 2 * k * direct * Math.exp(-k * l);
    return new double[] {
      -(1 - w / 2) * y[0] + w / 2 * y[1] + source, (1 - w / 2) * y[1] - w / 2 * y[0] - source
    };
  }

  private static double[] along(double[] y, double[] slope, double h) {
    return new double[] {y[0] + h * slope[0], y[1] + h * slope[1]};
  }
}
