package org.ccdas.report.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.local.LocalField;
import org.ccdas.report.SampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalResultTest {
  @TempDir Path folder;

  @Test
  void eachChosenCellHasItsOwnSeries() {
    new SampleRun(folder).withMoisture();

    LocalResult result = LocalResult.read(Location.of(folder.resolve("soilmoisture.nc")));

    assertThat(result.series()).extracting(LocalResult.Series::lat).containsExactly(-15.0, 45.0);
    LocalResult.Series first = result.series().get(0);
    LocalResult.Series second = result.series().get(1);
    assertThat(first.observed()).hasSameSizeAs(result.days().toArray());
    assertThat(first.observed()[3]).isNaN();
    assertThat(second.observed()[3]).isCloseTo(0.3 + 0.1 * Math.sin(3), within(1e-6));
    assertThat(second.prior()[0] - first.prior()[0]).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void onlyCellsWithObservationsCount() {
    new SampleRun(folder).withMoisture();

    LocalResult result = LocalResult.read(Location.of(folder.resolve("soilmoisture.nc")));

    assertThat(result.cells()).hasSize(3);
    assertThat(result.field(LocalField.R_PRIOR)).hasSize(3);
    assertThat(result.median(LocalField.R_PRIOR)).isCloseTo(0.52, within(1e-6));
    assertThat(result.field(LocalField.GAIN)).containsOnly(Double.NaN);
  }
}
