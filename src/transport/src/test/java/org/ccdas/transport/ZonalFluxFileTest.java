package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.transport.surface.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZonalFluxFileTest {
  private static final List<TransportRegion> HALVES =
      List.of(
          new TransportRegion("south", new LatLonBox(-90, 0, -180, 180)),
          new TransportRegion("north", new LatLonBox(0, 90, -180, 180)));

  @TempDir Path folder;

  private MonthAxis months = new MonthAxis(YearMonth.of(2010, 1), 26);
  private double[] lat = {-67.5, -22.5, 22.5, 67.5};
  private String unit = "Pg C yr-1 degree-1";
  private double odd = 1;
  private Registration registration = Registration.CF;
  private double[] bounds = {};
  private boolean timeFirst = true;

  /** Row r of month m is (r + 1) times the year's last digit plus one, per degree. */
  private Path write() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("zonal").dimension("lat", lat.length);
    OutputTime.addMonthly(output, months);
    output.doubles("lat", "lat").units("degrees_north").values(lat);
    if (bounds.length > 0) {
      output.doubles("lat_bnds", "lat", "bnds").values(bounds);
    }
    double[] values = new double[months.count() * lat.length];
    for (int i = 0; i < values.length; i++) {
      int year = months.at(i / lat.length).getYear();
      values[i] = (i % lat.length + 1) * (year - 2009);
    }
    values[7] *= odd;
    if (timeFirst) {
      output.doubles("flux", "time", "lat").units(unit).mayBeMissing().values(values);
    } else {
      double[] turned = new double[values.length];
      Arrays.setAll(turned, i -> values[i % months.count() * lat.length + i / months.count()]);
      output.doubles("flux", "lat", "time").units(unit).mayBeMissing().values(turned);
    }
    Path file = folder.resolve("zonal.nc");
    output.write(Location.of(file));
    return file;
  }

  private ZonalFluxFile read() throws IOException {
    return ZonalFluxFile.read(Location.of(write()), "flux", registration, HALVES, Spread.EVEN);
  }

  @Test
  void densitiesBecomeFluxesOfRegions() throws IOException {
    ZonalFluxFile pattern = read();
    // rows stand for 45 degrees each
    assertThat(pattern.fluxes(YearMonth.of(2010, 5)))
        .containsExactly(new double[] {45 * (1 + 2), 45 * (3 + 4)}, within(1e-10));
    assertThat(pattern.fluxes(YearMonth.of(2011, 5)))
        .containsExactly(new double[] {2 * 45 * (1 + 2), 2 * 45 * (3 + 4)}, within(1e-10));
  }

  @Test
  void yearsThatAreNotCompleteGetTheClimatology() throws IOException {
    ZonalFluxFile pattern = read();
    double[] mean = {1.5 * 45 * (1 + 2), 1.5 * 45 * (3 + 4)};
    // 2012 has two months only
    assertThat(pattern.fluxes(YearMonth.of(2012, 1))).containsExactly(mean, within(1e-10));
    assertThat(pattern.fluxes(YearMonth.of(1999, 7))).containsExactly(mean, within(1e-10));
    BackgroundSource source =
        new BackgroundSource("ocean", BackgroundSource.Kind.ZONAL, "zonal.nc", "flux", null);
    assertThat(notes(source, 2010, 4))
        .isEqualTo(
            "zonal.nc, flux: not all months of 2012, 2013 are in the file; the mean of its whole years stands for them");
    assertThat(notes(source, 2010, 2)).isEmpty();
  }

  private String notes(BackgroundSource source, int first, int years) {
    MonthAxis wanted = new MonthAxis(YearMonth.of(first, 1), 12 * years);
    return String.join(
        "\n", BackgroundFluxes.read(List.of(source), HALVES, wanted, Location.of(folder)).notes());
  }

  @Test
  void badFilesAreNamed() throws IOException {
    unit = "kg m-2 s-1";
    rejected("has the units \"kg m-2 s-1\"");
    unit = "Pg C yr$^{-1}$ degree$^{-1}$";
    assertThat(read()).isNotNull();
    lat = new double[] {-45, -15, 15, 45};
    rejected("latitudes -60.0 to 60.0 only");
    lat = new double[] {-75, -45, 45, 75};
    rejected("no row between those of latitudes -90.0 to -30.0 and 30.0 to 90.0");
    lat = new double[] {-67.5, 22.5, -22.5, 67.5};
    rejected("neither rise nor fall");
    lat = new double[] {-67.5, -22.5, 22.5, 67.5};
    odd = Double.NaN;
    rejected("has a missing value at 2010-02");
    odd = 1;
    months = new MonthAxis(YearMonth.of(2010, 2), 22);
    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("No year has all twelve months");
    assertThatThrownBy(
            () ->
                ZonalFluxFile.read(
                    Location.of(folder.resolve("zonal.nc")),
                    "sst",
                    Registration.CF,
                    HALVES,
                    Spread.EVEN))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no variable sst");
    assertThatThrownBy(
            () ->
                ZonalFluxFile.read(
                    Location.of(folder.resolve("zonal.nc")),
                    "time_bnds",
                    Registration.CF,
                    HALVES,
                    Spread.EVEN))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Give a variable over time and latitude");
  }

  private void rejected(String problem) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.file()).endsWith("zonal.nc");
              assertThat(e.problem()).contains(problem);
            });
  }

  @Test
  void givesOutCopies() throws IOException {
    ZonalFluxFile pattern = read();
    Arrays.fill(pattern.fluxes(YearMonth.of(2010, 5)), 0);
    assertThat(pattern.fluxes(YearMonth.of(2010, 5))[0]).isPositive();
  }

  /** 30 degrees of the south are rows 1, the other 150 are rows 2 to 4, whatever says so. */
  @Test
  void rowsEndWhereBoundsOrTheRegistrationSay() throws IOException {
    double[] wanted = {30 * 1 + 60 * 2, 60 * 3 + 30 * 4};
    bounds = new double[] {-90, -60, -60, 0, 0, 60, 60, 90};
    for (double[] points :
        new double[][] {{-90, -60, 0, 60}, {-75, -30, 30, 75}, {-60, 0, 60, 90}}) {
      lat = points;
      assertThat(read().fluxes(YearMonth.of(2010, 5))).containsExactly(wanted, within(1e-10));
    }
    bounds = new double[0];
    lat = new double[] {-90, -45, 0, 45};
    registration = Registration.LOWER_LEFT;
    assertThat(read().fluxes(YearMonth.of(2010, 5)))
        .containsExactly(new double[] {45 * (1 + 2), 45 * (3 + 4)}, within(1e-10));
    lat = new double[] {90, 45, 0, -45};
    registration = Registration.UPPER_LEFT;
    assertThat(read().fluxes(YearMonth.of(2010, 5)))
        .containsExactly(new double[] {45 * (3 + 4), 45 * (1 + 2)}, within(1e-10));
    timeFirst = false;
    assertThat(read().fluxes(YearMonth.of(2011, 7)))
        .containsExactly(new double[] {2 * 45 * (3 + 4), 2 * 45 * (1 + 2)}, within(1e-10));
  }
}
