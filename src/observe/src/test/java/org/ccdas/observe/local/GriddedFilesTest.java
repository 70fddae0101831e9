package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GriddedFilesTest {
  private static final GriddedVariables VARIABLES =
      new GriddedVariables("fapar", "", 0.1, "1", 0, 1);
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2010, 12, 31);

  /** Two cells of 10 degrees, of four pixels each, on a grid of 5 degrees. */
  private static final List<Cell> CELLS = List.of(cell(1, 5), cell(2, 15));

  @TempDir private Path folder;

  private static Cell cell(int id, double lon) {
    return Cell.of(id, 0, lon, LatLonBox.around(0, lon, 10, 10), List.of(1));
  }

  /** A file on pixels at 2.5 degrees north and south, 2.5 to 17.5 east. */
  private final class Sample {
    private final String name;
    private double[] days;
    private double[] bounds = {};
    private double[] value;
    private double[] error = {};
    private String units = "1";
    private String since = "days since 2010-01-01 00:00:00";
    private double scale = 1;

    Sample(String name, double... days) {
      this.name = name;
      this.days = days;
      this.value = new double[8 * days.length];
      Arrays.fill(value, 0.5);
    }

    Location write() throws IOException {
      NetcdfOutput out =
          NetcdfOutput.titled("FAPAR")
              .dimension("time", days.length)
              .dimension("lat", 2)
              .dimension("lon", 4)
              .dimension("bnds", 2);
      OutputVariable time = out.doubles("time", "time").units(since).values(days);
      if (bounds.length > 0) {
        time.attribute("bounds", "time_bnds");
        out.doubles("time_bnds", "time", "bnds").values(bounds);
      }
      out.doubles("lat", "lat").units("degrees_north").values(new double[] {2.5, -2.5});
      out.doubles("lon", "lon").units("degrees_east").values(new double[] {2.5, 7.5, 12.5, 17.5});
      out.floats("fapar", "time", "lat", "lon").mayBeMissing().units(units).values(scaled(value));
      if (error.length > 0) {
        out.floats("sigma", "time", "lat", "lon").mayBeMissing().units(units).values(scaled(error));
      }
      Location file = Location.of(folder.resolve(name));
      out.write(file);
      return file;
    }

    private double[] scaled(double[] numbers) {
      return Arrays.stream(numbers).map(number -> number * scale).toArray();
    }
  }

  private static ObservedField read(GriddedVariables variables, Location... files) {
    return GriddedFiles.scan(List.of(files), variables).read(CELLS, FIRST, LAST);
  }

  @Test
  void stepsAMonthApartAreMonthsWhateverTheirFiles() throws IOException {
    List<Location> files = new ArrayList<>();
    for (double day : new double[] {14, 45, 73}) {
      files.add(new Sample("month-" + day + ".nc", day).write());
    }

    ObservedField field = read(VARIABLES, files.toArray(Location[]::new));

    assertThat(field.from()).containsExactly(0, 31, 59);
    assertThat(field.to()).containsExactly(30, 58, 89);
    assertThat(field.value()[1]).containsOnly(0.5f);
    assertThat(field.standardError()[1]).containsOnly(0.1f);
  }

  /** Counted from 15 November: January, February, and half-way into June. */
  @Test
  void monthsThatAreCountedAreMonths() throws IOException {
    Sample sample = new Sample("counted.nc", 2, 3, 7.5);
    sample.since = "months since 2009-11-15";

    ObservedField field = read(VARIABLES, sample.write());

    assertThat(field.from()).containsExactly(0, 31, 151);
    assertThat(field.to()).containsExactly(30, 58, 180);
  }

  @Test
  void stepsADayApartAreDaysAlsoWithGaps() throws IOException {
    ObservedField field = read(VARIABLES, new Sample("days.nc", 3.5, 4.5, 9.5).write());

    assertThat(field.from()).containsExactly(3, 4, 9).isEqualTo(field.to());
  }

  @Test
  void boundsSayWhatAStepCovers() throws IOException {
    Sample sample = new Sample("composites.nc", 0, 8);
    sample.bounds = new double[] {0, 8, 8, 16};

    ObservedField field = read(VARIABLES, sample.write());

    assertThat(field.from()).containsExactly(0, 8);
    assertThat(field.to()).containsExactly(7, 15);
  }

  @Test
  void withoutBoundsWhatMightBeADayOrLongerIsRefused() throws IOException {
    Location composites = new Sample("composites.nc", 0, 8, 16).write();
    assertThatThrownBy(() -> read(VARIABLES, composites))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("composites.nc, variable time")
        .hasMessageContaining("at least 8 days apart");
    Location single = new Sample("single.nc", 14).write();
    assertThatThrownBy(() -> read(VARIABLES, single))
        .hasMessageContaining("one step only, on 2010-01-15");
  }

  @Test
  void overlappingFilesAreRefused() throws IOException {
    Location one = new Sample("one.nc", 3, 4).write();
    Location two = new Sample("two.nc", 4, 5).write();
    assertThatThrownBy(() -> read(VARIABLES, one, two))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("two.nc, time step 0")
        .hasMessageContaining("one.nc");
  }

  @Test
  void aCellIsTheMeanOfItsValidPixelsIfTheyAreHalfOfIt() throws IOException {
    Sample sample = new Sample("days.nc", 0, 1);
    sample.value =
        new double[] {
          0.2,
          0.4,
          Double.NaN,
          Double.NaN,
          0.6,
          0.8,
          0.3,
          Double.NaN,
          0.2,
          Double.NaN,
          0.1,
          0.1,
          Double.NaN,
          0.4,
          0.1,
          0.1
        };

    ObservedField field = read(VARIABLES, sample.write());

    assertThat(field.value()[0][0]).isCloseTo(0.5f, within(1e-6f));
    assertThat(field.value()[1][0]).as("a quarter").isNaN();
    assertThat(field.value()[0][1]).as("half").isCloseTo(0.3f, within(1e-6f));
    assertThat(field.value()[1][1]).isCloseTo(0.1f, within(1e-6f));
  }

  @Test
  void percentBecomesAFraction() throws IOException {
    Sample sample = new Sample("percent.nc", 0, 1);
    sample.units = "%";
    sample.scale = 100;

    assertThat(read(VARIABLES, sample.write()).value()[0][0]).isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void otherUnitsAreRefused() throws IOException {
    Sample sample = new Sample("odd.nc", 0, 1);
    sample.units = "kg m-2";
    Location file = sample.write();
    assertThatThrownBy(() -> read(VARIABLES, file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("odd.nc, variable fapar")
        .hasMessageContaining("kg m-2");
  }

  @Test
  void aCodeForWhatIsMissingDoesNotHideInTheMean() throws IOException {
    Sample sample = new Sample("code.nc", 0, 1);
    // the mean of the cell is 0.9, which is possible
    sample.value[0] = 2.1;
    Location file = sample.write();
    assertThatThrownBy(() -> read(VARIABLES, file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("code.nc, variable fapar")
        .hasMessageContaining("2010-01-01")
        .hasMessageContaining("within 0.0 to 1.0");
  }

  @Test
  void errorsAreReadBesideTheValues() throws IOException {
    GriddedVariables both = new GriddedVariables("fapar", "sigma", 0.1, "1", 0, 1);
    Sample sample = new Sample("errors.nc", 0, 1);
    sample.error = new double[16];
    Arrays.fill(sample.error, 0.05);
    assertThat(read(both, sample.write()).standardError()[0][0]).isCloseTo(0.05f, within(1e-7f));

    Arrays.fill(sample.error, 0, 8, Double.NaN);
    Location without = sample.write();
    assertThatThrownBy(() -> read(both, without))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable sigma")
        .hasMessageContaining("no standard error on 2010-01-01 in cell 1");

    sample.error[0] = 0;
    Location zero = sample.write();
    assertThatThrownBy(() -> read(both, zero)).hasMessageContaining("above 0");
  }

  @Test
  void theErrorOfACellIsThatOfThePixelsInItsMean() throws IOException {
    GriddedVariables both = new GriddedVariables("fapar", "sigma", 0.1, "1", 0, 1);
    Sample sample = new Sample("errors.nc", 0, 1);
    sample.error = new double[16];
    Arrays.fill(sample.error, 0.05);
    sample.error[0] = 0.9;
    sample.value[0] = Double.NaN;

    assertThat(read(both, sample.write()).standardError()[0][0]).isCloseTo(0.05f, within(1e-7f));
  }

  /** A block of cells costs the rows that it touches, not the map. */
  @Test
  void rowsWithoutACellAreNotRead() throws IOException {
    Sample sample = new Sample("rows.nc", 0, 1);
    Arrays.fill(sample.value, 0, 4, 99); // not possible: it would be refused
    sample.value[4] = 0.2;
    sample.value[5] = 0.4;
    Cell south = Cell.of(3, -2.5, 5, LatLonBox.around(-2.5, 5, 5, 10), List.of(1));
    GriddedFiles files = GriddedFiles.scan(List.of(sample.write()), VARIABLES);

    ObservedField field = files.read(List.of(south), FIRST, FIRST);
    assertThat(field.value()[0][0]).isCloseTo(0.3f, within(1e-6f));
    assertThatThrownBy(() -> files.read(CELLS, FIRST, FIRST)).hasMessageContaining("within");
  }

  @Test
  void boundsOfTheWrongShapeAreRefused() throws IOException {
    NetcdfOutput out =
        NetcdfOutput.titled("FAPAR").dimension("time", 2).dimension("lat", 2).dimension("lon", 2);
    out.doubles("time", "time")
        .units("days since 2010-01-01")
        .attribute("bounds", "edges")
        .values(new double[] {0, 1});
    out.doubles("edges", "time").values(new double[] {0, 1});
    out.doubles("lat", "lat").units("degrees_north").values(new double[] {2.5, -2.5});
    out.doubles("lon", "lon").units("degrees_east").values(new double[] {2.5, 7.5});
    out.floats("fapar", "time", "lat", "lon").units("1").values(new double[8]);
    Location file = Location.of(folder.resolve("shape.nc"));
    out.write(file);

    assertThatThrownBy(() -> read(VARIABLES, file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("shape.nc, variable edges")
        .hasMessageContaining("a lower and an upper bound");
  }

  @Test
  void stepsThatReachBeyondTheWindowAreLeftOut() throws IOException {
    GriddedFiles files =
        GriddedFiles.scan(List.of(new Sample("months.nc", 14, 45, 73).write()), VARIABLES);

    assertThat(files.first()).isEqualTo(FIRST);
    assertThat(files.last()).isEqualTo(LocalDate.of(2010, 3, 31));
    assertThat(files.read(CELLS, LocalDate.of(2010, 1, 2), LocalDate.of(2010, 3, 1)).from())
        .containsExactly(30);
  }
}
