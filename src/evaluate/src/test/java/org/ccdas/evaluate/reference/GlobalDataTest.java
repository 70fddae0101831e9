package org.ccdas.evaluate.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalDataTest {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2010, 1), 24);

  @TempDir private Path folder;

  private Location file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return Location.of(file);
  }

  private static ReferenceData read(ReferenceDataset dataset, Location... files) {
    for (Location one : files) {
      assertThat(dataset.reads(one.name())).as(one.name()).isTrue();
    }
    return dataset.read(List.of(files), List.of(), WINDOW);
  }

  private static RegionSeries of(ReferenceData data, String source, Region region) {
    return data.regions().stream()
        .filter(one -> one.source().equals(source) && one.region().equals(region))
        .findFirst()
        .orElseThrow();
  }

  private Location budget() throws IOException {
    return file(
        "annual_global_sink.csv",
        """
        \uFEFFYear,Sink,fossil emissions excluding carbonation,land-use change emissions,atmospheric growth,ocean sink,land sink,cement carbonation sink,budget imbalance
        2010,0,9,1.5,5,2.25,3,0.125,0
        2011,0,9.5,1,4,2.5,3.5,0.25,0
        """);
  }

  @Test
  void theBudgetHasALandSinkAndAResidual() throws IOException {
    ReferenceData data = read(new GlobalCarbonBudget(), budget());
    RegionSeries sink = of(data, "GCB2020 land sink", StandardRegions.GLOBE);
    assertThat(sink.values()).containsExactly(3, 3.5);
    assertThat(sink.sigma()).containsExactly(0.9, 0.9);
    assertThat(sink.content()).isEqualTo(new Content(false, false));
    assertThat(sink.months()).isEqualTo(WINDOW);
    RegionSeries residual = of(data, "GCB2020 residual", StandardRegions.GLOBE);
    // 9 + 1.5 - 5 - 2.25 - 0.125 and 9.5 + 1 - 4 - 2.5 - 0.25
    assertThat(residual.values()).containsExactly(3.125, 3.75);
  }

  @Test
  void aYearMustNotBeMissing() throws IOException {
    Location gap =
        file(
            "annual_global_sink.csv",
            """
            Year,fossil emissions excluding carbonation,land-use change emissions,atmospheric growth,ocean sink,land sink,cement carbonation sink
            2010,9,1.5,5,2,3,0
            2012,9,1.5,5,2,3,0
            """);
    assertThatThrownBy(() -> read(new GlobalCarbonBudget(), gap))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2012 where 2011 is next");
  }

  @Test
  void landUseIsSharedOutToBands() throws IOException {
    CsvTable bands =
        CsvTable.parse(
            "bands.csv",
            "lat_south,lat_north,share\n-30,-20,0.75\n30,40,0.25\n"
                .getBytes(StandardCharsets.UTF_8));
    LandUseEmissions emissions = LandUseEmissions.of(budget(), bands);
    MonthAxis months = new MonthAxis(YearMonth.of(2010, 12), 14);
    assertThat(emissions.of(StandardRegions.TROPICS, months).orElseThrow())
        .startsWith(0.75 * 1.5, 0.75, 0.75)
        .endsWith(0.75, Double.NaN);
    assertThat(emissions.of(StandardRegions.NORTH, months).orElseThrow()[0]).isEqualTo(0.375);
    assertThat(emissions.of(StandardRegions.SOUTH, months).orElseThrow()[0]).isZero();
    assertThat(emissions.of(StandardRegions.GLOBE, months).orElseThrow()[0]).isEqualTo(1.5);
    assertThat(emissions.of(new Region("transcom", "Europe"), months)).isEmpty();
  }

  @Test
  void fluxesOfModelsArePerMonthAndToTheAtmosphere() throws IOException {
    ReferenceData data =
        read(
            new BudgetModels(),
            file("DGVM_CLM5.0_monthly.csv", "201012 0.5 0.25 0.25 0\n201101 -1.0 -1.5 0.25 0.25\n"),
            file(
                "DGVM_CLM5.0reg_monthly.csv",
                "201012 0.1 0 0 0 0 0 0 0 0 0 0.4 0.5\n201101 0 0 0 0 0 0 -1 0 0 0 0 -1\n"));
    RegionSeries globe = of(data, "CLM5.0", StandardRegions.GLOBE);
    assertThat(globe.values()).containsExactly(-6, 12);
    assertThat(globe.months().first()).isEqualTo(YearMonth.of(2010, 12));
    assertThat(globe.content()).isEqualTo(new Content(true, false));
    assertThat(of(data, "CLM5.0", StandardRegions.NORTH).values()).containsExactly(-3, 18);
    assertThat(of(data, "CLM5.0", StandardRegions.SOUTH).values()[1]).isEqualTo(-3);
    assertThat(of(data, "CLM5.0", new Region("transcom", "Eurasian Boreal")).values()[1])
        .isEqualTo(12);
  }

  @Test
  void regionsMustSumToTheirTotal() throws IOException {
    Location file = file("DGVM_Areg_monthly.csv", "201012 0.1 0 0 0 0 0 0 0 0 0 0.4 0.9\n");
    assertThatThrownBy(() -> read(new BudgetModels(), file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the regions sum to 0.5, the last column is 0.9");
  }

  @Test
  void inversionsOf360Days() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("bands").dimension("time", 14);
    double[] days = new double[14];
    Arrays.setAll(days, m -> 30 * m);
    output
        .doubles("time", "time")
        .units("days since 2010-01-16 00:00:00")
        .attribute("calendar", "360_day")
        .values(days);
    for (String name : List.of("Earth", "South", "Tropical", "North")) {
      double[] flux = new double[14];
      Arrays.fill(flux, name.equals("South") ? 0.25 : -0.5);
      output.doubles(name + "_Land", "time").longName("flux").values(flux);
    }
    Location file = Location.of(folder.resolve("inv_JENA_s76_month.nc"));
    output.write(file);
    ReferenceData data = read(new InversionBands(), file);
    assertThat(data.regions())
        .as("the same order in every run")
        .extracting(RegionSeries::region)
        .containsExactly(
            StandardRegions.GLOBE,
            StandardRegions.NORTH,
            StandardRegions.SOUTH,
            StandardRegions.TROPICS);
    RegionSeries north = of(data, "JENA s76", StandardRegions.NORTH);
    assertThat(north.values()).containsOnly(6);
    assertThat(north.months()).isEqualTo(new MonthAxis(YearMonth.of(2010, 1), 14));
    assertThat(of(data, "JENA s76", StandardRegions.SOUTH).values()).containsOnly(-3);
  }

  @Test
  void zonalFluxesArePerDegree() throws IOException {
    double[] lat = new double[180];
    Arrays.setAll(lat, row -> -89.5 + row);
    double[] flux = new double[360];
    Arrays.setAll(flux, i -> i % 180 >= 120 ? -0.05 : 0.01);
    NetcdfOutput output = NetcdfOutput.titled("zonal").dimension("time", 2).dimension("lat", 180);
    output
        .doubles("time", "time")
        .units("hours since 2010-01-15 12:00:00")
        .attribute("calendar", "proleptic_gregorian")
        .values(0, 708);
    output.doubles("lat", "lat").units("degrees_north").values(lat);
    String perDegree = "Pg C yr$^{-1}$ degree$^{-1}$";
    output.doubles("SFCO2_LND", "time", "lat").units(perDegree).longName("flux").values(flux);
    Location file = Location.of(folder.resolve("CT2017_fluxes_za_ts_monthly.nc"));
    output.write(file);
    ReferenceData data = read(new ZonalInversion(), file);
    assertThat(of(data, "CT2017", StandardRegions.NORTH).values()[1]).isCloseTo(3, within(1e-9));
    assertThat(of(data, "CT2017", StandardRegions.TROPICS).values()[0])
        .isCloseTo(-0.6, within(1e-9));
    assertThat(of(data, "CT2017", StandardRegions.GLOBE).values()[0]).isCloseTo(1.8, within(1e-9));
  }

  @Test
  void aRowAcrossTheEdgeOfABandIsDivided() throws IOException {
    // rows of 36 degrees, 18 N to 54 N among them
    double[] lat = {-72, -36, 0, 36, 72};
    double[] flux = {-0.01, -0.02, -0.03, -0.04, -0.05};
    NetcdfOutput output = NetcdfOutput.titled("zonal").dimension("time", 1).dimension("lat", 5);
    output.doubles("time", "time").units("days since 2010-01-15").values(0);
    output.doubles("lat", "lat").units("degrees_north").values(lat);
    output.doubles("SFCO2_LND", "time", "lat").units("PgC/yr/degree").longName("f").values(flux);
    Location file = Location.of(folder.resolve("X_fluxes_za_ts_monthly.nc"));
    output.write(file);
    ReferenceData data = read(new ZonalInversion(), file);
    assertThat(of(data, "X", StandardRegions.NORTH).values()[0])
        .isCloseTo(24 * 0.04 + 36 * 0.05, within(1e-12));
    assertThat(of(data, "X", StandardRegions.TROPICS).values()[0])
        .isCloseTo(12 * 0.02 + 36 * 0.03 + 12 * 0.04, within(1e-12));
    assertThat(of(data, "X", StandardRegions.GLOBE).values()[0])
        .isCloseTo(36 * 0.15, within(1e-12));
  }

  @Test
  void zonalFluxesInAnotherUnitAreRefused() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("zonal").dimension("time", 1).dimension("lat", 2);
    output.doubles("time", "time").units("days since 2010-01-15").values(0);
    output.doubles("lat", "lat").units("degrees_north").values(-45, 45);
    output.doubles("SFCO2_LND", "time", "lat").units("PgC yr-1").longName("flux").values(1, 2);
    Location file = Location.of(folder.resolve("CT_fluxes_za_ts_monthly.nc"));
    output.write(file);
    assertThatThrownBy(() -> read(new ZonalInversion(), file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("SFCO2_LND")
        .hasMessageContaining("has the units \"PgC yr-1\"");
  }

  @Test
  void theRealFiles() {
    ReferenceData budget =
        read(
            new GlobalCarbonBudget(),
            Location.of(RealData.require("evaluation/gcb2020/annual_global_sink.csv")));
    assertThat(of(budget, "GCB2020 residual", StandardRegions.GLOBE).values()[2017 - 1959])
        .isCloseTo(3.96220441, within(1e-8));
    Path models = RealData.require("evaluation/gcb2020/DGVM_monthly");
    ReferenceData model =
        read(
            new BudgetModels(),
            Location.of(models.resolve("DGVM_JULES-ES_monthly.csv")),
            Location.of(models.resolve("DGVM_JULES-ESreg_monthly.csv")));
    assertThat(year(of(model, "JULES-ES", StandardRegions.GLOBE), 2017))
        .isCloseTo(0.38, within(0.006));
    ReferenceData inversions =
        read(
            new InversionBands(),
            Location.of(RealData.require("evaluation/inversions_bands/inv_CAMS_month.nc")));
    RegionSeries cams = of(inversions, "CAMS", StandardRegions.GLOBE);
    assertThat(cams.months().last()).isEqualTo(YearMonth.of(2017, 12));
    assertThat((year(cams, 2016) + year(cams, 2017)) / 2).isCloseTo(2.943002, within(1e-5));
  }

  private static double year(RegionSeries series, int year) {
    int first = series.months().indexOf(YearMonth.of(year, 1));
    return Arrays.stream(series.values(), first, first + 12).sum() / 12;
  }
}
