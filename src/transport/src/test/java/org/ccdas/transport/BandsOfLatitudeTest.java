package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.transport.surface.LandFraction;
import org.ccdas.transport.surface.Raster;
import org.ccdas.transport.surface.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BandsOfLatitudeTest {
  private static final double[] SOUTH = {-90, -30, 5};
  private static final double[] NORTH = {-30, 5, 90};

  private static double[] spread(List<TransportRegion> regions, double... flux) {
    return CellRegions.ofBands("bands.csv", SOUTH, NORTH, regions, Spread.EVEN).toRegions(flux, 1);
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

  /** Boxes of 10 by 15 degrees. */
  private static List<TransportRegion> boxes() {
    List<TransportRegion> boxes = new ArrayList<>();
    for (int south = -90; south < 90; south += 15) {
      for (int west = -180; west < 180; west += 10) {
        boxes.add(
            new TransportRegion(
                south + " " + west, new LatLonBox(south, south + 15, west, west + 10)));
      }
    }
    return boxes;
  }

  @ParameterizedTest
  @EnumSource(Spread.class)
  void aFluxLiesAlongLatitudesWhereItsKindIs(Spread spread) {
    List<TransportRegion> boxes = boxes();
    double[] flux =
        CellRegions.ofBands("bands.csv", SOUTH, NORTH, boxes, spread)
            .toRegions(new double[] {0, 0, 3}, 1);
    assertThat(Arrays.stream(flux).sum()).isCloseTo(3, within(1e-12));
    // of the band from 5 to 90 N: rows as by area, within a row by land, sea or fossil fuel
    double whole = 1 - Math.sin(Math.toRadians(5));
    for (int row = 6; row < 12; row++) {
      double south = Math.max(5, -90 + 15 * row);
      double[] expected = new double[36];
      for (int column = 0; column < 36; column++) {
        LatLonBox box =
            new LatLonBox(south, -75 + 15 * row, -180 + 10 * column, -170 + 10 * column);
        double land = LandFraction.standard().in(box);
        expected[column] =
            switch (spread) {
              case EVEN -> 1;
              case LAND -> land;
              case OCEAN -> 1 - land;
              case FOSSIL -> Raster.within(box, Raster.fossil());
            };
      }
      double sum = Arrays.stream(expected).sum();
      double share =
          (Math.sin(Math.toRadians(-75 + 15 * row)) - Math.sin(Math.toRadians(south))) / whole;
      for (int column = 0; column < 36; column++) {
        assertThat(flux[36 * row + column])
            .as(boxes.get(36 * row + column).name())
            .isCloseTo(3 * share * expected[column] / sum, within(1e-12));
      }
    }
  }

  @Test
  void fossilFuelIsBurntInOhioAndNotInThePacific() {
    List<TransportRegion> boxes = boxes();
    double[] flux =
        CellRegions.ofBands("bands.csv", SOUTH, NORTH, boxes, Spread.FOSSIL)
            .toRegions(new double[] {0, 0, 1}, 1);
    double even = 1.0 / 36;
    double row = 0;
    for (int column = 0; column < 36; column++) {
      row += flux[36 * 8 + column];
    }
    // 30 to 45 N: 90 to 80 W, and 160 to 150 W
    assertThat(flux[36 * 8 + 9] / row).isGreaterThan(2 * even);
    assertThat(flux[36 * 8 + 2]).isZero();
  }

  /** Regions that go around the globe see nothing of it, to the bit. */
  @ParameterizedTest
  @EnumSource(Spread.class)
  void zonalRegionsSeeNoLongitudes(Spread spread) {
    double[] flux = {2, 7, 5};
    assertThat(
            CellRegions.ofBands("bands.csv", SOUTH, NORTH, ZonalBox.regions(), spread)
                .toRegions(flux, 1))
        .containsExactly(spread(ZonalBox.regions(), flux));
  }

  /** A column over all latitudes beside boxes of some: each strip goes by its own land. */
  @Test
  void regionsNeedNotEndAtTheSameLatitudes() {
    List<TransportRegion> uneven =
        List.of(
            new TransportRegion("west", new LatLonBox(-90, 90, -180, 0)),
            new TransportRegion("south-east", new LatLonBox(-90, 30, 0, 180)),
            new TransportRegion("north-east", new LatLonBox(30, 90, 0, 180)));
    double[] flux =
        CellRegions.ofBands("bands.csv", SOUTH, NORTH, uneven, Spread.LAND)
            .toRegions(new double[] {0, 0, 1}, 1);
    LandFraction land = LandFraction.standard();
    double sin5 = Math.sin(Math.toRadians(5));
    double south = (0.5 - sin5) / (1 - sin5);
    double southWest = land.in(new LatLonBox(5, 30, -180, 0));
    double southEast = land.in(new LatLonBox(5, 30, 0, 180));
    double northWest = land.in(new LatLonBox(30, 90, -180, 0));
    double northEast = land.in(new LatLonBox(30, 90, 0, 180));
    assertThat(flux[1]).isCloseTo(south * southEast / (southWest + southEast), within(1e-12));
    assertThat(flux[2]).isCloseTo((1 - south) * northEast / (northWest + northEast), within(1e-12));
    assertThat(Arrays.stream(flux).sum()).isCloseTo(1, within(1e-12));
    assertThat(flux[1]).isGreaterThan(0.6 * south);
  }

  /** There is no land between 60 and 57.5 S. */
  @Test
  void aFluxOfLandInABandOfSeaGoesByArea() {
    List<TransportRegion> halves =
        List.of(
            new TransportRegion("west", new LatLonBox(-90, 90, -180, -60)),
            new TransportRegion("east", new LatLonBox(-90, 90, -60, 180)));
    double[] flux =
        CellRegions.ofBands(
                "bands.csv", new double[] {-60}, new double[] {-57.5}, halves, Spread.LAND)
            .toRegions(new double[] {3}, 1);
    assertThat(flux).containsExactly(new double[] {1, 2}, within(1e-12));
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
