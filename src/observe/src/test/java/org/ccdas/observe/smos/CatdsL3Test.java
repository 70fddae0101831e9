package org.ccdas.observe.smos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.LandMask;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.ScreenedRetrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatdsL3Test {
  private static final CatdsL3 PRODUCT = new CatdsL3();

  @TempDir Path folder;

  private Retrievals read(byte[] bytes) {
    return PRODUCT.read(
        new ProductBytes("day.nc", bytes), SmosSamples.identity(), PRODUCT.screening().layers());
  }

  private byte[] written(Retrievals retrievals) throws IOException {
    Path path = folder.resolve("day.nc");
    CatdsWriter.write(Location.of(path), retrievals);
    return Files.readAllBytes(path);
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    Map<String, float[]> values = SmosSamples.values();
    values.get(Layer.SOIL_MOISTURE)[SmosSamples.pixel(100)] = 0.4321f;
    values.get(Layer.ACQUISITION_HOURS)[SmosSamples.pixel(101)] = -0.5f;

    byte[] bytes = written(SmosSamples.retrievals(values, SmosSamples.flags()));
    Retrievals read = read(bytes);

    // "CDF" with 64-bit offsets
    assertThat(bytes).startsWith('C', 'D', 'F', 2);
    assertThat(read.count()).isEqualTo(584);
    assertThat(read.soilMoisture()[SmosSamples.pixel(100)]).isCloseTo(0.4321f, within(2e-5f));
    assertThat(read.soilMoisture()[SmosSamples.pixel(100) + 1]).isNaN();
    assertThat(read.standardError()[SmosSamples.pixel(5)]).isCloseTo(0.04f, within(2e-5f));
    // packed in metres, read in kilometres
    assertThat(at(read, Layer.SWATH_POSITION, 5)).isCloseTo(-120, within(0.02f));
    assertThat(at(read, Layer.ACQUISITION_HOURS, 5)).isCloseTo(5.75f, within(1e-3f));
    assertThat(at(read, Layer.ACQUISITION_HOURS, 101)).isCloseTo(-0.5f, within(1e-3f));
    assertThat(read.bits(Layer.SCIENCE_FLAGS).orElseThrow()[SmosSamples.pixel(5)])
        .isEqualTo(ScienceFlag.NOMINAL.mask());
    assertThat(read.bits(Layer.SCIENCE_FLAGS).orElseThrow()[0]).isEqualTo(-1);
    assertThat(PRODUCT.screening().apply(read).accepted()).isEqualTo(584);
  }

  private static float at(Retrievals read, String layer, int row) {
    return read.numbers(layer).orElseThrow()[SmosSamples.pixel(row)];
  }

  @Test
  void sameRetrievalsGiveTheSameBytes() throws IOException {
    String stem = "SM_OPER_MIR_CLF31A_20120514T000000_20120514T235959_300_001_7";
    Path first =
        CatdsWriter.writeDelivery(Location.of(folder.resolve("1")), stem, SmosSamples.good())
            .path();
    Path second =
        CatdsWriter.writeDelivery(Location.of(folder.resolve("2")), stem, SmosSamples.good())
            .path();

    assertThat(first).hasSameBinaryContentAs(second).hasFileName(stem + ".tgz");
    assertThat(Files.list(folder.resolve("1"))).hasSize(1);
  }

  /** One test a reason: the value of a retrieval that fails this criterion only. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "range,soil_moisture,1",
        "range,soil_moisture,1.01",
        "dqx,standard_error,0.0701",
        "dqx,standard_error,0",
        "rfi-probability,rfi_probability,0.21",
        "chi2-probability,chi2_probability,0.049",
        "swath-position,swath_position,-400.1",
        "swath-position,swath_position,401",
        "acquisition-time,acquisition_hours,40"
      })
  void rejectsByValue(String line) throws IOException {
    String[] fields = line.split(",");
    Map<String, float[]> values = SmosSamples.values();
    values.get(fields[1])[SmosSamples.pixel(33)] = Float.parseFloat(fields[2]);

    var counts =
        PRODUCT
            .screening()
            .apply(read(written(SmosSamples.retrievals(values, SmosSamples.flags()))))
            .counts();

    int reason = counts.reasons().indexOf(fields[0]);
    assertThat(counts.alone()[reason]).isEqualTo(1);
    assertThat(counts.accepted()).isEqualTo(583);
  }

  @ParameterizedTest
  @EnumSource(ScienceFlag.class)
  void rejectsByScienceFlag(ScienceFlag flag) {
    Map<String, int[]> flags = SmosSamples.flags();
    flags.get(Layer.SCIENCE_FLAGS)[SmosSamples.pixel(33)] |= flag.mask();

    var counts =
        PRODUCT.screening().apply(SmosSamples.retrievals(SmosSamples.values(), flags)).counts();

    // bits 3, 5, 6, 7, 8, 11, 12, 13, 16, 18, 19 of spec section 19.1
    boolean rejected =
        Arrays.asList(3, 5, 6, 7, 8, 11, 12, 13, 16, 18, 19).contains(flag.ordinal());
    assertThat(counts.accepted()).isEqualTo(rejected ? 583 : 584);
    if (rejected) {
      assertThat(counts.alone()[counts.reasons().indexOf(flag.reason())]).isEqualTo(1);
    }
  }

  @Test
  void rainAndProcessingFlagsRejectWhenAskedFor() {
    Map<String, int[]> flags = SmosSamples.flags();
    flags.get(Layer.SCIENCE_FLAGS)[SmosSamples.pixel(1)] |= ScienceFlag.RAIN.mask();
    flags.get(Layer.PROCESSING_FLAGS)[SmosSamples.pixel(2)] = 8;
    Retrievals retrievals = SmosSamples.retrievals(SmosSamples.values(), flags);

    assertThat(PRODUCT.screening().apply(retrievals).accepted()).isEqualTo(584);
    var strict =
        PRODUCT
            .screening()
            .withFlags("rain", ScienceFlag.RAIN.mask())
            .withFlags(CatdsL3.PROCESSING, 8);
    assertThat(strict.apply(retrievals).accepted()).isEqualTo(582);
  }

  @Test
  void rowOrderFollowsLat() throws IOException {
    Map<String, float[]> values = SmosSamples.values();
    values.get(Layer.SOIL_MOISTURE)[SmosSamples.pixel(0)] = 0.7f;

    Retrievals north = read(written(SmosSamples.retrievals(values, SmosSamples.flags())));
    Retrievals south =
        read(written(SmosSamples.on(EaseGrid2.grid25km(false), values, SmosSamples.flags())));

    assertThat(north.grid().north(0)).isGreaterThan(84);
    assertThat(south.grid().south(0)).isLessThan(-84);
    assertThat(south.soilMoisture()[SmosSamples.pixel(0)]).isCloseTo(0.7f, within(2e-5f));
  }

  @Test
  void readsNetcdf4WithDeflateAndShuffle() throws IOException {
    Path path = folder.resolve("day4.nc");
    short[][] moisture = new short[EaseGrid2.ROWS][EaseGrid2.COLUMNS];
    short[][] error = new short[EaseGrid2.ROWS][EaseGrid2.COLUMNS];
    for (int row = 0; row < moisture.length; row++) {
      for (int column = 0; column < EaseGrid2.COLUMNS; column++) {
        boolean there = (row + column) % 3 == 0;
        moisture[row][column] = there ? (short) (row * 7 + column) : -999;
        error[row][column] = (short) (column % 50);
      }
    }
    float[] lats = new float[EaseGrid2.ROWS];
    float[] lons = new float[EaseGrid2.COLUMNS];
    for (int row = 0; row < lats.length; row++) {
      lats[row] = (float) EaseGrid2.centreLatitude(EaseGrid2.grid25km(true), row);
    }
    for (int c = 0; c < lons.length; c++) {
      lons[c] = (float) EaseGrid2.longitude((c - 693.5) * EaseGrid2.PIXEL);
    }
    try (WritableHdfFile hdf = HdfFile.write(path)) {
      hdf.putDataset("lat", lats);
      hdf.putDataset("lon", lons);
      // chunks that do not divide the grid
      DatasetCreationOptions packed =
          DatasetCreationOptions.builder().chunkDimensions(250, 600).shuffle().deflate(4).build();
      WritableDataset sm = hdf.putDataset("Soil_Moisture", moisture, packed);
      sm.putAttribute("scale_factor", 1e-4f);
      sm.putAttribute("add_offset", 0.01f);
      sm.putAttribute("_FillValue", (short) -999);
      sm.putAttribute("units", "m3 m-3");
      WritableDataset dqx =
          hdf.putDataset(
              "Soil_Moisture_Dqx",
              error,
              DatasetCreationOptions.builder().chunkDimensions(584, 1388).deflate(4).build());
      dqx.putAttribute("scale_factor", 1e-3);
    }

    Retrievals read = read(Files.readAllBytes(path));

    for (int row = 0; row < EaseGrid2.ROWS; row++) {
      for (int column = 0; column < EaseGrid2.COLUMNS; column++) {
        int pixel = row * EaseGrid2.COLUMNS + column;
        float wanted =
            (row + column) % 3 == 0 ? (float) (1e-4f * (row * 7 + column) + 0.01f) : Float.NaN;
        if (Float.isNaN(wanted) != Float.isNaN(read.soilMoisture()[pixel])
            || Math.abs(wanted - read.soilMoisture()[pixel]) > 1e-6
            || Math.abs(read.standardError()[pixel] - 1e-3 * (column % 50)) > 1e-7) {
          throw new AssertionError(
              row + ", " + column + ": " + read.soilMoisture()[pixel] + " not " + wanted);
        }
      }
    }
  }

  @Test
  void theOlderGridIsRefusedByName() throws IOException {
    Path path = folder.resolve("ease1.nc");
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("lat", 586).dimension("lon", 1383);
    output.floats("lat", "lat").values(new double[586]);
    output.floats("lon", "lon").values(new double[1383]);
    output.shorts("Soil_Moisture", "lat", "lon").values(new double[586 * 1383]);
    output.write(Location.of(path));

    assertThatThrownBy(() -> read(Files.readAllBytes(path)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("older EASE-Grid")
        .hasMessageContaining("RE04");
  }

  @Test
  void anotherGridIsRefused() throws IOException {
    Path path = folder.resolve("grid.nc");
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("lat", 720).dimension("lon", 1440);
    output.floats("lat", "lat").values(new double[720]);
    output.floats("lon", "lon").values(new double[1440]);
    output.shorts("Soil_Moisture", "lat", "lon").values(new double[720 * 1440]);
    output.write(Location.of(path));

    assertThatThrownBy(() -> read(Files.readAllBytes(path)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("720 x 1440");
  }

  @Test
  void aGridOfTheSameSizeButElsewhereIsRefused() throws IOException {
    Path path = folder.resolve("shifted.nc");
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("lat", 584).dimension("lon", 1388);
    double[] lats = new double[584];
    Arrays.setAll(lats, i -> 84 - 0.288 * i);
    output.floats("lat", "lat").values(lats);
    output.floats("lon", "lon").values(new double[1388]);
    output.shorts("Soil_Moisture", "lat", "lon").values(new double[584 * 1388]);
    output.write(Location.of(path));

    assertThatThrownBy(() -> read(Files.readAllBytes(path)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable lat")
        .hasMessageContaining("EASE-Grid 2.0 has");
  }

  /** A file of these rows (from the north) and columns of the grid, soil moisture counting up. */
  private byte[] part(int[] rows, int[] columns, double addedLongitude) throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("t").dimension("lat", rows.length).dimension("lon", columns.length);
    double[] lats = new double[rows.length];
    Arrays.setAll(lats, i -> EaseGrid2.centreLatitude(EaseGrid2.grid25km(true), rows[i]));
    double[] lons = new double[columns.length];
    Arrays.setAll(
        lons, i -> EaseGrid2.longitude((columns[i] - 693.5) * EaseGrid2.PIXEL) + addedLongitude);
    Arrays.setAll(lons, i -> addedLongitude > 0 && lons[i] >= 360 ? lons[i] - 360 : lons[i]);
    output.floats("lat", "lat").values(lats);
    output.floats("lon", "lon").values(lons);
    double[] moisture = new double[rows.length * columns.length];
    Arrays.setAll(moisture, i -> 0.01 * i);
    output.floats("Soil_Moisture", "lat", "lon").units("m3.m-3").values(moisture);
    Path path = folder.resolve("part.nc");
    output.write(Location.of(path));
    return Files.readAllBytes(path);
  }

  /** A square part tells by its names alone which of its dimensions is latitude. */
  @ParameterizedTest
  @CsvSource({"lat, lon, lat, lon", "lon, lat, lat, lon", "y, x, y, x", "x, y, y, x"})
  void rowsAndColumnsAreKnownByName(String first, String second, String lat, String lon)
      throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension(lat, 2).dimension(lon, 2);
    LatLonGrid whole = EaseGrid2.grid25km(true);
    output
        .doubles("lat", lat)
        .values(EaseGrid2.centreLatitude(whole, 199), EaseGrid2.centreLatitude(whole, 200));
    output
        .doubles("lon", lon)
        .values(
            EaseGrid2.longitude(6.5 * EaseGrid2.PIXEL), EaseGrid2.longitude(7.5 * EaseGrid2.PIXEL));
    boolean rows = first.equals(lat);
    output
        .doubles("Soil_Moisture", first, second)
        .values(0.1, rows ? 0.2 : 0.3, rows ? 0.3 : 0.2, 0.4);
    // the other way round in the same file
    output
        .doubles("Soil_Moisture_Dqx", second, first)
        .values(0.01, rows ? 0.03 : 0.02, rows ? 0.02 : 0.03, 0.04);
    Path path = folder.resolve("square.nc");
    output.write(Location.of(path));

    Retrievals read = read(Files.readAllBytes(path));

    assertThat(read.soilMoisture()).containsExactly(0.1f, 0.2f, 0.3f, 0.4f);
    assertThat(read.standardError()).containsExactly(0.01f, 0.02f, 0.03f, 0.04f);
  }

  /** HDF5 without dimension scales: lengths tell rows from columns, but not of a square. */
  @Test
  void aSquareWithoutNamesIsNotGuessed() throws IOException {
    LatLonGrid whole = EaseGrid2.grid25km(true);
    double[] lats = {EaseGrid2.centreLatitude(whole, 199), EaseGrid2.centreLatitude(whole, 200)};
    double[] lons = new double[3];
    Arrays.setAll(lons, i -> EaseGrid2.longitude((6.5 + i) * EaseGrid2.PIXEL));
    Path path = folder.resolve("nameless.nc");
    try (WritableHdfFile hdf = HdfFile.write(path)) {
      hdf.putDataset("lat", lats);
      hdf.putDataset("lon", lons);
      hdf.putDataset("Soil_Moisture", new double[][] {{0.1, 0.4}, {0.2, 0.5}, {0.3, 0.6}});
    }
    assertThat(read(Files.readAllBytes(path)).soilMoisture())
        .containsExactly(0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f);
    Path square = folder.resolve("square.nc");
    try (WritableHdfFile hdf = HdfFile.write(square)) {
      hdf.putDataset("lat", lats);
      hdf.putDataset("lon", Arrays.copyOf(lons, 2));
      hdf.putDataset("Soil_Moisture", new double[][] {{0.1, 0.2}, {0.3, 0.4}});
    }
    byte[] bytes = Files.readAllBytes(square);
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no latitude coordinate");
  }

  /** As cdo selindexbox leaves them: rows from the south, no DQX. */
  @Test
  void aPartOfTheGridIsPlacedByItsCoordinates() throws IOException {
    Retrievals read = read(part(new int[] {201, 200, 199}, new int[] {700, 701}, 0));

    LatLonGrid whole = EaseGrid2.grid25km(true);
    LatLonGrid grid = read.grid();
    assertThat(grid.rows()).isEqualTo(3);
    assertThat(grid.columns()).isEqualTo(2);
    assertThat(grid.south(0)).isEqualTo(whole.south(201));
    assertThat(grid.north(2)).isEqualTo(whole.north(199));
    assertThat(grid.west(0)).isEqualTo(whole.west(700));
    assertThat(grid.east(1)).isEqualTo(whole.east(701));
    assertThat(read.soilMoisture()[3]).isCloseTo(0.03f, within(1e-6f));
    assertThat(read.layers()).containsExactly(Layer.SOIL_MOISTURE);
  }

  @Test
  void onePixelIsAPartToo() throws IOException {
    LatLonGrid grid = read(part(new int[] {0}, new int[] {1387}, 0)).grid();

    assertThat(grid.east(0)).isEqualTo(180);
    assertThat(grid.north(0)).isEqualTo(EaseGrid2.grid25km(true).north(0));
  }

  /** Longitudes 0..360: from 179.87 E over the date line, and the whole circle from Greenwich. */
  @Test
  void longitudesMayGoRound() throws IOException {
    int[] row = {291};
    LatLonGrid pacific = read(part(row, new int[] {1387, 0, 1}, 360)).grid();
    int[] all = new int[EaseGrid2.COLUMNS];
    Arrays.setAll(all, i -> (694 + i) % EaseGrid2.COLUMNS);
    LatLonGrid circle = read(part(row, all, 360)).grid();

    assertThat(pacific.west(0)).isCloseTo(179.74063, within(1e-5));
    assertThat(pacific.east(0)).isEqualTo(180);
    assertThat(pacific.east(2)).isCloseTo(180.51873, within(1e-5));
    assertThat(circle.west(0)).isEqualTo(0);
    assertThat(circle.east(EaseGrid2.COLUMNS - 1)).isEqualTo(360);
  }

  @ParameterizedTest
  @CsvSource({"'200,201,203', '700,701', lat", "'200,201', '700,702', lon"})
  void aPartWithGapsIsRefused(String rows, String columns, String variable) throws IOException {
    byte[] bytes =
        part(
            Arrays.stream(rows.split(",")).mapToInt(Integer::parseInt).toArray(),
            Arrays.stream(columns.split(",")).mapToInt(Integer::parseInt).toArray(),
            0);

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable " + variable)
        .hasMessageContaining("without gaps");
  }

  @Test
  void theLandMaskIsCutToThePart() throws IOException {
    LatLonGrid whole = EaseGrid2.grid25km(false);
    float[] land = new float[whole.size()];
    // row 200 from the north
    int fromSouth = EaseGrid2.ROWS - 1 - 200;
    Arrays.fill(land, fromSouth * EaseGrid2.COLUMNS, (fromSouth + 1) * EaseGrid2.COLUMNS - 1, 1f);
    IngestStep step =
        new IngestStep(
            SoilMoistureGrid.global(2, 2),
            Map.of(),
            Optional.of(new LandMask(whole, land)),
            RegridRule.STANDARD,
            OptionalDouble.of(0.05));
    Screening screening = new Screening(List.of());

    ScreenedRetrievals screened =
        step.screen(read(part(new int[] {199, 200, 201}, new int[] {1386, 1387}, 0)), screening);

    assertThat(screened.reasons()).containsExactly(IngestStep.NOT_LAND);
    // the last column is no land
    for (int pixel = 0; pixel < 6; pixel++) {
      assertThat(screened.isAccepted(pixel)).isEqualTo(pixel == 2);
    }
  }

  @Test
  void aMissingVariableIsNamed() throws IOException {
    Path path = folder.resolve("bare.nc");
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("lat", 584).dimension("lon", 1388);
    double[] lats = new double[584];
    Arrays.setAll(lats, i -> EaseGrid2.centreLatitude(EaseGrid2.grid25km(true), i));
    double[] lons = new double[1388];
    Arrays.setAll(lons, i -> EaseGrid2.longitude((i - 693.5) * EaseGrid2.PIXEL));
    output.floats("lat", "lat").values(lats);
    output.floats("lon", "lon").values(lons);
    output.write(Location.of(path));

    assertThatThrownBy(() -> read(Files.readAllBytes(path)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no variable Soil_Moisture")
        .hasMessageContaining("lat, lon");
  }

  @Test
  void aFileOfAnotherDayIsRefused() throws IOException {
    Map<String, float[]> values = SmosSamples.values();
    values.put(Layer.ACQUISITION_HOURS, SmosSamples.column(5.75f - 24 * 365));

    byte[] bytes = written(SmosSamples.retrievals(values, SmosSamples.flags()));

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("584 of 584 retrievals are not of 2012-05-14");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 100, 2_000, 50_000, 5_000_000, 10_000_000})
  void aTruncatedFileIsRefused(int length) throws IOException {
    byte[] whole = written(SmosSamples.good());

    assertThat(whole.length).isGreaterThan(length);
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, length)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("day.nc");
  }

  @Test
  void anEmptyFileAndTextAreRefused() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(
            () -> read("<html>404</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not a NetCDF file");
  }
}
