package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GridLayout;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;

/** The same observations come out however they stand in a file. */
class GriddedLayoutTest {
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);

  /** A pixel, half of two across Greenwich, and a place that the files do not reach. */
  private static final List<Cell> CELLS =
      List.of(cell(1, 45, 25, 10), cell(2, 45, 0, 10), cell(3, -75, 0, 10));

  private static Cell cell(int id, double lat, double lon, double size) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, size, size), List.of(1));
  }

  @Provide
  Arbitrary<GridLayout> layouts() {
    return GridLayout.any();
  }

  @Property(tries = 40)
  void observations(@ForAll("layouts") GridLayout one, @ForAll("layouts") GridLayout other)
      throws IOException {
    GridLayout.Content value = (step, lat, lon) -> 0.5 + 0.001 * lon + 0.01 * step;
    GridLayout.Content error = (step, lat, lon) -> 0.1 + 0.0005 * lon;
    // errors on the same pixels, in whatever order
    GridLayout errors =
        new GridLayout(
            other.order(),
            other.northFirst(),
            one.domain(),
            one.seam(),
            one.meaning(),
            one.bounds());
    NetcdfOutput output = NetcdfOutput.titled("FAPAR");
    OutputTime.addDaily(output, FIRST, 2);
    one.add(output, "fapar", 2, value).units("1");
    errors.add(output, "sigma", 2, error).units("1");
    Path file = Files.createTempFile("layout", ".nc");
    try {
      output.write(Location.of(file));
      GriddedVariables variables =
          new GriddedVariables("fapar", "sigma", 1, "1", 0, 1, one.registration());
      ObservedField field =
          GriddedFiles.scan(List.of(Location.of(file)), variables)
              .read(CELLS, FIRST, FIRST.plusDays(1));
      for (int day = 0; day < 2; day++) {
        assertThat(field.value()[0][day]).isCloseTo(0.525f + 0.01f * day, within(1e-6f));
        assertThat(field.value()[1][day]).isCloseTo(0.5f + 0.01f * day, within(1e-6f));
        assertThat(field.standardError()[0][day]).isCloseTo(0.1125f, within(1e-6f));
        assertThat(field.standardError()[1][day]).isCloseTo(0.1f, within(1e-6f));
        assertThat(field.value()[2][day]).isNaN();
      }
    } finally {
      Files.delete(file);
    }
  }
}
