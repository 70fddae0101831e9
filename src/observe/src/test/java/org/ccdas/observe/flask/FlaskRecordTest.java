package org.ccdas.observe.flask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.junit.jupiter.api.Test;

class FlaskRecordTest {
  @Test
  void recordsBringTheirOwnCoordinates() {
    FlaskRecord record =
        new FlaskRecord(
            "SPO", "South Pole", "NOAA", -90, -24.8, 2841, "ppm", "surface-flask", "", List.of());
    Station station = record.stationIn(StationTable.standard());
    assertThat(station.lat()).isEqualTo(-90);
    assertThat(station.elevation()).isEqualTo(2841);
    assertThat(station.modelError()).isEqualTo(1);
  }
}
