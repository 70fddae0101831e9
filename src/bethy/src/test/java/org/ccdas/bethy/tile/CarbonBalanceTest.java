package org.ccdas.bethy.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.Reference.MONTH;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.Reference;
import org.ccdas.bethy.process.Evening;
import org.ccdas.bethy.process.FastPool;
import org.ccdas.bethy.process.TileParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarbonBalanceTest {
  private static final List<Evening> DAYS =
      ThirtyDays.run().stream().map(TileDay::evening).toList();
  private static final TileParameters PRIOR = ThirtyDays.tile().parameters();

  @Test
  void balancedWindowAgreesWithTheReference() {
    CarbonBalance carbon = CarbonBalance.close(PRIOR, List.of(), DAYS);
    JsonNode expected = Reference.block("thirty_days_carbon");
    check(expected, "nep", carbon.window());
    checkAmplitudes(expected, carbon, PRIOR);
    assertThat(carbon.before()).isEmpty();
  }

  @Test
  void sourceWithDaysBeforeTheWindowAgreesWithTheReference() {
    TileParameters p = Parameters.with(PRIOR, "beta", 1.25);
    CarbonBalance carbon = CarbonBalance.close(p, DAYS.subList(0, 10), DAYS.subList(10, 30));
    JsonNode expected = Reference.block("thirty_days_carbon_beta1.25_window20_pre10");
    check(expected, "nep", carbon.window());
    check(expected, "nep_pre", carbon.before());
    checkAmplitudes(expected, carbon, p);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1.0, 1.25, 2.5})
  void sumOverTheWindowIsOneMinusBetaOfProduction(double beta) {
    CarbonBalance carbon =
        CarbonBalance.close(Parameters.with(PRIOR, "beta", beta), List.of(), DAYS);
    double npp = DAYS.stream().mapToDouble(Evening::npp).sum();
    assertThat(npp).isGreaterThan(100);
    assertThat(sum(carbon.window())).isCloseTo((1 - beta) * npp, within(1e-9 * npp));
    assertThat(Arrays.stream(carbon.fastRespiration()).boxed()).allMatch(flux -> flux > 0);
    assertThat(Arrays.stream(carbon.slowRespiration()).boxed()).allMatch(flux -> flux > 0);
  }

  @Test
  void fastPoolRepeatsItselfOverTheWindow() {
    double start = CarbonBalance.close(PRIOR, List.of(), DAYS).startPool();
    double carbon = start;
    for (Evening day : DAYS) {
      carbon = FastPool.step(carbon, day.litter(), day.fastRate()).carbon();
    }
    assertThat(carbon).isCloseTo(start, within(1e-12 * start));
  }

  private static void check(JsonNode expected, String key, double[] actual) {
    assertThat(actual).hasSize(expected.get(key).size());
    for (int i = 0; i < actual.length; i++) {
      Reference.check(key + " " + i, expected.get(key).get(i).asDouble(), actual[i], MONTH);
    }
  }

  private static void checkAmplitudes(JsonNode expected, CarbonBalance carbon, TileParameters p) {
    // lf = F / (beta (1 - f_s))
    double perLitter = carbon.amplitudes().fast() / (p.beta() * (1 - p.slowShare()));
    Reference.check(expected, "lf", perLitter, MONTH);
    Reference.check(expected, "As", carbon.amplitudes().slow(), MONTH);
    Reference.check(expected, "c0", carbon.startPool() * perLitter, MONTH);
    Reference.check(expected, "sumRf", sum(carbon.fastRespiration()), MONTH);
    Reference.check(expected, "sumRs", sum(carbon.slowRespiration()), MONTH);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
