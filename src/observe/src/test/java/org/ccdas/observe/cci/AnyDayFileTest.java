package org.ccdas.observe.cci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputVariable;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.Retrievals;

/**
 * One and the same day of soil moisture, as tools leave it: dimensions of each variable in any
 * order, rows from either side, longitudes in any turn, times in any unit, stamped anywhere in the
 * day, missing values marked in several ways, numbers packed or not.
 */
class AnyDayFileTest {
  private static final String NAME =
      "ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20100101000000-fv07.1.nc";
  private static final List<String[]> ORDERS =
      List.of(
          new String[] {"time", "lat", "lon"},
          new String[] {"time", "lon", "lat"},
          new String[] {"lat", "lon", "time"},
          new String[] {"lon", "time", "lat"});
  private static final int ROWS = 4;
  private static final int COLUMNS = 6;

  /** Units of times, and how many there are in an hour. */
  enum Clock {
    DAYS("days since 2010-01-01", 1 / 24.0),
    HOURS("hours since 2010-01-01 01:00 +01:00", 1),
    NANOSECONDS("nanoseconds since 2010-01-01 00:00:00", 3.6e12);

    private final String units;
    private final double perHour;

    Clock(String units, double perHour) {
      this.units = units;
      this.perHour = perHour;
    }
  }

  /** How what is missing is marked. */
  enum Marker {
    FILL,
    MISSING_VALUE,
    TEXT,
    RANGE
  }

  private static boolean isThere(double lat, double lon) {
    return lat != 22.5 || lon != 30;
  }

  private static double moisture(double lat, double lon) {
    return 0.3 + 0.001 * lat + 0.0001 * lon;
  }

  private static double error(double lat, double lon) {
    return 0.05 + 0.0001 * lat + 0.00001 * lon;
  }

  private static double hours(double lat, double lon) {
    return lat / 10 + lon / 100;
  }

  private static double lat(int row, boolean northFirst) {
    return northFirst ? 67.5 - 45 * row : -67.5 + 45 * row;
  }

  private static double lon(int column, int seam) {
    return seam + 30 + 60 * column;
  }

  /** A quantity at a place, longitudes within -180..180. */
  private interface Content {
    double at(double lat, double lon);
  }

  private static double[] values(String[] over, boolean northFirst, int seam, Content content) {
    boolean byRow = List.of(over).indexOf("lat") < List.of(over).indexOf("lon");
    double[] values = new double[ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      int row = byRow ? i / COLUMNS : i % ROWS;
      int column = byRow ? i % COLUMNS : i / ROWS;
      values[i] = content.at(lat(row, northFirst), Math.IEEEremainder(lon(column, seam), 360));
    }
    return values;
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void isReadTheSame(
      @ForAll @IntRange(max = 3) int order,
      @ForAll @IntRange(max = 3) int other,
      @ForAll boolean northFirst,
      @ForAll boolean turned,
      @ForAll Clock clock,
      @ForAll Clock acquired,
      @ForAll Marker marker,
      @ForAll boolean packed,
      @ForAll @IntRange(max = 23) int stamp)
      throws IOException {
    int seam = turned ? 0 : -180;
    NetcdfOutput output =
        NetcdfOutput.titled("a day")
            .dimension("time", 1)
            .dimension("lat", ROWS)
            .dimension("lon", COLUMNS);
    output.doubles("time", "time").units(clock.units).values(stamp * clock.perHour);
    double[] lats = new double[ROWS];
    double[] lons = new double[COLUMNS];
    for (int row = 0; row < ROWS; row++) {
      lats[row] = lat(row, northFirst);
    }
    for (int column = 0; column < COLUMNS; column++) {
      lons[column] = lon(column, seam);
    }
    output.doubles("lat", "lat").units("degrees_north").values(lats);
    output.doubles("lon", "lon").units("degrees_east").values(lons);
    String[] over = ORDERS.get(order);
    double[] moistures =
        values(
            over,
            northFirst,
            seam,
            (lat, lon) -> {
              double value = packed ? Math.rint(1e4 * moisture(lat, lon)) : moisture(lat, lon);
              return isThere(lat, lon) ? value : -9999;
            });
    OutputVariable sm = packed ? output.shorts("sm", over) : output.doubles("sm", over);
    sm.units("m3 m-3").values(moistures);
    Number missing = packed ? (Number) (short) -9999 : (Number) (-9999.0);
    switch (marker) {
      case FILL -> sm.attribute("_FillValue", missing);
      case MISSING_VALUE -> sm.attribute("missing_value", missing);
      case TEXT -> sm.attribute("missing_value", "-9999");
      // as CCI writes it: physical, beside packed numbers
      case RANGE -> sm.attribute("valid_min", 0f).attribute("valid_max", 1f);
    }
    if (packed) {
      sm.attribute("scale_factor", 1e-4);
    }
    String[] others = ORDERS.get(other);
    output
        .doubles("sm_uncertainty", others)
        .units("m3 m-3")
        .values(values(others, northFirst, seam, AnyDayFileTest::error));
    output
        .doubles("t0", others)
        .units(acquired.units)
        .values(values(others, northFirst, seam, (lat, lon) -> hours(lat, lon) * acquired.perHour));
    Path path = Files.createTempFile("day", ".nc");
    try {
      output.write(Location.of(path));
      CciL3s product = new CciL3s();
      Retrievals read =
          product.read(
              new ProductBytes(NAME, Files.readAllBytes(path)),
              product.identify(NAME).orElseThrow(),
              product.screening().layers());
      for (int i = 0; i < ROWS * COLUMNS; i++) {
        double lat = read.grid().lat(i / COLUMNS);
        double lon = Math.IEEEremainder(read.grid().lon(i % COLUMNS), 360);
        if (isThere(lat, lon)) {
          assertThat((double) read.soilMoisture()[i])
              .isCloseTo(moisture(lat, lon), within(packed ? 5.1e-5 : 1e-7));
        } else {
          assertThat(read.soilMoisture()[i]).isNaN();
        }
        assertThat((double) read.standardError()[i]).isCloseTo(error(lat, lon), within(1e-7));
        assertThat((double) read.numbers(Layer.ACQUISITION_HOURS).orElseThrow()[i])
            .isCloseTo(hours(lat, lon), within(1e-5));
      }
      assertThat(read.count()).isEqualTo(ROWS * COLUMNS - 1);
    } finally {
      Files.delete(path);
    }
  }
}
