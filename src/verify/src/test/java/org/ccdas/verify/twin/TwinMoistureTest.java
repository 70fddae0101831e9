package org.ccdas.verify.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockFile;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockMoistureFit;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.assimilate.evaluation.TwinMoisture;
import org.ccdas.observe.moisture.BiasTreatment;
import org.ccdas.observe.moisture.BiasTreatment.Kind;
import org.ccdas.verify.check.model.CheckWorld;
import org.junit.jupiter.api.Test;

class TwinMoistureTest {
  private static final CheckWorld WORLD = CheckWorld.of(3);
  private static final EvaluationSetup SETUP = WORLD.setup();
  private static final double[] TRUTH = SETUP.control().draw(11);
  private static final List<BlockMoistureFit> FITS =
      new LocalEvaluation(SETUP, WORLD.blocks())
          .fluxes(TRUTH).stream().map(BlockFluxes::moisture).toList();
  private static final int DRAWS = 40;

  private static MoistureSetup assumed(Kind kind) {
    return SETUP.moisture().withBias(BiasTreatment.STANDARD.with(kind));
  }

  private static List<Block> observed(UnaryOperator<Block> twin) {
    List<Block> blocks = new ArrayList<>();
    WORLD.blocks().forEach(block -> blocks.add(twin.apply(block)));
    return blocks;
  }

  private static List<Block> observed(TwinMoisture twin) {
    return observed(block -> twin.observed(block, FITS.get(block.index())));
  }

  private static double misfit(Kind kind, TwinMoisture twin) {
    EvaluationSetup setup = SETUP.withMoisture(assumed(kind));
    return new LocalEvaluation(setup, observed(twin)).cost(TRUTH).soilMoisture();
  }

  private static int count() {
    return FITS.stream().flatMap(fit -> fit.observed().stream()).mapToInt(s -> s.count()).sum();
  }

  @Test
  void perfectObservationsAreTheOperatorsValuesOnTheDaysThatTheMaskAllows() {
    TwinMoisture perfect = TwinMoisture.perfect(assumed(Kind.NONE));
    List<Block> blocks = observed(perfect);
    int values = 0;
    for (Block block : blocks) {
      values += block.moisture().count();
      BlockMoistureFit fit = FITS.get(block.index());
      for (int cell = 0; cell < fit.observed().size(); cell++) {
        int[] days = fit.observed().get(cell).days();
        for (int k = 0; k < days.length; k++) {
          assertThat(block.moisture().value()[cell][days[k]])
              .isEqualTo((float) fit.modelled().get(cell)[k]);
          assertThat((double) block.moisture().standardError()[cell][days[k]])
              .isEqualTo(fit.observed().get(cell).sigma()[k]);
        }
      }
    }
    assertThat(values).isEqualTo(count()).isPositive();
    // single precision of the observations is all that is left
    assertThat(misfit(Kind.NONE, perfect)).isPositive().isLessThan(1e-9);
    double prior =
        new LocalEvaluation(SETUP.withMoisture(assumed(Kind.NONE)), blocks)
            .cost(new double[TRUTH.length])
            .soilMoisture();
    assertThat(prior).isGreaterThan(1);
  }

  @Test
  void atTheTruthTheMisfitIsThatOfTheAssumedDistribution() {
    // 2 J - ln det is chi-square of as many degrees of freedom as values, bias eliminated or not
    for (Kind kind : List.of(Kind.NONE, Kind.OFFSET)) {
      double sum = 0;
      for (long seed = 0; seed < DRAWS; seed++) {
        sum += 2 * misfit(kind, TwinMoisture.noisy(assumed(kind), seed));
      }
      double standardError = Math.sqrt(2.0 / (DRAWS * count()));
      assertThat(sum / DRAWS / count()).as("%s", kind).isCloseTo(1, within(4 * standardError));
    }
  }

  @Test
  void theDrawnBiasHasThePriorOfTheAssimilation() {
    // errors without bias are not enough for an assimilation that allows for one, and the reverse
    double biased = 2 * misfit(Kind.NONE, TwinMoisture.noisy(assumed(Kind.OFFSET), 5)) / count();
    double unbiased = 2 * misfit(Kind.OFFSET, TwinMoisture.noisy(assumed(Kind.NONE), 5)) / count();
    assertThat(biased).isGreaterThan(1.5);
    assertThat(unbiased).isLessThan(1.1);
    double[] offsets = differences(Kind.OFFSET);
    double[] gains = differences(Kind.OFFSET_GAIN);
    // a ~ N(0, 0.1^2); with g ~ N(1, 0.5^2) the values spread more
    assertThat(rms(offsets)).isBetween(0.09, 0.13);
    assertThat(rms(gains)).isGreaterThan(1.1 * rms(offsets));
  }

  /** Observed minus modelled of the first value of every cell in many draws. */
  private static double[] differences(Kind kind) {
    List<Double> found = new ArrayList<>();
    for (long seed = 0; seed < DRAWS; seed++) {
      for (Block block : observed(TwinMoisture.noisy(assumed(kind), seed))) {
        BlockMoistureFit fit = FITS.get(block.index());
        for (int cell = 0; cell < fit.observed().size(); cell++) {
          if (fit.observed().get(cell).count() > 0) {
            int day = fit.observed().get(cell).days()[0];
            found.add(block.moisture().value()[cell][day] - fit.modelled().get(cell)[0]);
          }
        }
      }
    }
    return found.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double rms(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length);
  }

  @Test
  void drawsOfACellDependOnItsNumberAndTheSeedOnly() {
    TwinMoisture twin = TwinMoisture.noisy(assumed(Kind.OFFSET), 7);
    Block block = WORLD.blocks().get(1);
    float[][] values = twin.observed(block, FITS.get(1)).moisture().value();
    assertThat(BlockFile.encode(twin.observed(block, FITS.get(1))))
        .isEqualTo(BlockFile.encode(twin.observed(block, FITS.get(1))));
    TwinMoisture other = TwinMoisture.noisy(assumed(Kind.OFFSET), 8);
    assertThat(Arrays.equals(other.observed(block, FITS.get(1)).moisture().value()[0], values[0]))
        .isFalse();
    // the second cell alone, as in a block of other cells
    int cell = block.cells().get(1).id();
    BlockMoistureFit fit = FITS.get(1);
    Block swapped =
        new Block(
            block.index(),
            List.of(block.cells().get(1), block.cells().get(0), block.cells().get(2)),
            block.tiles(),
            block.forcingStart(),
            block.minimumTemperature(),
            block.maximumTemperature(),
            block.precipitation(),
            block.shortwave(),
            block.co2(),
            block.response(),
            block.moisture());
    BlockMoistureFit reordered =
        new BlockMoistureFit(
            fit.hidden(),
            List.of(fit.observed().get(1), fit.observed().get(0), fit.observed().get(2)),
            List.of(fit.modelled().get(1), fit.modelled().get(0), fit.modelled().get(2)));
    assertThat(swapped.cells().get(0).id()).isEqualTo(cell);
    float[] alone = twin.observed(swapped, reordered).moisture().value()[0];
    assertThat(Arrays.equals(alone, values[1])).isTrue();
    assertThat(Arrays.equals(values[0], values[1])).isFalse();
  }

  @Test
  void matchedObservationsAreNotWhatATruthGives() {
    MoistureSetup matched =
        MoistureSetup.of(
            SETUP.moisture().error(),
            BiasTreatment.STANDARD.with(Kind.CDF),
            Set.of(),
            SETUP.moisture().regions());
    assertThatThrownBy(() -> TwinMoisture.noisy(matched, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CDF");
    assertThatThrownBy(() -> SETUP.moisture().withBias(BiasTreatment.STANDARD.with(Kind.CDF)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
