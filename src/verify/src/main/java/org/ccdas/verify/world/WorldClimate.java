package org.ccdas.verify.world;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.forcing.MonthlyClimate;

/**
 * A plausible climate by latitude and season, a little different by longitude. All formulas are
 * choices: smooth curves through remembered zonal means, nothing is fitted.
 */
final class WorldClimate {
  private static final double ARID_LATITUDE = 25;

  private WorldClimate() {}

  /**
   * The mean climate of a place.
   *
   * @param lat degrees north, -60..78
   * @param lon degrees east
   */
  static MonthlyClimate at(double lat, double lon) {
    double[] temperature = new double[MonthlyClimate.MONTHS];
    double[] precipitation = new double[MonthlyClimate.MONTHS];
    double[] sunshine = new double[MonthlyClimate.MONTHS];
    double distance = Math.abs(lat);
    // annual mean 27 degC at the equator, 0 at 60 degrees
    double mean = 27 * (1 - square(distance / 60)) + 1.5 * wave(lon, 1);
    // half the annual range: 1 K at the equator, 19 K at 60 N, half of that in the south
    double swing = 1 + 18 * square(distance / 60) * (lat < 0 ? 0.5 : 1);
    // rain of the tropics, of the storm tracks, and little in between, mm a month
    double rain =
        (20 + 170 * bell(lat, 0, 11) + 65 * bell(distance, 50, 13)) * (1 + 0.35 * wave(lon, 2));
    double monsoon = 0.9 * bell(distance, 15, 9);
    for (int month = 0; month < MonthlyClimate.MONTHS; month++) {
      double summer = StrictMath.cos(2 * Math.PI * (month - 6.5) / 12) * (lat < 0 ? -1 : 1);
      temperature[month] = mean + swing * summer;
      precipitation[month] = rain * (1 + monsoon * summer);
      double wetness = precipitation[month] / (precipitation[month] + 60);
      sunshine[month] = 0.80 - 0.50 * wetness;
    }
    return new MonthlyClimate(temperature, precipitation, sunshine);
  }

  /** The plant functional types of a place, the leading one first. */
  static List<Integer> pfts(double lat, double lon) {
    MonthlyClimate climate = at(lat, lon);
    double rain = sum(climate.precipitation());
    double distance = Math.abs(lat);
    List<Integer> pfts = new ArrayList<>();
    if (distance < 8) {
      pfts.addAll(List.of(1, 10));
    } else if (distance < 20) {
      pfts.addAll(rain > 900 ? List.of(2, 10) : List.of(10, 7));
    } else if (distance < ARID_LATITUDE + 5) {
      pfts.addAll(rain > 450 ? List.of(10, 13) : List.of(8, 7));
    } else if (distance < 42) {
      pfts.addAll(rain > 600 ? List.of(3, 13) : List.of(9, 8));
    } else if (distance < 54) {
      pfts.addAll(rain > 900 ? List.of(4, 13) : List.of(9, 4));
    } else if (lon > 90) {
      pfts.addAll(List.of(6, 11));
    } else {
      pfts.addAll(rain > 750 ? List.of(5, 12) : List.of(5, 11));
    }
    return pfts;
  }

  /** The soil texture of a place: sandy where dry, organic in the far north, else by longitude. */
  static int texture(double lat, double lon) {
    if (lat > 54 && wave(lon, 3) > 0.3) {
      return 6;
    }
    if (sum(at(lat, lon).precipitation()) < 500) {
      return wave(lon, 3) > 0 ? 1 : 2;
    }
    return 3 + (int) Math.floorMod(Math.round((lon + lat) / 15), 3L);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }

  private static double bell(double x, double centre, double width) {
    return StrictMath.exp(-0.5 * square((x - centre) / width));
  }

  private static double wave(double lon, int number) {
    return StrictMath.sin(Math.toRadians(number * lon) + 0.7 * number);
  }
}
