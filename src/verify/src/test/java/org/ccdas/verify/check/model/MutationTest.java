package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.DoubleBuffer;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.verify.check.AdjointIdentity;
import org.ccdas.verify.check.CentralDifferences;
import org.ccdas.verify.check.CheckResult;
import org.ccdas.verify.check.DerivativeCheck;
import org.ccdas.verify.check.Differentiable;
import org.ccdas.verify.check.TaylorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checks are themselves checked: every derivative term that a tile of the model uses is dropped
 * in turn, and each time a check must fail.
 */
class MutationTest {
  private static final DerivativeCheck IDENTITY = new AdjointIdentity(1e-11, 1, 1);
  private static final DerivativeCheck TAYLOR = new TaylorTest(0.1, 1e-11, 21, 1, 1);
  private static final DerivativeCheck DIFFERENCES =
      new CentralDifferences(CentralDifferences.Scheme.SECOND_ORDER, 1e-5, 1e-6, 1, 1);

  /** A tile with the right kernels, the point where it is checked, and what is known of it. */
  private static final class Place {
    private final TileProblem tile;
    private final Differentiable scaled;
    private final double[] point;
    private final Map<DoubleBuffer, double[]> tangents = new HashMap<>();
    private final Map<Stage, BitSet> touched = new EnumMap<>(Stage.class);
    private final Map<Stage, Map<Integer, CheckResult>> dropped = new EnumMap<>(Stage.class);

    Place(TileSite site, int days) {
      this.tile = new TileProblem(ControlVectorFile.standard(), site, days, 1);
      this.point = MathArrays.scale(0.3, new NormalStream(2).next(tile.inputs()));
      this.scaled = tile.scaledAt(point);
    }

    CheckResult check(DerivativeCheck check, Function<Boolean, StageKernels> kernels) {
      return check(check, tile.withDerivativesOf(kernels).scaledAt(point));
    }

    private CheckResult check(DerivativeCheck check, Differentiable problem) {
      return check.check("a tile", problem, point);
    }

    /** The slots of a stage that its adjoint gives anything to. */
    BitSet touched(Stage stage) {
      return (BitSet) touched.computeIfAbsent(stage, this::probe).clone();
    }

    private BitSet probe(Stage stage) {
      BitSet slots = new BitSet();
      tile.withDerivativesOf(stage.changed(right -> new ProbeKernel(right, slots)))
          .adjoint(point, new NormalStream(3).next(tile.outputs()));
      return slots;
    }

    /** The identity where the adjoint of a stage lacks its term by a slot. */
    CheckResult dropped(Stage stage, int slot) {
      return dropped
          .computeIfAbsent(stage, any -> new HashMap<>())
          .computeIfAbsent(slot, any -> check(IDENTITY, new OtherAdjoint(this, stage, slot)));
    }

    /** The tangent by the right kernels; every mutant of the adjoint has the same. */
    double[] tangent(double[] v) {
      return tangents.computeIfAbsent(
          DoubleBuffer.wrap(v), any -> scaled.tangent(point, v.clone()));
    }
  }

  /**
   * A tile whose adjoint alone is wrong, so that values and tangents are those of the right one.
   */
  private record OtherAdjoint(Place place, Differentiable mutant) implements Differentiable {
    OtherAdjoint(Place place, Stage stage, int slot) {
      this(
          place,
          place
              .tile
              .withDerivativesOf(MutantKernel.kernels(stage, MutantKernel.Wrong.ADJOINT, slot, 0))
              .scaledAt(place.point));
    }

    @Override
    public int inputs() {
      return mutant.inputs();
    }

    @Override
    public int outputs() {
      return mutant.outputs();
    }

    @Override
    public double[] value(double[] x) {
      return mutant.value(x);
    }

    @Override
    public double[] tangent(double[] x, double[] v) {
      assertThat(x).isEqualTo(place.point);
      return place.tangent(v);
    }

    @Override
    public double[] adjoint(double[] x, double[] u) {
      return mutant.adjoint(x, u);
    }
  }

  private static final Place GRASS = place("Crop", 5, CheckClimate.TEMPERATE, 16);
  private static final Place C4 = place("C4Gr", 2, CheckClimate.SAHEL, 16);

  /** Summer first, which shows most and runs fast; snow and autumn leaves need a longer run. */
  private static final List<Place> PLACES =
      List.of(
          GRASS,
          place("TrEv", 3, CheckClimate.TROPICS, 16),
          place("TmpDec", 3, CheckClimate.TEMPERATE, 160),
          place("EvCn", 6, CheckClimate.BOREAL, 200));

  private static Place place(String type, int soil, CheckClimate climate, int days) {
    return new Place(TileSite.of(type, soil, climate), days);
  }

  @Test
  void theRightKernelsPass() {
    assertThat(C4.check(IDENTITY, StageKernels::of).passed()).isTrue();
    for (Place place : PLACES) {
      assertThat(place.check(IDENTITY, StageKernels::of).passed()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everyDroppedTermOfTheAdjointIsCaught(Stage stage) {
    assertThat(unseen(stage, PLACES)).as("terms whose loss goes unseen").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"STRESS", "LIGHT", "NIGHT"})
  void everyDroppedTermOfTheKernelsOfC4IsCaught(Stage stage) {
    assertThat(stage.of(StageKernels.of(true))).isNotSameAs(stage.of(StageKernels.of(false)));
    assertThat(unseen(stage, List.of(C4))).as("terms whose loss goes unseen").isEmpty();
  }

  /** Names of the terms of a stage that some place uses and whose loss no place shows. */
  private static List<String> unseen(Stage stage, List<Place> places) {
    BitSet used = new BitSet();
    BitSet caught = new BitSet();
    for (Place place : places) {
      BitSet touched = place.touched(stage);
      used.or(touched);
      touched.andNot(caught);
      touched.stream().filter(slot -> !place.dropped(stage, slot).passed()).forEach(caught::set);
    }
    assertThat(used.cardinality()).isPositive();
    used.andNot(caught);
    return used.stream().mapToObj(stage.of(StageKernels.of(false)).inputNames()::get).toList();
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void aTurnedSignAndAWrongTangentAreCaught(Stage stage) {
    for (Place place : List.of(GRASS, C4)) {
      int slot = strongest(place, stage);
      for (MutantKernel.Wrong wrong :
          List.of(MutantKernel.Wrong.ADJOINT, MutantKernel.Wrong.TANGENT)) {
        CheckResult result = place.check(IDENTITY, MutantKernel.kernels(stage, wrong, slot, -1));
        assertThat(result.passed()).as(stage + " " + wrong + " " + result).isFalse();
      }
    }
  }

  /** A term that tangent and adjoint both lack leaves them transposed: only differences tell. */
  @ParameterizedTest
  @EnumSource(Stage.class)
  void aTermThatBothLackIsCaughtByDifferences(Stage stage) {
    int slot = strongest(GRASS, stage);
    Function<Boolean, StageKernels> both =
        MutantKernel.kernels(stage, MutantKernel.Wrong.BOTH, slot, 0);
    assertThat(GRASS.check(IDENTITY, both).passed()).isTrue();
    assertThat(GRASS.check(TAYLOR, both).passed()).isFalse();
    assertThat(GRASS.check(DIFFERENCES, both).passed()).isFalse();
  }

  /** The slot whose loss shows most. */
  private static int strongest(Place place, Stage stage) {
    int strongest = -1;
    double most = 0;
    for (int slot : place.touched(stage).stream().toArray()) {
      double measured = place.dropped(stage, slot).measured();
      if (measured > most) {
        most = measured;
        strongest = slot;
      }
    }
    return strongest;
  }
}
