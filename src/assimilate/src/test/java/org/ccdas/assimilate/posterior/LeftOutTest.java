package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

class LeftOutTest {
  private static final LinearProblem PROBLEM = LinearProblem.sample();

  @Test
  void predictsEveryGroupByTheOthers() {
    Posterior posterior = PROBLEM.posterior();
    List<LeftOut> all = LeftOut.each(posterior);
    double information = 0;
    for (int g = 0; g < all.size(); g++) {
      int group = g;
      LeftOut left = all.get(g);
      LinearProblem others = PROBLEM.where(o -> !o.equals(PROBLEM.groups().get(group)));
      assertThat(left.group()).isEqualTo(PROBLEM.groups().get(g));
      double[] x = others.minimum();
      for (int i = 0; i < x.length; i++) {
        assertThat(left.x()[i]).isCloseTo(x[i], within(1e-12));
      }
      RealVector misfit = PROBLEM.misfit(g, x);
      assertThat(left.predicted()).isCloseTo(misfit.dotProduct(misfit) / 2, within(1e-11));
      assertThat(left.predicted()).isGreaterThan(left.fitted());
      information += left.information();

      // c + K (x_k - x) and K C_k K'
      RealMatrix k = PROBLEM.k().get(g);
      double[] modelled = k.operate(posterior.x());
      double[] predicted = left.prediction(modelled, k.getData(), posterior.x());
      RealMatrix covariance = k.multiply(others.covariance()).multiply(k.transpose());
      for (int v = 0; v < predicted.length; v++) {
        assertThat(predicted[v]).isCloseTo(k.operate(x)[v], within(1e-12));
      }
      assertThat(left.spread()).isCloseTo(covariance.getTrace() / 2, within(1e-11));
    }
    assertThat(information).isCloseTo(posterior.spectrum().degreesOfFreedom(), within(1e-12));
  }
}
