package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class OutlierRuleTest {
  private static final LocalDate START = LocalDate.of(2005, 1, 3);

  /** Weekly pairs over some weeks: trend, a strong season, a slow wave, noise of 0.3 ppm. */
  private static List<Sample> record(int weeks) {
    double[] noise = new NormalStream(11).next(2 * weeks);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 2 * weeks; i++) {
      double year = i / 2 * 7 / 365.25;
      double co2 =
          380
              + 2 * year
              + 8 * Math.sin(2 * Math.PI * year)
              + 3 * Math.cos(4 * Math.PI * year)
              + Math.sin(2 * Math.PI * year / 3.7)
              + 0.3 * noise[i];
      samples.add(new Sample(START.plusDays(7L * (i / 2)), co2));
    }
    return samples;
  }

  private static List<Integer> found(List<Sample> samples) {
    boolean[] outlier = OutlierRule.outliers(samples);
    return IntStream.range(0, outlier.length).filter(i -> outlier[i]).boxed().toList();
  }

  private static void move(List<Sample> samples, int i, double ppm) {
    samples.set(i, new Sample(samples.get(i).day(), samples.get(i).co2() + ppm));
  }

  @Test
  void findsLocalOutliersInASeasonThatIsMuchLarger() {
    List<Sample> samples = record(300);
    assertThat(found(samples)).as("four sigma of 600 normal values").isEmpty();
    move(samples, 40, 3);
    move(samples, 333, -2.5);
    move(samples, 334, 1028.9);
    assertThat(found(samples)).containsExactly(40, 333, 334);
  }

  @Test
  void aHeapOfGrossErrorsDoesNotHideAnother() {
    List<Sample> samples = record(300);
    for (int i = 100; i < 110; i++) {
      move(samples, 3 * i, 150);
    }
    move(samples, 50, 4);
    assertThat(found(samples)).hasSize(11).contains(50, 300, 327);
  }

  @Test
  void knowsOnlyTheImplausibleInAShortRecord() {
    List<Sample> samples = record(5);
    move(samples, 2, 30);
    move(samples, 7, -300);
    assertThat(found(samples)).containsExactly(7);
    assertThat(found(List.of())).isEmpty();
  }

  @Test
  void samplesOfASingleDayDetermineNoCurve() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      samples.add(new Sample(START, 380 + 0.1 * (i % 5)));
    }
    move(samples, 8, 20);
    assertThat(found(samples)).containsExactly(8);
  }
}
