package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.transport.BackgroundSource.Kind;
import org.ccdas.transport.BackgroundSource.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundFluxesTest {
  private static final MonthAxis MONTHS =
      MonthAxis.of(YearMonth.of(2010, 7), YearMonth.of(2012, 12));
  private static final List<TransportRegion> BANDS = ZonalBox.regions();
  private static final List<TransportRegion> HALVES =
      List.of(
          new TransportRegion("south", new LatLonBox(-90, 0, -180, 180)),
          new TransportRegion("north", new LatLonBox(0, 90, -180, 180)));
  private static final String BUDGET =
      "\uFEFFYear,fossil emissions excluding carbonation,ocean sink\n"
          + "2010,9.0,2.3\n2011,9.5,2.4\n2012,9.6,2.5\n";
  private static final Totals FOSSIL =
      new Totals("budget.csv", "fossil emissions excluding carbonation", 1, 0);

  @TempDir Path folder;

  private BackgroundFluxes read(BackgroundSource source, List<TransportRegion> regions) {
    return BackgroundFluxes.read(List.of(source), regions, MONTHS, Location.of(folder));
  }

  private void rejected(
      BackgroundSource source, List<TransportRegion> regions, String place, String problem) {
    assertThatThrownBy(() -> read(source, regions))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.place()).isEqualTo(place);
              assertThat(e.problem()).contains(problem);
            });
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  @Test
  void sharesOfBandsMeetTheYearlyTotals() throws IOException {
    write("budget.csv", BUDGET);
    BackgroundSource source =
        new BackgroundSource("fossil", Kind.BANDS, "resource:fossil-bands.csv", null, FOSSIL);
    BackgroundFluxes fluxes = read(source, BANDS);
    assertThat(fluxes.mass("fossil", 2011)).isCloseTo(9.5, Percentage.withPercentage(1e-10));
    assertThat(fluxes.mass("fossil", 2012)).isCloseTo(9.6, Percentage.withPercentage(1e-10));
    double[] flux = fluxes.total();
    int march2011 = MONTHS.indexOf(YearMonth.of(2011, 3));
    // band 35N (12) has the share 0.31; the leap year 2012 spreads its total over 366 days
    assertThat(flux[12 * 30 + march2011]).isCloseTo(0.31 * 9.5e12, within(1.0));
    assertThat(flux[12 * 30 + march2011 + 12]).isCloseTo(0.31 * 9.6e12 * 365 / 366, within(1.0));
    assertThat(flux[0]).isZero();
  }

  @Test
  void aSinkIsTurnedAndRiverCarbonAdded() throws IOException {
    write("budget.csv", BUDGET);
    write("ocean.csv", "lat_south,lat_north,share\n-90,90,1\n");
    BackgroundSource source =
        new BackgroundSource(
            "ocean",
            Kind.BANDS,
            "ocean.csv",
            null,
            new Totals("budget.csv", "Ocean sink", -1, 0.6));
    BackgroundFluxes fluxes = read(source, HALVES);
    assertThat(fluxes.mass("ocean", 2012)).isCloseTo(-1.9, within(1e-11));
    double[] flux = fluxes.total();
    assertThat(flux[0]).as("both halves have the same area").isCloseTo(flux[30], within(1.0));
  }

  @Test
  void regionalTablesAreTakenAsTheyAre() throws IOException {
    StringBuilder table = new StringBuilder("# by hand\nyear,month,north,south\n");
    for (int m = 0; m < MONTHS.count(); m++) {
      YearMonth date = MONTHS.at(m);
      table.append(date.getYear() + "," + date.getMonthValue() + "," + (m + 1) + "," + -m + "\n");
    }
    write("flux.csv", table.toString());
    BackgroundSource source = new BackgroundSource("any", Kind.REGIONS, "flux.csv", null, null);
    double[] flux = read(source, HALVES).total();
    assertThat(flux[3]).isEqualTo(-3e12);
    assertThat(flux[30 + 3]).isEqualTo(4e12);

    write("flux.csv", table.toString().replace("2011,4,10,-9\n", ""));
    rejected(source, HALVES, "", "the month 2011-04 is missing");
    write("flux.csv", table + "2011,4,10,-9\n");
    rejected(source, HALVES, "line 33", "2011-04 stands twice");
    write("flux.csv", table.toString().replace("2011,4,10,-9", "2011,4,10"));
    rejected(source, HALVES, "line 12", "3 fields");
    write("flux.csv", table.toString().replace("2011,4,10,-9", "2011,14,10,-9"));
    rejected(source, HALVES, "line 12", "are no month");
    write("flux.csv", table.toString().replace("2011,4,10,-9", "2011,4,much,-9"));
    rejected(source, HALVES, "line 12, column north", "'much' is not a number");
    write("flux.csv", table.toString().replace("south", "sud"));
    rejected(source, HALVES, "header", "no column south");
    write("flux.csv", table.toString());
    rejected(source, HALVES.subList(0, 1), "header", "columns of no transport region");
  }

  /** A pattern of 2011 only, per degree of latitude, on 18 rows. */
  private void writeZonal(double sign) throws IOException {
    MonthAxis year = new MonthAxis(YearMonth.of(2011, 1), 12);
    NetcdfOutput output = NetcdfOutput.titled("zonal").dimension("lat", 18);
    OutputTime.addMonthly(output, year);
    double[] lat = new double[18];
    double[] density = new double[12 * 18];
    for (int row = 0; row < 18; row++) {
      lat[row] = 85 - 10 * row;
      for (int month = 0; month < 12; month++) {
        density[month * 18 + row] = sign * (row + 1) * (2 + Math.cos(month)) / 100;
      }
    }
    output.doubles("lat", "lat").units("degrees_north").values(lat);
    output
        .doubles("flux", "time", "lat")
        .attribute("units", "Pg C yr$^{-1}$ degree$^{-1}$")
        .values(density);
    output.write(Location.of(folder.resolve("zonal.nc")));
  }

  @Test
  void zonalPatternsKeepTheirSeasonAndMeetTheTotals() throws IOException {
    write("budget.csv", BUDGET);
    writeZonal(1);
    BackgroundSource source =
        new BackgroundSource("fossil", Kind.ZONAL, "zonal.nc", "flux", FOSSIL);
    BackgroundFluxes fluxes = read(source, BANDS);
    assertThat(fluxes.mass("fossil", 2011)).isCloseTo(9.5, Percentage.withPercentage(1e-10));
    assertThat(fluxes.mass("fossil", 2012)).isCloseTo(9.6, Percentage.withPercentage(1e-10));
    double[] flux = fluxes.total();
    int january = MONTHS.indexOf(YearMonth.of(2011, 1));
    // rows fall from north to south: band 17 is row 0, band 0 is row 17
    assertThat(flux[january] / flux[17 * 30 + january]).isCloseTo(18, within(1e-9));
    assertThat(flux[january + 3] / flux[january])
        .isCloseTo((2 + Math.cos(3)) / (2 + Math.cos(0)), within(1e-9));
    // 2012 has no months of its own: the climatology gives the same shape
    assertThat(flux[january + 15] / flux[january + 12])
        .isCloseTo(flux[january + 3] / flux[january], within(1e-9));
  }

  @Test
  void zonalPatternsWithoutTotalsAreFluxes() throws IOException {
    writeZonal(-1);
    BackgroundSource source = new BackgroundSource("any", Kind.ZONAL, "zonal.nc", "flux", null);
    double[] flux = read(source, BANDS).total();
    // July is month 6; band 0 is row 17: 18 (2 + cos 6)/100 PgC yr-1 degree-1 over 10 degrees
    assertThat(flux[0]).isCloseTo(-1.8e12 * (2 + Math.cos(6)), within(10.0));
  }

  @Test
  void aWrongSignIsFound() throws IOException {
    write("budget.csv", BUDGET);
    writeZonal(-1);
    rejected(
        new BackgroundSource("fossil", Kind.ZONAL, "zonal.nc", "flux", FOSSIL),
        BANDS,
        "column fossil emissions excluding carbonation",
        "The total of fossil in 2010 is 9.0 PgC, but its pattern sums to -");
  }

  @Test
  void errorsNameFileAndPlace() throws IOException {
    write("budget.csv", BUDGET.replace("2012,", "2013,"));
    String bands = "resource:fossil-bands.csv";
    rejected(
        new BackgroundSource("fossil", Kind.BANDS, bands, null, FOSSIL),
        BANDS,
        "column fossil emissions excluding carbonation",
        "the year 2012 is missing");
    rejected(
        new BackgroundSource("fossil", Kind.BANDS, bands, null, new Totals("no.csv", "x", 1, 0)),
        BANDS,
        "",
        "there is no such file");
    rejected(
        new BackgroundSource(
            "fossil", Kind.BANDS, bands, null, new Totals("budget.csv", "fossil", 1, 0)),
        BANDS,
        "header",
        "no column fossil");
    rejected(
        new BackgroundSource("fossil", Kind.BANDS, "resource:no.csv", null, FOSSIL),
        BANDS,
        "",
        "no such table");
    write("budget.csv", BUDGET + "2012,1,1\n");
    rejected(
        new BackgroundSource("fossil", Kind.BANDS, bands, null, FOSSIL),
        BANDS,
        "line 5",
        "the year 2012 stands twice");
    write("shares.csv", "lat_south,lat_north,share\n-90,0,0.4\n0,90,0.5\n");
    rejected(
        new BackgroundSource("fossil", Kind.BANDS, "shares.csv", null, FOSSIL),
        BANDS,
        "column share",
        "the shares sum to 0.9");
    write("shares.csv", "lat_south,lat_north,share\n0,90,1\n");
    rejected(
        new BackgroundSource("fossil", Kind.BANDS, "shares.csv", null, FOSSIL),
        HALVES.subList(0, 1),
        "latitudes 0.0 to 90.0",
        "The transport regions cover 0.0 of this band");
  }

  @Test
  void namesMustDiffer() throws IOException {
    write("budget.csv", BUDGET);
    BackgroundSource source =
        new BackgroundSource("fossil", Kind.BANDS, "resource:fossil-bands.csv", null, FOSSIL);
    assertThatThrownBy(
            () ->
                BackgroundFluxes.read(List.of(source, source), BANDS, MONTHS, Location.of(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("called fossil");
    assertThat(BackgroundFluxes.read(List.of(), BANDS, MONTHS, Location.of(folder)).total())
        .hasSize(18 * 30)
        .containsOnly(0);
  }

  @Test
  void sourcesWithoutWhatTheirKindNeedsAreRefused() {
    assertThatThrownBy(() -> new BackgroundSource("a", Kind.ZONAL, "f", null, null))
        .hasMessageContaining("needs a variable");
    assertThatThrownBy(() -> new BackgroundSource("a", Kind.BANDS, "f", null, null))
        .hasMessageContaining("yearly totals");
  }

  /** The real budget and CarbonTracker patterns, 2008-2015. */
  @Test
  void realPatternsMeetTheRealBudget() {
    Path data = RealData.require("evaluation");
    MonthAxis axis = MonthAxis.of(YearMonth.of(2008, 1), YearMonth.of(2015, 12));
    String budget = "gcb2020/annual_global_sink.csv";
    String zonal = "inversions_zonal/CT2017_fluxes_za_ts_monthly.nc";
    BackgroundFluxes fluxes =
        BackgroundFluxes.read(
            List.of(
                new BackgroundSource(
                    "fossil",
                    Kind.ZONAL,
                    zonal,
                    "SFCO2_FFF",
                    new Totals(budget, "fossil emissions excluding carbonation", 1, 0)),
                new BackgroundSource(
                    "ocean",
                    Kind.ZONAL,
                    zonal,
                    "SFCO2_OCN",
                    new Totals(budget, "ocean sink", -1, 0.6))),
            BANDS,
            axis,
            Location.of(data));
    double fossil = 0;
    double ocean = 0;
    for (int year = 2010; year <= 2015; year++) {
      fossil += fluxes.mass("fossil", year) / 6;
      ocean += fluxes.mass("ocean", year) / 6;
    }
    // spec section 16.4: fossil 9.44, ocean 2.46 less about 0.6
    assertThat(fossil).isCloseTo(9.44, within(0.005));
    assertThat(ocean).isCloseTo(-2.46 + 0.6, within(0.005));
    assertThat(fluxes.mass("fossil", 2015)).isCloseTo(9.61, within(9.61e-12));
    // most fossil carbon comes from 30-60N
    double north = 0;
    for (int band = 12; band <= 14; band++) {
      north += fluxes.components().get(0).flux()[band * 96 + 50] / 1e12;
    }
    assertThat(north).isBetween(5.0, 8.0);
  }
}
