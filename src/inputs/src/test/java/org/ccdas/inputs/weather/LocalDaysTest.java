package org.ccdas.inputs.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Values worked out by hand from what a step is said to be. */
class LocalDaysTest {
  private static final LocalDate DAY = LocalDate.of(2012, 7, 1);
  private static final long MIDNIGHT = DAY.atStartOfDay().toEpochSecond(ZoneOffset.UTC);

  /** Greenwich; 90 E, whose day begins at 18 UTC the day before; 180 W, which is 12 hours late. */
  private static final double[] LONS = {0, 90, -180};

  private static WeatherArchive archive(String name) {
    return WeatherArchives.named(name);
  }

  private static int variable(WeatherArchive archive, String name) {
    for (int v = 0; v < archive.variables().size(); v++) {
      if (archive.variables().get(v).names().contains(name)) {
        return v;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** Steps from hour {@code from} to {@code to} of the day, the same at all cells. */
  private static List<CellStep> steps(
      int variable, int from, int to, int hours, boolean moments, IntToDoubleFunction value) {
    List<CellStep> steps = new ArrayList<>();
    for (int hour = from; hour < to; hour += hours) {
      float v = (float) value.applyAsDouble(hour);
      long start = MIDNIGHT + 3600L * hour;
      steps.add(
          new CellStep(
              variable,
              start,
              moments ? start : start + 3600L * hours,
              new float[] {v, v, v},
              "f"));
    }
    Collections.shuffle(steps, new Random(1));
    return steps;
  }

  @Test
  void momentsGiveTheExtremesOfTheDayOfEachCell() {
    WeatherArchive era5 = archive("era5");
    int t2m = variable(era5, "t2m");
    // the temperature is the hour
    List<LocalDay> days =
        LocalDays.of(era5, LONS).aggregate(t2m, DAY, steps(t2m, -30, 60, 1, true, h -> h));
    assertThat(days.get(0).quantity()).isEqualTo(Quantity.TMIN);
    assertThat(days.get(0).values()).containsExactly(0, -6, 12);
    assertThat(days.get(1).values()).containsExactly(23, 17, 35);
  }

  @Test
  void extremesOfStepsBelongToTheDayOfTheirMiddle() {
    WeatherArchive era5 = archive("era5");
    int low = variable(era5, "mn2t");
    List<LocalDay> days =
        LocalDays.of(era5, new double[] {7.4, 7.6, 0})
            .aggregate(low, DAY, steps(low, -30, 60, 1, false, h -> -h));
    // 7.4 degrees are 29.6 minutes: the hour that ends at midnight has its middle before the day
    assertThat(days.get(0).values()).containsExactly(-23, -22, -23);
  }

  @Test
  void amountsOfAnHourAreSharedByTwoDays() {
    WeatherArchive era5 = archive("era5");
    int rain = variable(era5, "tp");
    int light = variable(era5, "ssrd");
    LocalDays days = LocalDays.of(era5, new double[] {0, 97.5, -180});
    // 1 mm in the hour from 17 to 18 UTC; the day of 97.5 E ends at 17:30
    assertThat(
            days.aggregate(rain, DAY, steps(rain, -30, 60, 1, false, h -> h == 17 ? 1 : 0))
                .get(0)
                .values())
        .containsExactly(1, 0.5f, 1);
    // 3.6 MJ m-2 every hour are 1000 W m-2
    assertThat(
            days.aggregate(light, DAY, steps(light, -30, 60, 1, false, h -> 3.6e6)).get(0).values())
        .containsExactly(1000, 1000, 1000);
  }

  @Test
  void meansCountByTheirDuration() {
    WeatherArchive gldas = archive("gldas");
    int rain = variable(gldas, "Rainf_f_tavg");
    // 48 mm d-1 for the three hours from 15 to 18 UTC are 6 mm; 97.5 E has 2.5 of them
    assertThat(
            LocalDays.of(gldas, new double[] {0, 97.5, -180})
                .aggregate(rain, DAY, steps(rain, -30, 60, 3, false, h -> h == 15 ? 48 : 0))
                .get(0)
                .values())
        .containsExactly(6, 5, 6);
  }

  @Test
  void accumulationsAreTakenApart() {
    WeatherArchive land = archive("era5-land");
    int rain = variable(land, "tp");
    // half a millimetre every hour since 00 UTC: the stamp of midnight has 12 mm
    IntToDoubleFunction total = h -> 0.5 * (Math.floorMod(h, 24) + 1);
    List<LocalDay> days =
        LocalDays.of(land, LONS).aggregate(rain, DAY, steps(rain, -30, 60, 1, false, total));
    assertThat(days.get(0).values()).containsExactly(12, 12, 12);
    // a step that lacks the one before cannot be taken apart, and the day is missing
    List<CellStep> gap = new ArrayList<>(steps(rain, -30, 60, 1, false, total));
    gap.removeIf(step -> step.start() == MIDNIGHT + 3600L * 20);
    float[] values = LocalDays.of(land, LONS).aggregate(rain, DAY, gap).get(0).values();
    // the day of 90 E ended at 18 UTC
    assertThat(values[0]).isNaN();
    assertThat(values[1]).isEqualTo(12);
    assertThat(values[2]).isNaN();
  }

  @Test
  void aDayThatIsNotCoveredIsMissing() {
    WeatherArchive era5 = archive("era5");
    int t2m = variable(era5, "t2m");
    float[] values =
        LocalDays.of(era5, LONS)
            .aggregate(t2m, DAY, steps(t2m, 0, 24, 1, true, h -> h))
            .get(0)
            .values();
    assertThat(values[0]).isZero();
    assertThat(values[1]).isNaN();
    assertThat(values[2]).isNaN();
  }

  @Test
  void archivesOfDaysKeepTheirs() {
    WeatherArchive isimip = archive("isimip");
    int rain = variable(isimip, "pr");
    LocalDays days = LocalDays.of(isimip, LONS);
    CellStep step = new CellStep(rain, MIDNIGHT, MIDNIGHT + 86_400, new float[] {1, 2, 3}, "f");
    assertThat(days.days(step)).containsExactly(DAY);
    assertThat(days.aggregate(rain, DAY, List.of(step)).get(0).values())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(1, 2, 3);
  }

  @Test
  void everyStepGoesToAllDaysThatNeedIt() {
    WeatherArchive era5 = archive("era5");
    LocalDays days = LocalDays.of(era5, new double[] {-179, 0, 359, 179});
    int rain = variable(era5, "tp");
    CellStep noon = new CellStep(rain, MIDNIGHT + 43_200, MIDNIGHT + 46_800, new float[4], "f");
    assertThat(days.days(noon)).containsExactly(DAY, DAY.plusDays(1));
    assertThat(days.days(new CellStep(rain, MIDNIGHT, MIDNIGHT + 3600, new float[4], "f")))
        .containsExactly(DAY.minusDays(1), DAY);
  }

  @Test
  void orderDoesNotMatter() {
    WeatherArchive era5 = archive("era5");
    int rain = variable(era5, "tp");
    LocalDays days = LocalDays.of(era5, new double[] {3, 33, 77});
    List<CellStep> steps = steps(rain, -30, 60, 1, false, h -> 0.1 + 1.0 / (h + 40));
    float[] once = days.aggregate(rain, DAY, steps).get(0).values();
    Collections.reverse(steps);
    assertThat(days.aggregate(rain, DAY, steps).get(0).values()).containsExactly(once);
    assertThat((double) once[0]).isCloseTo(24 * 0.1, within(1.0));
  }
}
