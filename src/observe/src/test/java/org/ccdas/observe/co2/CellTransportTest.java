package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.StartMonths;
import org.ccdas.transport.TransportRegion;
import org.ccdas.transport.ZonalBox;
import org.junit.jupiter.api.Test;

class CellTransportTest {
  private static final Response BOX =
      new ZonalBox().response(List.of(StationTable.standard().station("MLO")));

  private static BlockPlan plan(double... latitudes) {
    List<LandCell> cells =
        Arrays.stream(latitudes)
            .mapToObj(
                lat -> {
                  Cell cell = Cell.of(1, lat, 0, LatLonBox.around(lat, 0, 4, 4), List.of(1));
                  return new LandCell(cell, 100, List.of(new Tile(1, 1, 1)));
                })
            .toList();
    return new BlockPlan(0, cells);
  }

  private static Response response(StartMonths starts) {
    double[] values = new double[2 * starts.count() * 3 * 2];
    Arrays.setAll(values, i -> i / 3.0 * 1e-12);
    double[] duration = new double[starts.count()];
    Arrays.setAll(duration, i -> 0.08 + 0.001 * i);
    return new Response(
        "sample response",
        List.of(new Receptor("BRW", 71.3, -156.6, 11), new Receptor("SPO", -90, 0, 2810)),
        List.of(
            new TransportRegion("north", new LatLonBox(0, 90, -180, 180)),
            new TransportRegion("south", new LatLonBox(-90, 0, -180, 180))),
        starts,
        3,
        duration,
        values);
  }

  private static CellTransport sample(StartMonths starts) {
    return new CellTransport(
        response(starts),
        List.of(new int[] {0, 1}, new int[] {1}),
        List.of(new double[] {2.0 / 3, 1.0 / 3}, new double[] {1}));
  }

  @Test
  void keepsTheRegionsThatItsCellsTouchAndTheSharesOfEach() {
    // 39..43 N lies across the bands 35N and 45N, 23..27 S within 25S
    CellTransport part = CellTransport.of(BOX, plan(41, -25));
    assertThat(part.response().regions())
        .extracting(TransportRegion::name)
        .containsExactly("25S", "35N", "45N");
    assertThat(part.regions().get(0)).containsExactly(1, 2);
    assertThat(part.regions().get(1)).containsExactly(0);
    assertThat(part.shares().get(1)).containsExactly(1);
    double[] shares = part.shares().get(0);
    assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-15));
    double expected =
        (sin(40) - sin(39)) / (sin(43) - sin(39)); // area of a zone goes with the sine of latitude
    assertThat(shares[0]).isCloseTo(expected, within(1e-12));
    for (int lag = 0; lag < BOX.lags(); lag++) {
      assertThat(part.response().value(0, 4, lag, 2)).isEqualTo(BOX.value(0, 4, lag, 13));
    }
  }

  private static double sin(double degrees) {
    return Math.sin(Math.toRadians(degrees));
  }

  @Test
  void refusesACellOutsideAllRegions() {
    Response north = BOX.restrictedTo(new int[] {17});
    assertThatThrownBy(() -> CellTransport.of(north, plan(0)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("No region touches the cell");
  }

  @Test
  void readsBackWhatWasWritten() {
    for (StartMonths starts :
        List.of(
            new StartMonths.Seasonal(),
            new StartMonths.Dated(new MonthAxis(YearMonth.of(2012, 1), 4)))) {
      CellTransport part = sample(starts);
      assertSame(CellTransport.decode(part.encode(), 2), part);
      assertThat(part.encode()).isEqualTo(sample(starts).encode());
      // two stations, three lags, two regions, float64
      assertThat(part.size()).isEqualTo(8L * 2 * starts.count() * 3 * 2);
    }
  }

  private static void assertSame(CellTransport actual, CellTransport expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(expected);
    assertThat(actual.response().values()).containsExactly(expected.response().values());
    assertThat(actual.response().starts()).isEqualTo(expected.response().starts());
  }

  @Test
  void refusesDamagedBytesAndAnotherNumberOfCells() {
    byte[] bytes = sample(new StartMonths.Seasonal()).encode();
    assertThatThrownBy(() -> CellTransport.decode(bytes, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Transport of 2 cells for 3");
    for (int length = 0; length < bytes.length; length += 17) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CellTransport.decode(cut, 2)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void refusesCellsThatPointNowhere() {
    Response response = response(new StartMonths.Seasonal());
    assertThatThrownBy(
            () -> new CellTransport(response, List.of(new int[] {2}), List.of(new double[] {1})))
        .hasMessage("Cell 0 is in region 2");
    assertThatThrownBy(
            () -> new CellTransport(response, List.of(new int[] {-1}), List.of(new double[] {1})))
        .hasMessage("Cell 0 is in region -1");
    assertThatThrownBy(
            () -> new CellTransport(response, List.of(new int[0]), List.of(new double[0])))
        .hasMessageContaining("Cell 0 has 0 regions");
    assertThatThrownBy(
            () -> new CellTransport(response, List.of(new int[1]), List.of(new double[2])))
        .hasMessageContaining("Cell 0 has 1 regions and other shares");
    assertThatThrownBy(() -> new CellTransport(response, List.of(new int[1]), List.of()))
        .hasMessageContaining("1 and 0 cells");
  }
}
