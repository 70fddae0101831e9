package org.ccdas.evaluate.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteAndGridTest {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2010, 1), 12);
  private static final double SECONDS = 86400;

  /** From the equator to 2 degrees north and south, 4 degrees wide. */
  private static final List<Cell> CELLS =
      List.of(
          Cell.of(1, 1, 2, new LatLonBox(0, 2, 0, 4), List.of(1)),
          Cell.of(2, -1, 2, new LatLonBox(-2, 0, 0, 4), List.of(1)));

  @TempDir private Path folder;

  private Location gpp(String name, String unit, double... values) throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("gpp").dimension("lat", 2).dimension("lon", 2);
    OutputTime.addMonthly(output, new MonthAxis(YearMonth.of(2010, 2), 1));
    output.doubles("lat", "lat").units("degrees_north").values(-1, 1);
    output.doubles("lon", "lon").units("degrees_east").values(1, 3);
    output
        .doubles("GPP", "time", "lat", "lon")
        .mayBeMissing()
        .longName("gross primary production")
        .units(unit)
        .values(values);
    Location file = Location.of(folder.resolve(name));
    output.write(file);
    return file;
  }

  @Test
  void productionIsOfTheWholeCell() throws IOException {
    Location file = gpp("FLUXCOM_GPP_monthly_2010.nc", "gC m-2 d-1", 4, Double.NaN, 8, 2);
    FluxcomGpp dataset = new FluxcomGpp();
    assertThat(dataset.reads(file.name())).isTrue();
    assertThat(dataset.reads("GPP.RS_METEO.FP-ALL.MLM-ALL.METEO-ALL.720_360.monthly.2010.nc"))
        .isTrue();
    assertThat(dataset.reads("MOD17_GPP_2010.nc")).isFalse();
    CellSeries series = dataset.read(List.of(file), CELLS, WINDOW).cells().get(0);
    assertThat(series.kind()).isEqualTo(Kind.UPSCALED);
    assertThat(series.months().first()).isEqualTo(YearMonth.of(2010, 2));
    // north 8 and 2; south 4 in one half, nothing in the other
    assertThat(series.values()[0][0] * SECONDS * 1e3).isCloseTo(5, within(1e-9));
    assertThat(series.values()[0][1] * SECONDS * 1e3).isCloseTo(2, within(1e-9));
  }

  @Test
  void aMonthlyAmountIsSpreadOverItsDays() throws IOException {
    Location file = gpp("MOD17A2_GPP_2010.nc", "gC/m2/month", 56, 56, 28, 28);
    CellSeries series = new ModisGpp().read(List.of(file), CELLS, WINDOW).cells().get(0);
    // February 2010 has 28 days
    assertThat(series.values()[0][0] * SECONDS * 1e3).isCloseTo(1, within(1e-9));
    assertThat(series.values()[0][1] * SECONDS * 1e3).isCloseTo(2, within(1e-9));
    Location other = gpp("modis_GPP.nc", "kg C m-2 s-1", 1e-8, 1e-8, 3e-8, 3e-8);
    CellSeries rate = new ModisGpp().read(List.of(other), CELLS, WINDOW).cells().get(0);
    assertThat(rate.values()[0][0]).isCloseTo(3e-8, within(1e-20));
  }

  @Test
  void moistureOfALayerIsAShareOfItsVolume() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("gldas").dimension("lat", 2).dimension("lon", 2);
    OutputTime.addMonthly(output, new MonthAxis(YearMonth.of(2010, 2), 1));
    output.doubles("lat", "lat").units("degrees_north").values(-1, 1);
    output.doubles("lon", "lon").units("degrees_east").values(1, 3);
    output
        .doubles("SoilMoi0_10cm_inst", "time", "lat", "lon")
        .mayBeMissing()
        .longName("soil moisture")
        .units("kg m-2")
        .values(20, Double.NaN, 30, 10);
    Location file = Location.of(folder.resolve("GLDAS_NOAH10_M.A201002.021.nc4"));
    output.write(file);
    GldasMoisture dataset = new GldasMoisture();
    assertThat(dataset.reads(file.name())).isTrue();
    assertThat(dataset.reads("gldas21_noah10_monthly_2012_2015.nc")).isTrue();
    CellSeries series = dataset.read(List.of(file), CELLS, WINDOW).cells().get(0);
    // north 30 and 10; south 20 in one half, the sea in the other
    assertThat(series.values()[0][0]).isCloseTo(0.2, within(1e-12));
    assertThat(series.values()[0][1]).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void aUnitMustBeOfProduction() throws IOException {
    Location file = gpp("FLUXCOM_GPP.nc", "K", 1, 2, 3, 4);
    assertThatThrownBy(() -> new FluxcomGpp().read(List.of(file), CELLS, WINDOW))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable GPP");
  }

  private Location file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return Location.of(file);
  }

  private Location sites() throws IOException {
    return file(
        "FluxNET_sites.csv",
        "SITE_ID,LOCATION_LAT,LOCATION_LONG,IGBP\nDK-Sor,55.4859,11.6446,DBF\nUS-Not,,,GRA\n");
  }

  @Test
  void monthsOfATower() throws IOException {
    Location months =
        file(
            "FLX_DK-Sor_FLUXNET2015_SUBSET_MM_2010-2010_1-4.csv",
            """
            TIMESTAMP,TA_F,NEE_VUT_REF,NEE_VUT_REF_QC,NEE_VUT_REF_RANDUNC,NEE_VUT_25,NEE_VUT_75,GPP_NT_VUT_REF,GPP_DT_VUT_REF,LE_F_MDS,LE_F_MDS_QC,LE_RANDUNC,SWC_F_MDS_1,SWC_F_MDS_1_QC
            201006,10,-4,0.9,0.3,-4.5,-3.7,9,11,100,0.9,2,25,0.8
            201007,10,-5,0.2,0.3,-4.5,-3.7,9,11,100,0.69,2,30,0.1
            201008,10,-9999,0.9,-9999,-9999,-9999,-9999,11,-9999,0.9,-9999,-9999,0.9
            """);
    FluxnetMonthly dataset = new FluxnetMonthly();
    assertThat(dataset.reads(months.name())).isTrue();
    List<SiteSeries> series = dataset.read(List.of(sites(), months), List.of(), WINDOW).sites();
    SiteSeries nep = series.get(0);
    assertThat(nep.site()).isEqualTo(new Site("DK-Sor", 55.4859, 11.6446, "DBF"));
    assertThat(nep.values()).containsExactly(4, Double.NaN, Double.NaN);
    // random 0.3 and half of the range 0.8
    assertThat(nep.sigma()[0]).isCloseTo(0.5, within(1e-12));
    assertThat(series.get(1).values()).containsExactly(10, Double.NaN, Double.NaN);
    assertThat(series.get(1).sigma()[0]).isEqualTo(1);
    // 100 W m-2 over 2.47739e6 J kg-1
    assertThat(series.get(2).quantity()).isEqualTo(Quantity.ET);
    assertThat(series.get(2).values()[0]).isCloseTo(100 * SECONDS / 2.47739e6, within(1e-9));
    assertThat(series.get(2).values()[1]).isNaN();
    assertThat(series.get(3).quantity()).isEqualTo(Quantity.SOIL_MOISTURE);
    assertThat(series.get(3).values()).containsExactly(0.25, Double.NaN, Double.NaN);
  }

  @Test
  void aTowerNeedsAPlace() throws IOException {
    Location months =
        file("FLX_FI-Hyy_FLUXNET2015_SUBSET_MM_2010-2010_1-4.csv", "TIMESTAMP\n201001\n");
    Location sites = sites();
    assertThatThrownBy(() -> new FluxnetMonthly().read(List.of(months, sites), List.of(), WINDOW))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("site FI-Hyy is not in it");
    assertThatThrownBy(() -> new FluxnetMonthly().read(List.of(months), List.of(), WINDOW))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("FluxNET_sites.csv");
  }

  @Test
  void aRealTower() {
    Path folder = RealData.require("flux_sites/fluxnet_monthly");
    List<SiteSeries> series =
        new FluxnetMonthly()
            .read(
                List.of(
                    Location.of(folder.resolve("FluxNET_sites.csv")),
                    Location.of(
                        folder.resolve("FLX_DE-Hai_FLUXNET2015_SUBSET_MM_2000-2012_1-4.csv"))),
                List.of(),
                WINDOW)
            .sites();
    int july = series.get(0).months().indexOf(YearMonth.of(2000, 7));
    assertThat(series.get(0).values()[july]).isCloseTo(7.23609, within(1e-9));
    assertThat(series.get(0).site().igbp()).isEqualTo("DBF");
  }

  @Test
  void realMoisture() {
    Path file =
        RealData.require("weather/gldas21_monthly/gldas21_noah10_monthly_2016_2022_core.nc");
    List<Cell> amazon = List.of(Cell.of(1, -4, -63, new LatLonBox(-6, -2, -66, -60), List.of(1)));
    MonthAxis window = new MonthAxis(YearMonth.of(2016, 1), 2);
    CellSeries series =
        new GldasMoisture().read(List.of(Location.of(file)), amazon, window).cells().get(0);
    assertThat(series.months()).isEqualTo(window);
    assertThat(series.values()[1][0]).isBetween(0.15, 0.5);
  }

  @Test
  void dataSetsAreFoundByTheNamesOfTheirFiles() throws IOException {
    sites();
    file("notes.txt", "nothing");
    ReferenceFolder found = ReferenceFolder.of(Location.of(folder), ReferenceFolder.installed());
    assertThat(found.files().keySet())
        .singleElement()
        .satisfies(dataset -> assertThat(dataset.name()).isEqualTo("fluxnet-monthly"));
    assertThat(ReferenceFolder.installed()).hasSize(8);
    Files.delete(folder.resolve("FluxNET_sites.csv"));
    assertThatThrownBy(() -> ReferenceFolder.of(Location.of(folder), ReferenceFolder.installed()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no file in it belongs to a known data set");
  }
}
