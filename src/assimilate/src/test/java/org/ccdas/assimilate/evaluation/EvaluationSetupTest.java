package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class EvaluationSetupTest {
  private static final SmallWorld WORLD = SmallWorld.of(2);

  private static <T> T copy(T value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      @SuppressWarnings("unchecked")
      T copy = (T) in.readObject();
      return copy;
    }
  }

  @Test
  void whatTravelsToWorkersSerialises() throws Exception {
    BlockReference reference = new BlockReference("gs://b/x", 1, "ab", 5, 2, 4);
    BlockPlan plan = BlockPlan.deal(WORLD.land(), 2).get(0);
    Evaluation evaluation = EvaluationsFileTest.sample().get(0);
    BlockFluxes fluxes = BlockFluxesFileTest.sample();
    Block block = WORLD.blocks(2).get(0);
    Candidate candidate = new Candidate(4, new double[] {1, 2}, Derivative.GRADIENT);
    assertThat(copy(reference)).isEqualTo(reference);
    assertThat(copy(plan)).isEqualTo(plan);
    assertThat(copy(candidate)).isEqualTo(candidate);
    for (Object value : List.of(evaluation, fluxes, block)) {
      assertThat(copy(value))
          .usingRecursiveComparison()
          .withEqualsForType(Double::equals, Double.class)
          .isEqualTo(value);
    }
  }

  @Test
  void aSetupThatTravelledGivesTheSameBits() throws Exception {
    double[] x = WORLD.setup().control().draw(1);
    FrozenTiles frozen =
        new FrozenTiles(List.of(new boolean[] {false, true, false, false, false, false}));
    EvaluationSetup setup = WORLD.setup().withFrozen(frozen);
    Evaluation here = new LocalEvaluation(setup, WORLD.blocks(2)).gradient(x);
    Evaluation there = new LocalEvaluation(copy(setup), copy(WORLD.blocks(2))).gradient(x);
    assertThat(there)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(here);
  }

  @Test
  void monthsOfTheFluxesBeginWithTheSpinUp() {
    EvaluationSetup setup = WORLD.setup();
    assertThat(setup.fluxMonths()).isEqualTo(new MonthAxis(YearMonth.of(2011, 4), 3));
    assertThat(setup.schedule().forcingStart()).isEqualTo(LocalDate.of(2011, 4, 1));
    assertThat(setup.schedule().steps()).isEqualTo(2 * 30 + 31 + 30);
    assertThat(setup.schedule().months()).isEqualTo(setup.fluxMonths().count());
    assertThat(setup.concentrations()).isEqualTo(6);
  }

  @Test
  void backgroundMustFitTheStations() {
    for (int length : new int[] {2, 5}) {
      assertThatThrownBy(() -> background(length))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Background of " + length + " values");
    }
    assertThat(background(4).concentrations()).isEqualTo(4);
  }

  private static EvaluationSetup background(int length) {
    EvaluationSetup s = WORLD.setup();
    return new EvaluationSetup(
        s.control(),
        s.subDaily(),
        s.spinUpFirst(),
        s.window(),
        s.passes(),
        s.co2(),
        new double[length],
        s.frozen());
  }
}
