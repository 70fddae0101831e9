package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.lane.Schedule;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

/** A cell with two tiles, of two thirds and one third of its vegetation. */
class SeenDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2010, 5, 1);
  private static final int DAYS = 12;
  private static final double[] FRACTION = {0.6, 0.3};
  private static final Visibility RULE = new Visibility(5, 0.9, 0.6);

  /** A tile that is hidden on some days. */
  private static boolean[] hidden(int... days) {
    boolean[] visible = new boolean[DAYS];
    Arrays.fill(visible, true);
    for (int day : days) {
      visible[day] = false;
    }
    return visible;
  }

  private static ObservedField field(int[] from, int[] to) {
    ObservedField field = ObservedField.missing(2, FIRST, from, to);
    for (int i = 0; i < from.length; i++) {
      field.value()[1][i] = 0.25f + i;
      field.standardError()[1][i] = 0.5f + i;
    }
    return field;
  }

  private static ObservedField daily() {
    int[] days = new int[DAYS];
    Arrays.setAll(days, day -> day);
    return field(days, days);
  }

  private static SeenDays seen(ObservedField field, Visibility rule, boolean[]... visible) {
    return SeenDays.of(field, 1, FRACTION, visible, rule, null);
  }

  @Test
  void aDayIsTheMeanOfTheVisibleTiles() {
    SeenDays seen = seen(daily(), RULE, hidden(3, 7), hidden(5, 7));
    // without the larger tile too little of the cell is seen; on day 7 nothing is
    assertThat(seen.series().days()).containsExactly(0, 1, 2, 4, 5, 6, 8, 9, 10, 11);
    assertThat(seen.days()).isEqualTo(seen.series().days());
    assertThat(seen.begin()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(seen.weights()).hasSize(20);
    assertThat(Arrays.copyOf(seen.weights(), 2))
        .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-15));
    assertThat(Arrays.copyOfRange(seen.weights(), 8, 10)).containsExactly(1, 0);
    assertThat(seen.series().value()[3]).isEqualTo(4.25);
    assertThat(seen.series().sigma()[3]).isEqualTo(4.5);
  }

  @Test
  void theRuleSaysHowMuchMustBeVisible() {
    assertThat(seen(daily(), new Visibility(5, 0.9, 0.7), hidden(), hidden(4)).series().days())
        .doesNotContain(4)
        .hasSize(DAYS - 1);
    assertThat(seen(daily(), new Visibility(5, 0.9, 0.3), hidden(4), hidden()).series().days())
        .contains(4);
    // nothing visible is nothing seen, even if nothing need be
    assertThat(seen(daily(), new Visibility(5, 0.9, 0), hidden(4), hidden(4)).series().days())
        .doesNotContain(4);
  }

  @Test
  void anIntervalIsTheMeanOverItsVisibleDays() {
    ObservedField field = field(new int[] {0, 4, 10}, new int[] {3, 8, 11});
    SeenDays seen = seen(field, RULE, hidden(1), hidden(2, 4));
    assertThat(seen.series().days()).as("middle days").containsExactly(1, 6, 10);
    assertThat(seen.series().value()).containsExactly(0.25, 1.25, 2.25);
    assertThat(seen.begin()).containsExactly(0, 3, 8, 10);
    assertThat(seen.days()).containsExactly(0, 2, 3, 4, 5, 6, 7, 8, 10, 11);
    double[] first = Arrays.copyOf(seen.weights(), 6);
    assertThat(first)
        .containsExactly(
            new double[] {2.0 / 9, 1.0 / 9, 1.0 / 3, 0, 2.0 / 9, 1.0 / 9}, within(1e-15));
    for (int k = 0; k < 3; k++) {
      double sum = 0;
      for (int i = 2 * seen.begin()[k]; i < 2 * seen.begin()[k + 1]; i++) {
        sum += seen.weights()[i];
      }
      assertThat(sum).isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void halfOfTheDaysOfAnIntervalMustBeSeen() {
    ObservedField field = field(new int[] {0, 4, 7}, new int[] {3, 6, 9});
    // 2 of 4 are enough, 1 of 3 is not, 2 of 3 is
    SeenDays seen = seen(field, RULE, hidden(0, 3, 4, 5, 7), hidden());
    assertThat(seen.series().value()).containsExactly(0.25, 2.25);
    assertThat(seen.days()).containsExactly(1, 2, 8, 9);
    assertThat(seen.begin()).containsExactly(0, 2, 4);
    SeenDays none = seen(field, RULE, hidden(0, 1, 2, 4, 5, 6, 7, 8, 9), hidden());
    assertThat(none.series().count()).isZero();
    assertThat(none.begin()).containsExactly(0);
    assertThat(none.days()).isEmpty();
    assertThat(none.weights()).isEmpty();
  }

  @Test
  void intervalsBeyondTheWindowAreNotSeen() {
    ObservedField field = field(new int[] {0, 8, 20}, new int[] {7, 15, 27});
    assertThat(seen(field, RULE, hidden(), hidden()).series().value()).containsExactly(0.25);
    // one day too many
    assertThat(
            seen(field(new int[] {8}, new int[] {12}), RULE, hidden(), hidden()).series().count())
        .isZero();
    assertThat(
            seen(field(new int[] {8}, new int[] {11}), RULE, hidden(), hidden()).series().count())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotObservedIsNotSeen() {
    ObservedField field = daily();
    field.value()[1][2] = Float.NaN;
    SeenDays seen = seen(field, RULE, hidden(), hidden());
    assertThat(seen.series().days()).doesNotContain(2).hasSize(DAYS - 1);
    SeenDays other =
        SeenDays.of(field, 0, FRACTION, new boolean[][] {hidden(), hidden()}, RULE, null);
    assertThat(other.series().count()).isZero();
  }

  @Test
  void observationsAreMatched() {
    Matching matching = new Matching(new double[] {0, 10}, new double[] {1, 21}, 2, 0.02);
    SeenDays seen =
        SeenDays.of(daily(), 1, FRACTION, new boolean[][] {hidden(), hidden()}, RULE, matching);
    assertThat(seen.series().value()[3]).isCloseTo(1 + 2 * 3.25, within(1e-12));
    assertThat(seen.series().sigma()[3]).isEqualTo(2 * 3.5);
  }

  /** The view of the cell: the mean over days and tiles, and its transpose. */
  @Test
  void theOperatorIsThatMeanAndItsTranspose() {
    ObservedField field = field(new int[] {0, 4, 9}, new int[] {3, 8, 11});
    SeenDays seen = seen(field, RULE, hidden(1), hidden(2, 4));
    // the tiles are lane 1 of group 1 and lane 0 of group 0; the second observation is held out
    CellView view =
        new CellView(
            9,
            new int[] {1, 0},
            new int[] {1, 0},
            seen,
            new int[] {0, 2},
            new LocalTerm(
                seen.series().at(new int[] {0, 2}), LocalError.STANDARD, BiasTreatment.STANDARD));
    List<LaneSeries> run = List.of(series(1), series(2));
    double[] large = run.get(1).of(ModelSeries.FAPAR);
    double[] small = run.get(0).of(ModelSeries.FAPAR);
    for (int i = 0; i < 2 * DAYS; i++) {
      large[i] = new NormalStream(i).next();
    }
    for (int i = 0; i < DAYS; i++) {
      small[i] = new NormalStream(100 + i).next();
    }
    double expected =
        ((2 * large[1] + small[0]) / 3 + large[2 * 2 + 1] + (2 * large[2 * 3 + 1] + small[3]) / 3)
            / 3;
    double[] modelled = view.seen(ModelSeries.FAPAR, run);
    assertThat(modelled).hasSize(3);
    assertThat(modelled[0]).isCloseTo(expected, within(1e-14));
    assertThat(view.modelled(ModelSeries.FAPAR, run)).containsExactly(modelled[0], modelled[2]);
    double[] bar = {0.7, -1.3};
    List<LaneSeries> bars = List.of(series(1), series(2));
    view.addSensitivities(bar, ModelSeries.FAPAR, bars);
    double back = 0;
    for (int g = 0; g < 2; g++) {
      double[] sensitivities = bars.get(g).of(ModelSeries.FAPAR);
      for (int i = 0; i < sensitivities.length; i++) {
        back += sensitivities[i] * run.get(g).of(ModelSeries.FAPAR)[i];
      }
    }
    assertThat(back).isCloseTo(bar[0] * modelled[0] + bar[1] * modelled[2], within(1e-13));
    // no other lane, and no day of the observation held out
    double[] ofLarge = bars.get(1).of(ModelSeries.FAPAR);
    for (int day = 0; day < DAYS; day++) {
      assertThat(ofLarge[2 * day]).isZero();
      if (day >= 4 && day <= 8) {
        assertThat(ofLarge[2 * day + 1]).isZero();
      }
    }
  }

  private static LaneSeries series(int lanes) {
    Schedule schedule = Schedule.of(FIRST, FIRST, FIRST.plusDays(DAYS - 1), 1);
    return LaneSeries.zero(lanes, schedule, EnumSet.of(ModelSeries.FAPAR));
  }
}
