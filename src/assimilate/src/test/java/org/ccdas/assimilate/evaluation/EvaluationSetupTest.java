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
import java.util.ArrayList;
import java.util.List;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.LocalError;
import org.ccdas.observe.local.LocalMisfit;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.LocalQuantity;
import org.ccdas.observe.local.ObservedField;
import org.ccdas.observe.local.RegionNames;
import org.ccdas.observe.local.Visibility;
import org.ccdas.observe.stream.StreamOperator;
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
    // two stations and one held out, two months: the land, and a column a factor of respiration
    assertThat(setup.shareLength()).isEqualTo(6 * 14);
  }

  private static LocalOperator local(String name, ModelSeries series) {
    return LocalOperator.of(
        new LocalQuantity(name, series, new Visibility(5, 0.9, 0.7), 0.02),
        LocalMisfit.of(LocalError.STANDARD, BiasTreatment.STANDARD, RegionNames.globe()),
        SmallWorld.WINDOW);
  }

  @Test
  void aSetupHasAnyStreams() {
    EvaluationSetup none = WORLD.setup().withStreams(List.of());
    assertThat(none.shareLength()).isZero();
    assertThat(none.series()).isEmpty();
    LocalOperator moisture = local("soilMoisture", ModelSeries.TOP_MOISTURE);
    LocalOperator fapar = local("fapar", ModelSeries.FAPAR);
    EvaluationSetup three = WORLD.setup().withStreams(List.of(moisture, WORLD.co2(), fapar));
    assertThat(three.shareLength()).isEqualTo(1 + 6 * 14 + 1);
    assertThat(three.series())
        .containsExactlyInAnyOrder(ModelSeries.TOP_MOISTURE, ModelSeries.FAPAR, ModelSeries.SNOW);
    assertThat(three.stream("co2", Co2Operator.class)).isSameAs(WORLD.co2());
    assertThat(three.stream("fapar", LocalOperator.class)).isSameAs(fapar);
    assertThatThrownBy(() -> three.stream("sif", LocalOperator.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No stream sif");
    assertThatThrownBy(() -> three.stream("co2", LocalOperator.class))
        .isInstanceOf(ClassCastException.class);
  }

  @Test
  void noNameStandsTwice() {
    LocalOperator fapar = local("fapar", ModelSeries.FAPAR);
    List<StreamOperator> twice = List.of(fapar, local("fapar", ModelSeries.LAI));
    assertThatThrownBy(() -> WORLD.setup().withStreams(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Two streams of one name");
  }

  @Test
  void oneStreamIsExchangedAtItsPlace() {
    LocalOperator fapar = local("fapar", ModelSeries.FAPAR);
    LocalOperator other = local("fapar", ModelSeries.LAI);
    EvaluationSetup setup = WORLD.setup().withStreams(List.of(fapar, WORLD.co2()));
    assertThat(setup.with(other).streams()).containsExactly(other, WORLD.co2());
    assertThat(setup.withEach(StreamOperator::unbiased).streams())
        .containsExactly(fapar.unbiased(), WORLD.co2());
    assertThat(setup.streams()).containsExactly(fapar, WORLD.co2());
    assertThat(setup.with(other).frozen()).isEqualTo(setup.frozen());
  }

  /** What the run at the prior decides reaches the stream that it is of. */
  @Test
  void theRunAtThePriorFreezesTilesAndStreams() {
    LocalOperator moisture = local("soilMoisture", ModelSeries.TOP_MOISTURE);
    // an instrument that never sees anything
    LocalOperator fapar =
        LocalOperator.of(
            new LocalQuantity("fapar", ModelSeries.FAPAR, new Visibility(-1, 0, 0.7), 0.02),
            moisture.misfit(),
            SmallWorld.WINDOW);
    EvaluationSetup open = WORLD.setup().withStreams(List.of(moisture, WORLD.co2(), fapar));
    List<Block> blocks = WORLD.blocks(1);
    List<Block> observed = new ArrayList<>();
    for (Block block : blocks) {
      ObservedField field =
          ObservedField.daily(1, SmallWorld.WINDOW.firstDay(), SmallWorld.WINDOW.days());
      observed.add(block.with("soilMoisture", field).with("fapar", field));
    }
    double[] prior = new double[open.control().size()];
    List<BlockFluxes> fluxes = new LocalEvaluation(open, observed).fluxes(prior);
    assertThat(fluxes).allSatisfy(f -> assertThat(f.fits()).hasSize(3));
    EvaluationSetup frozen = open.frozenBy(fluxes);
    assertThat(frozen.frozen().withoutCarbon()).hasSize(2);
    for (String name : List.of("soilMoisture", "fapar")) {
      LocalOperator decided = frozen.stream(name, LocalOperator.class);
      assertThat(decided.decision().isDecided()).isTrue();
      assertThat(decided.decision().mask().changes()).hasSize(2);
      assertThat(decided.name()).isEqualTo(name);
    }
    assertThat(changes(frozen, "fapar")).allSatisfy(tile -> assertThat(tile).containsExactly(0));
    assertThat(changes(frozen, "soilMoisture"))
        .allSatisfy(tile -> assertThat(tile).doesNotContain(0));
    assertThat(frozen.series())
        .containsExactlyInAnyOrder(ModelSeries.TOP_MOISTURE, ModelSeries.FAPAR);
    assertThat(frozen.stream("co2", Co2Operator.class)).isSameAs(WORLD.co2());
  }

  /** Of every tile the days on which it turns hidden or visible. */
  private static List<int[]> changes(EvaluationSetup setup, String stream) {
    List<int[]> tiles = new ArrayList<>();
    setup.stream(stream, LocalOperator.class)
        .decision()
        .mask()
        .changes()
        .forEach(block -> tiles.addAll(List.of(block)));
    return tiles;
  }
}
