package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseFileTest {
  @TempDir Path folder;

  @Test
  void seasonalResponsesSurvive() throws IOException {
    survives(ResponseTest.example(new StartMonths.Seasonal()));
  }

  @Test
  void datedResponsesSurvive() throws IOException {
    survives(
        ResponseTest.example(new StartMonths.Dated(new MonthAxis(YearMonth.of(2007, 11), 17))));
  }

  private void survives(Response response) throws IOException {
    Path file = folder.resolve("response.nc");
    ResponseFile.write(Location.of(file), response);
    Response read = ResponseFile.read(Location.of(file));
    assertThat(read.receptors()).isEqualTo(response.receptors());
    assertThat(read.regions()).isEqualTo(response.regions());
    assertThat(read.starts()).isEqualTo(response.starts());
    assertThat(read.lags()).isEqualTo(response.lags());
    assertThat(read.values()).containsExactly(response.values());
    assertThat(read.duration(3)).isEqualTo(response.duration(3));
    assertThat(read.source()).isEqualTo(file.toString());
  }

  @Test
  void aResponseOfAFileTravelsAsItsName() throws IOException {
    Path file = folder.resolve("response.nc");
    Response written = ResponseTest.example(new StartMonths.Seasonal());
    ResponseFile.write(Location.of(file), written);
    List<String> codes = written.receptors().stream().map(Receptor::code).toList();
    List<String> last = codes.subList(codes.size() - 1, codes.size());
    byte[] bytes = bytes(ResponseFile.read(Location.of(file)).atStations(last).handle());
    assertThat(bytes.length).isLessThan(2000).isLessThan(8 * written.values().length);
    Response arrived = response(bytes);
    assertThat(arrived.receptors()).isEqualTo(written.atStations(last).receptors());
    assertThat(arrived.values()).containsExactly(written.atStations(last).values());
    // one of no file travels as it is
    Response whole = response(bytes(written.handle()));
    assertThat(whole.values()).containsExactly(written.values());
  }

  @Test
  void aFileThatHasChangedOnTheWayIsNamed() throws IOException {
    Path file = folder.resolve("response.nc");
    Response written = ResponseTest.example(new StartMonths.Seasonal());
    ResponseFile.write(Location.of(file), written);
    byte[] bytes = bytes(ResponseFile.read(Location.of(file)).handle());
    List<Integer> regions = IntStream.range(0, written.regions().size() - 1).boxed().toList();
    ResponseFile.write(
        Location.of(file),
        written.restrictedTo(regions.stream().mapToInt(Integer::intValue).toArray()));
    assertThatThrownBy(() -> response(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("has changed");
  }

  private static byte[] bytes(ResponseHandle handle) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(handle);
    }
    return bytes.toByteArray();
  }

  private static Response response(byte[] bytes) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return ((ResponseHandle) in.readObject()).response();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file as another programme would write it: other units, two stations, one region. */
  private static final class Foreign {
    private String unit = "1e-6 s kg-1";
    private String format = ResponseFile.FORMAT;
    private int version = ResponseFile.VERSION;
    private double east = 180;
    private double value = 2e-20;
    private double[] months = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    private List<String> dimensions = List.of("station", "start", "lag", "region");
    private boolean withDuration = true;

    Path write(Path file) throws IOException {
      NetcdfOutput output =
          NetcdfOutput.titled("foreign")
              .attribute("format", format)
              .attribute("format_version", version)
              .dimension("station", 2)
              .dimension("start", 12)
              .dimension("lag", 3)
              .dimension("region", 1);
      output.strings("station_code", "station", List.of("MLO", "SPO"));
      output.doubles("station_lat", "station").units("degrees_north").values(19.5, -90);
      output.doubles("station_lon", "station").units("degrees_east").values(-155.6, -24.8);
      output.doubles("station_elevation", "station").units("km").values(3.397, 2.841);
      output.strings("region_name", "region", List.of("globe"));
      output.doubles("region_south", "region").units("degrees_north").values(-90);
      output.doubles("region_north", "region").units("degrees_north").values(90);
      output.doubles("region_west", "region").units("degrees_east").values(-180);
      output.doubles("region_east", "region").units("degrees_east").values(east);
      output.ints("start_month", "start").values(months);
      if (withDuration) {
        double[] days = new double[12];
        Arrays.fill(days, 30);
        output.doubles("flux_duration", "start").units("days").values(days);
      }
      double[] values = new double[2 * 12 * 3];
      Arrays.fill(values, value);
      output
          .doubles("response", dimensions.toArray(String[]::new))
          .units(unit)
          .mayBeMissing()
          .values(values);
      output.write(Location.of(file));
      return file;
    }
  }

  @Test
  void otherUnitsAreConverted() throws IOException {
    Response response =
        ResponseFile.read(Location.of(new Foreign().write(folder.resolve("foreign.nc"))));
    assertThat(response.receptors().get(0).elevation()).isCloseTo(3397, within(1e-9));
    assertThat(response.duration(0)).isCloseTo(30 / 365.0, within(1e-12));
    // ppm per kg s-1 to ppm per kg yr-1: a year has 365 * 86400 s
    assertThat(response.value(1, 11, 2, 0))
        .isCloseTo(2e-20 / (365 * 86400.0), within(1e-12 * 2e-20 / (365 * 86400.0)));
  }

  @Test
  void badFilesAreNamed() throws IOException {
    Foreign wrongUnit = new Foreign();
    wrongUnit.unit = "m s-1";
    rejected(wrongUnit, "variable response", "m s-1");
    Foreign missing = new Foreign();
    missing.value = Double.NaN;
    rejected(missing, "station MLO, start month 1, lag 0, region globe", "NaN");
    Foreign otherVersion = new Foreign();
    otherVersion.version = 9;
    rejected(
        otherVersion,
        "attributes format, format_version",
        "ccdas-transport-response 9, read is ccdas-transport-response 1");
    Foreign otherFormat = new Foreign();
    otherFormat.format = "something else";
    rejected(otherFormat, "attributes format, format_version", "something else");
    Foreign noBox = new Foreign();
    noBox.east = -190;
    rejected(noBox, "region 0 (globe)", "The region is no box");
    Foreign order = new Foreign();
    order.dimensions = List.of("station", "lag", "start", "region");
    rejected(order, "variable response", "station, lag, start, region");
    Foreign months = new Foreign();
    months.months[3] = 5;
    rejected(months, "variable start_month", "is not 1, 2, ... 12");
    Foreign noDuration = new Foreign();
    noDuration.withDuration = false;
    rejected(noDuration, "variable flux_duration", "there is no variable flux_duration");
  }

  private void rejected(Foreign content, String place, String problem) throws IOException {
    Path file = content.write(folder.resolve("bad.nc"));
    assertThatThrownBy(() -> ResponseFile.read(Location.of(file)))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.file()).endsWith("bad.nc");
              assertThat(e.place()).isEqualTo(place);
              assertThat(e.problem()).contains(problem);
            });
  }

  @Test
  void absentAndCutFilesAreNamed() throws IOException {
    assertThatThrownBy(() -> ResponseFile.read(Location.of(folder.resolve("absent.nc"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("absent.nc");
    Path file = new Foreign().write(folder.resolve("cut.nc"));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 200));
    assertThatThrownBy(() -> ResponseFile.read(Location.of(file)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut.nc");
  }
}
