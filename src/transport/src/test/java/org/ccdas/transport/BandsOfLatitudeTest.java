package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class BandsOfLatitudeTest {
  private static final double[] SOUTH = {-90, -30, 5};
  private static final double[] NORTH = {-30, 5, 90};

  private static double[] spread(List<TransportRegion> regions, double... flux) {
    return CellRegions.ofBands("bands.csv", SOUTH, NORTH, regions).toRegions(flux, 1);
  }

  @Test
  void fluxesGoByArea() {
    double[] flux = spread(ZonalBox.regions(), 0, 7, 0);
    double sin5 = Math.sin(Math.toRadians(5));
    assertThat(flux[9]).isCloseTo(7 * sin5 / (sin5 + 0.5), within(1e-12));
    assertThat(flux[5]).isZero();
    assertThat(Arrays.stream(flux).sum()).isCloseTo(7, within(1e-12));
  }

  @Test
  void boxesShareABandByTheirLongitudes() {
    List<TransportRegion> boxes = new ArrayList<>();
    for (int west = -180; west < 180; west += 90) {
      boxes.add(new TransportRegion("box " + west, new LatLonBox(-90, 90, west + 7, west + 97)));
    }
    double[] flux = spread(boxes, 1, 2, 5);
    assertThat(flux).containsOnly(new double[] {2}, within(1e-12));
  }

  @Test
  void nothingIsLostOutsideTheRegions() {
    List<TransportRegion> half =
        List.of(new TransportRegion("west", new LatLonBox(-90, 90, -180, 0)));
    assertThatThrownBy(() -> spread(half, 1, 1, 1))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.file()).isEqualTo("bands.csv");
              assertThat(e.place()).isEqualTo("latitudes -90.0 to -30.0");
              assertThat(e.problem()).contains("0.5");
            });
  }

  @Test
  void nothingIsCountedTwice() {
    List<TransportRegion> twice = new ArrayList<>(ZonalBox.regions());
    twice.add(new TransportRegion("globe", new LatLonBox(-90, 90, -180, 180)));
    assertThatThrownBy(() -> spread(twice, 1, 1, 1)).isInstanceOf(InputException.class);
  }
}
