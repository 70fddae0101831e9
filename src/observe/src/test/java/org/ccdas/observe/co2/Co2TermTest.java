package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.ObservationGroup;
import org.junit.jupiter.api.Test;

class Co2TermTest {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2010, 1), 8);
  private static final ObservationError ERROR = ObservationError.standard();

  private static StationObservations station(String code, int... missing) {
    SplittableRandom random = new SplittableRandom(code.hashCode());
    double[] value = random.doubles(8, 385, 395).toArray();
    double[] sigma = random.doubles(8, 0.7, 2).toArray();
    for (int month : missing) {
      value[month] = Double.NaN;
      sigma[month] = Double.NaN;
    }
    return new StationObservations(
        new Station(code, "", code, 0, 0, 0, "", "N", 1, 1, 0, ""), WINDOW, value, sigma);
  }

  private static Co2Term example() {
    return new Co2Term(
        List.of(station("AAA", 2, 3, 7), station("BBB"), station("CCC", 0, 1, 2, 3, 4, 5, 6, 7)),
        ERROR);
  }

  private static double[] modelled() {
    return new SplittableRandom(3).doubles(24, 385, 395).toArray();
  }

  @Test
  void countsObservationsAndIgnoresMissingMonths() {
    Co2Term term = example();
    assertThat(term.count()).isEqualTo(13);
    assertThat(term.size()).isEqualTo(24);
    double[] changed = modelled();
    changed[2] += 1000;
    changed[20] += 1000;
    assertThat(term.value(changed)).isEqualTo(term.value(modelled())).isPositive();
    assertThat(term.gradient(changed)[2]).isZero();
  }

  /** J = 1/2 (c - d)' S^-1 (c - d), its gradient S^-1 (c - d), with the covariance written out. */
  @Test
  void isTheGaussianMisfitOfTheFullCovariance() {
    Co2Term term = example();
    double[] c = modelled();
    double cost = 0;
    double[] gradient = new double[24];
    for (int s = 0; s < 2; s++) {
      StationObservations station = term.stations().get(s);
      int[] months = station.months();
      RealMatrix covariance = new Array2DRowRealMatrix(months.length, months.length);
      RealVector misfit = new ArrayRealVector(months.length);
      for (int k = 0; k < months.length; k++) {
        misfit.setEntry(k, c[8 * s + months[k]] - station.value()[months[k]]);
        for (int l = 0; l < months.length; l++) {
          covariance.setEntry(
              k,
              l,
              station.sigma()[months[k]]
                  * station.sigma()[months[l]]
                  * Math.exp(-Math.abs(months[k] - months[l]) / 1.5));
        }
      }
      RealVector solved = new CholeskyDecomposition(covariance).getSolver().solve(misfit);
      cost += 0.5 * misfit.dotProduct(solved);
      for (int k = 0; k < months.length; k++) {
        gradient[8 * s + months[k]] = solved.getEntry(k);
      }
    }
    assertThat(term.value(c)).isCloseTo(cost, within(1e-10 * cost));
    assertThat(term.gradient(c)).containsExactly(gradient, within(1e-9));
    assertThat(term.chiSquare(c)).isCloseTo(2 * cost / 13, within(1e-9));
  }

  @Test
  void gradientAgreesWithCentralDifferences() {
    Co2Term term = example();
    double[] c = modelled();
    double[] gradient = term.gradient(c);
    double step = 1e-3;
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    assertThat(largest).isPositive();
    for (int i = 0; i < c.length; i++) {
      double[] up = c.clone();
      double[] down = c.clone();
      up[i] += step;
      down[i] -= step;
      double difference = (term.value(up) - term.value(down)) / (2 * step);
      assertThat(gradient[i]).isCloseTo(difference, within(1e-8 * largest));
    }
  }

  @Test
  void vanishesAtTheObservations() {
    Co2Term term = example();
    double[] c = modelled();
    for (int s = 0; s < 3; s++) {
      for (int month : term.stations().get(s).months()) {
        c[8 * s + month] = term.stations().get(s).value()[month];
      }
    }
    assertThat(term.value(c)).isZero();
    assertThat(term.gradient(c)).containsOnly(0);
  }

  @Test
  void stationsAddUpToTheTerm() {
    Co2Term term = example();
    double[] c = modelled();
    List<Co2Term.StationMisfit> stations = term.perStation(c);
    assertThat(stations)
        .extracting(Co2Term.StationMisfit::code)
        .containsExactly("AAA", "BBB", "CCC");
    assertThat(stations.stream().mapToDouble(Co2Term.StationMisfit::value).sum())
        .isEqualTo(term.value(c));
    assertThat(stations.stream().mapToInt(Co2Term.StationMisfit::count).sum()).isEqualTo(13);
    assertThat(stations.get(1).chiSquare()).isEqualTo(2 * stations.get(1).value() / 8);
  }

  /** For linear c(x) the Hessian is K' W' W K, which the Gauss-Newton step is built from. */
  @Test
  void whitenedColumnsGiveTheCurvature() {
    Co2Term term = example();
    double[] c = modelled();
    double[] direction = new SplittableRandom(9).doubles(24, -1, 1).toArray();
    double[] whitened = term.whiten(direction);
    assertThat(whitened).hasSize(13);
    double curvature = Arrays.stream(whitened).map(v -> v * v).sum();
    double[] moved = IntStream.range(0, 24).mapToDouble(i -> c[i] + direction[i]).toArray();
    double slope = dot(term.gradient(c), direction);
    assertThat(term.value(moved) - term.value(c))
        .isCloseTo(slope + curvature / 2, within(1e-9 * (Math.abs(slope) + curvature)));
  }

  @Test
  void residualsAreInPpmAndMissingWhereNothingIsObserved() {
    double[] residuals = example().residuals(modelled());
    assertThat(residuals[2]).isNaN();
    assertThat(residuals[8]).isEqualTo(modelled()[8] - example().stations().get(1).value()[0]);
  }

  /** Noise drawn with the term's own covariance has a misfit of one half for each observation. */
  @Test
  void noiseOfItsOwnCovarianceHasChiSquareOne() {
    StationObservations station = station("BBB");
    Co2Term term = new Co2Term(List.of(station), ERROR);
    Random random = new Random(11);
    double sum = 0;
    int draws = 2000;
    for (int draw = 0; draw < draws; draw++) {
      double[] noise =
          ERROR
              .whitening(station)
              .colour(IntStream.range(0, 8).mapToDouble(k -> random.nextGaussian()).toArray());
      double[] c = IntStream.range(0, 8).mapToDouble(k -> station.value()[k] + noise[k]).toArray();
      sum += term.chiSquare(c);
    }
    // standard error of the mean: sqrt(2/(8 * 2000))
    assertThat(sum / draws).isCloseTo(1, within(5 * Math.sqrt(2.0 / (8 * draws))));
  }

  @Test
  void refusesOtherWindowsAndLengths() {
    StationObservations other =
        new StationObservations(
            station("DDD").station(),
            new MonthAxis(YearMonth.of(2010, 2), 8),
            station("DDD").value(),
            station("DDD").sigma());
    assertThatThrownBy(() -> new Co2Term(List.of(station("AAA"), other), ERROR))
        .hasMessageContaining("DDD has another window");
    assertThatThrownBy(() -> new Co2Term(List.of(), ERROR)).hasMessageContaining("needs a station");
    assertThatThrownBy(() -> example().value(new double[8])).hasMessageContaining("expected 24");
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
  }

  /** The term is quadratic: J(c + K dx) = J + g'dx + dx'H dx/2, exactly and for every station. */
  @Test
  void normalSystemsMakeTheTermQuadratic() {
    Co2Term term = example();
    double[] modelled = modelled();
    int n = 3;
    double[][] jacobian = new double[n][];
    SplittableRandom random = new SplittableRandom(7);
    // three months of a station held out follow
    Arrays.setAll(jacobian, i -> random.doubles(27, -2, 2).toArray());
    double[] change = {0.3, -0.7, 1.1};
    double[] moved = modelled.clone();
    for (int k = 0; k < moved.length; k++) {
      for (int i = 0; i < n; i++) {
        moved[k] += jacobian[i][k] * change[i];
      }
    }
    List<GroupSystem> systems = term.normalSystems(modelled, jacobian);
    assertThat(systems)
        .extracting(GroupSystem::group)
        .as("the station without observations is no group")
        .containsExactly(
            new ObservationGroup("co2", "AAA", 0), new ObservationGroup("co2", "BBB", 0));
    for (int s = 0; s < 2; s++) {
      GroupSystem system = systems.get(s);
      double predicted =
          system.cost()
              + new ArrayRealVector(system.gradient()).dotProduct(new ArrayRealVector(change))
              + LowerTriangle.quadratic(system.hessian(), change) / 2;
      double expected = term.perStation(moved).get(s).value();
      assertThat(predicted).isCloseTo(expected, within(1e-12 * (1 + expected)));
      assertThat(system.cost()).isEqualTo(term.perStation(modelled).get(s).value());
      assertThat(expected).isNotEqualTo(system.cost());
    }
  }

  /** Months held out in one term and counted in the other: what is left has no common month. */
  @Test
  void observesTheSameStationsElsewhere() {
    StationObservations all = station("AAA");
    StationObservations some = station("AAA", 1, 2, 3, 4, 5, 6, 7);
    Co2Term used = new Co2Term(List.of(some, station("BBB")), ERROR);
    Co2Term rest = used.observing(List.of(all.without(some), station("BBB").emptied()));
    assertThat(rest.count()).isEqualTo(7);
    assertThat(rest.size()).isEqualTo(used.size());
    double[] modelled = new SplittableRandom(3).doubles(16, 385, 395).toArray();
    assertThat(rest.value(modelled)).isPositive();
    assertThat(rest.perStation(modelled).get(1).value()).isZero();
    assertThat(rest.perStation(modelled).get(1).chiSquare()).isNaN();
    // the error model is the same: alone, the first month has no predecessor in either
    double misfit = modelled[0] - all.value()[0];
    double sigma = all.sigma()[0];
    assertThat(used.perStation(modelled).get(0).value())
        .isCloseTo(misfit * misfit / (2 * sigma * sigma), within(1e-12));
    assertThatThrownBy(() -> used.observing(List.of(all))).hasMessageContaining("[AAA, BBB]");
  }
}
