package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;

/** A window of December and January, two regions. */
class LocalOperatorTest {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2010, 12), 2);
  private static final LocalQuantity QUANTITY =
      new LocalQuantity("greenness", ModelSeries.FAPAR, new Visibility(5, 0.9, 0.7), 0.02);
  private static final RegionNames REGIONS =
      new RegionNames(List.of("south", "north"), Map.of(1, 1));
  private static final LocalFit PRIOR =
      new LocalFit(
          new int[][] {{1, 4}},
          List.of(new LocalSeries(new int[] {3}, new double[] {0.25}, new double[] {0.1})),
          List.of(new double[] {0.5}));

  private static LocalMisfit misfit(Kind kind) {
    return LocalMisfit.of(LocalError.STANDARD, BiasTreatment.STANDARD.with(kind), REGIONS);
  }

  private static LocalOperator open(Kind kind) {
    return LocalOperator.of(QUANTITY, misfit(kind), WINDOW);
  }

  private static LocalOperator decided(Kind kind) {
    return open(kind).frozenBy(List.of(PRIOR.encode()));
  }

  @Test
  void beforeTheDecisionThereIsSnowToSeeAndNothingElse() {
    LocalOperator open = open(Kind.OFFSET);
    assertThat(open.name()).isEqualTo("greenness");
    assertThat(open.decision().isDecided()).isFalse();
    assertThat(open.series()).containsExactlyInAnyOrder(ModelSeries.FAPAR, ModelSeries.SNOW);
    assertThat(open.groups()).isEmpty();
    assertThat(open.jacobianLength(3)).isZero();
    assertThat(open.systems(null, new double[3], new double[1], new double[0])).isEmpty();
  }

  @Test
  void theRunAtThePriorDecides() {
    LocalOperator decided = decided(Kind.OFFSET);
    assertThat(decided.decision().mask().of(0)).isDeepEqualTo(new int[][] {{1, 4}});
    assertThat(decided.series()).containsExactly(ModelSeries.FAPAR);
    assertThat(decided.misfit()).isEqualTo(open(Kind.OFFSET).misfit());
  }

  @Test
  void theMisfitIsTheShare() {
    LocalOperator operator = decided(Kind.OFFSET);
    assertThat(operator.shareLength(null)).isEqualTo(1);
    double[] modelled = operator.modelled(null, new double[3], new double[] {7.5});
    assertThat(modelled).containsExactly(7.5);
    assertThat(operator.cost(modelled)).isEqualTo(7.5);
    assertThat(operator.bar(modelled)).containsExactly(1);
    assertThat(
            operator.modelledTangent(
                null, new double[3], new double[3], new double[] {7}, new double[] {-2}))
        .containsExactly(-2);
    assertThat(operator.shareBar(null, new double[2], new double[] {1})).containsExactly(1);
  }

  @Test
  void groupsAreRegionsAndYears() {
    LocalOperator operator = decided(Kind.OFFSET);
    assertThat(operator.groups())
        .containsExactly(
            new ObservationGroup("greenness", "south", 2010),
            new ObservationGroup("greenness", "south", 2011),
            new ObservationGroup("greenness", "north", 2010),
            new ObservationGroup("greenness", "north", 2011));
    // cost, gradient and triangle of two parameters
    assertThat(operator.jacobianLength(2)).isEqualTo(4 * (1 + 2 + 3));
    double[] jacobian = new double[24];
    for (int i = 6; i < 12; i++) {
      jacobian[i] = i;
    }
    for (int i = 18; i < 24; i++) {
      jacobian[i] = i;
    }
    List<GroupSystem> systems = operator.systems(null, new double[2], new double[] {24}, jacobian);
    assertThat(systems)
        .as("without observations there is no system")
        .containsExactly(
            new GroupSystem(
                new ObservationGroup("greenness", "south", 2011),
                6,
                new double[] {7, 8},
                new double[] {9, 10, 11}),
            new GroupSystem(
                new ObservationGroup("greenness", "north", 2011),
                18,
                new double[] {19, 20},
                new double[] {21, 22, 23}));
  }

  /** A model that gives the observations just so tells as much as any other. */
  @Test
  void aGroupWhoseMisfitIsZeroKeepsItsHessian() {
    LocalOperator operator = decided(Kind.OFFSET);
    double[] jacobian = new double[operator.jacobianLength(2)];
    jacobian[3] = 4;
    List<GroupSystem> systems = operator.systems(null, new double[2], new double[1], jacobian);
    assertThat(systems).hasSize(1);
    assertThat(systems.get(0).cost()).isZero();
    assertThat(systems.get(0).hessian()).containsExactly(4, 0, 0);
  }

  @Test
  void withoutBiasTheMaskStaysAndTheMatchingGoes() {
    LocalOperator matched =
        new LocalOperator(
            QUANTITY,
            misfit(Kind.LINEAR),
            WINDOW,
            new PriorDecision(
                decided(Kind.OFFSET).decision().mask(), List.<Matching[]>of(new Matching[1])));
    assertThat(matched.decision().matchings()).hasSize(1);
    LocalOperator unbiased = matched.unbiased();
    assertThat(unbiased.misfit().bias().kind()).isEqualTo(Kind.NONE);
    assertThat(unbiased.decision().matchings()).isEmpty();
    assertThat(unbiased.decision().mask()).isEqualTo(matched.decision().mask());
    assertThatThrownBy(() -> unbiased.with(misfit(Kind.CDF)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Matching");
  }

  @Test
  void noTruthGivesMatchedObservations() {
    for (Kind kind : List.of(Kind.NONE, Kind.OFFSET, Kind.OFFSET_GAIN)) {
      open(kind).requireObservable();
    }
    for (Kind kind : List.of(Kind.LINEAR, Kind.CDF)) {
      assertThatThrownBy(() -> open(kind).requireObservable())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("observations.greenness.bias");
    }
  }

  @Test
  void observationsOfATruthAreInTheBlocks() {
    LocalOperator operator = decided(Kind.OFFSET);
    assertThat(operator.observing(new double[1], OptionalLong.of(1))).isSameAs(operator);
  }

  @Test
  void daysKnowTheirYears() {
    int[] years = open(Kind.OFFSET).years();
    assertThat(years).hasSize(62);
    assertThat(years[30]).isEqualTo(2010);
    assertThat(years[31]).isEqualTo(2011);
  }

  @Test
  void onlyDailySeriesAreCompared() {
    assertThatThrownBy(
            () -> new LocalQuantity("uptake", ModelSeries.GPP, QUANTITY.visibility(), 0.02))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("uptake");
  }

  @Test
  void heldOutRegionsAndYearsAddUp() {
    LocalMisfit misfit =
        misfit(Kind.OFFSET).withoutRegions(Set.of("north")).withoutYears(Set.of(2010));
    assertThat(misfit.isHeldOut(1, 2011)).as("north").isTrue();
    assertThat(misfit.isHeldOut(2, 2010)).as("year").isTrue();
    assertThat(misfit.isHeldOut(2, 2011)).isFalse();
    assertThat(misfit.withoutYears(Set.of(2011)).heldOutYears()).containsExactly(2010, 2011);
    assertThatThrownBy(() -> misfit.withoutRegions(Set.of("east")))
        .hasMessageContaining("[south, north]");
  }
}
