package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.Ensemble.Distribution;
import org.ccdas.assimilate.posterior.EnsembleDraw;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.region.Regions;
import org.ccdas.observe.block.Block;
import org.junit.jupiter.api.Test;

/** The full model spreads as the linear theory says when its parameters hardly move. */
class EnsembleOfTheModelTest {
  private static final int MEMBERS = 60;
  private static final double NARROW = 0.01;
  private static final SmallWorld WORLD = SmallWorld.of(6);
  private static final List<Cell> CELLS = WORLD.land().stream().map(LandCell::cell).toList();
  private static final Regions GLOBE = Regions.globe(CELLS);

  private final List<Block> blocks = WORLD.blocks(2);
  private final LocalEvaluation evaluation = new LocalEvaluation(WORLD.setup(), blocks);

  @Test
  void drawsAHundredthAsWideAsThePosteriorSpreadAHundredthAsMuch() {
    double[] x = new double[WORLD.setup().control().size()];
    Evaluation linearised = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    Posterior posterior = Posterior.at(x, linearised.normal());
    TargetJacobian targets = evaluation.targets(x, GLOBE);
    double[] linear = targets.sigma(posterior.covariance());
    for (int t = 0; t < linear.length; t++) {
      linear[t] *= NARROW;
    }
    List<EnsembleDraw> draws = new ArrayList<>();
    double[][] values = new double[MEMBERS][];
    for (int m = 0; m < MEMBERS; m++) {
      draws.add(
          EnsembleDraw.of(random -> narrowed(posterior.draw(random), x), NormalStream.of(9, m), 4));
      values[m] = forward(draws.get(m).x());
    }
    Ensemble ensemble =
        new Ensemble(Distribution.POSTERIOR, draws, values, targets.values(), linear, linear);
    for (EnsembleSpread spread : ensemble.spreads()) {
      assertThat(spread.linearSigma()).isPositive();
      assertThat(spread.ratio()).isCloseTo(1, within(4 * spread.samplingError()));
    }
  }

  private double[] forward(double[] x) {
    TargetLayout layout = new TargetLayout(GLOBE, WORLD.setup().window());
    double[] sums = new double[layout.size()];
    for (Block block : blocks) {
      double[] own = new BlockEvaluator(block, WORLD.setup()).targets(x, layout, false);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += own[i];
      }
    }
    return layout.targets(sums).values();
  }

  private static double[] narrowed(double[] draw, double[] centre) {
    double[] narrow = draw.clone();
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = centre[i] + NARROW * (draw[i] - centre[i]);
    }
    return narrow;
  }
}
