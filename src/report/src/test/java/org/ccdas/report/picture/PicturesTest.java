package org.ccdas.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.report.scale.ColourScale;
import org.ccdas.report.scale.ColourTable;
import org.ccdas.report.scale.Extent;
import org.junit.jupiter.api.Test;

class PicturesTest {
  private static final List<LocalDate> MONTHS =
      IntStream.range(0, 24).mapToObj(m -> LocalDate.of(2010, 1, 15).plusMonths(m)).toList();

  private static double[] months(double amplitude) {
    return IntStream.range(0, 24).mapToDouble(m -> 390 + amplitude * Math.sin(m / 2.0)).toArray();
  }

  @Test
  void aMapHasEachCellInItsColourAndPlace() {
    ColourScale scale = new ColourScale(ColourTable.VIRIDIS, 0, 1);
    LatLonBox west = new LatLonBox(0, 10, -120, -100);
    LatLonBox east = new LatLonBox(0, 10, 100, 120);
    LatLonBox acrossTheDateLine = new LatLonBox(-20, -10, 170, 190);
    DrawnPicture map =
        DrawnPicture.of(
            WorldMap.of(List.of(west, east, acrossTheDateLine))
                .draw("map", "", new double[] {0.25, 0.75, 0.5}, scale, "x, unit"));
    assertThat(map.middle(scale.of(0.25))).isBetween(0.2, 0.3);
    assertThat(map.middle(scale.of(0.75))).isBetween(0.7, 0.85);
    int whole = map.pixels(scale.of(0.75));
    assertThat(whole).isGreaterThan(1000);
    // both halves are there
    assertThat((double) map.pixels(scale.of(0.5))).isCloseTo(whole, within(0.3 * whole));
  }

  @Test
  void aCellWithoutAValueStaysEmpty() {
    ColourScale scale = new ColourScale(ColourTable.BLUE_WHITE_RED, -1, 1);
    WorldMap map = WorldMap.of(List.of(new LatLonBox(0, 40, 0, 40)));
    int with =
        DrawnPicture.of(map.draw("a", "", new double[] {0.83}, scale, "x")).pixels(scale.of(0.83));
    int without =
        DrawnPicture.of(map.draw("a", "", new double[] {Double.NaN}, scale, "x"))
            .pixels(scale.of(0.83));
    assertThat(with).isGreaterThan(without + 10_000);
  }

  @Test
  void longitudesTurnIntoTheMap() {
    assertThat(WorldMap.turn(190)).isEqualTo(-170);
    assertThat(WorldMap.turn(-190)).isEqualTo(170);
    assertThat(WorldMap.turn(360)).isZero();
    assertThat(WorldMap.turn(180)).isEqualTo(-180);
  }

  @Test
  void aHistogramHasTheSharesOfItsClassesAndKeepsWhatIsFarOut() {
    double[] density = NormalHistogram.densities(new double[] {-0.1, 0.2, 0.3, 7, Double.NaN});
    // classes of half a standard deviation from -4 on
    assertThat(density).hasSize(16);
    assertThat(density[7]).isCloseTo(0.5, within(1e-12));
    assertThat(density[8]).isCloseTo(1, within(1e-12));
    assertThat(density[15]).isCloseTo(0.5, within(1e-12));
    DrawnPicture picture =
        DrawnPicture.of(
            NormalHistogram.draw("h", "", new double[] {-0.1, 0.2, 0.3, 7}, "errors", "sigmas"));
    assertThat(picture.middle(new Color(0x56b4e9))).isBetween(0.5, 0.75);
  }

  @Test
  void anAcceptedRangeIsABandBehindThePoints() {
    double[] x = {1, 2, 3};
    Extent accepted = new Extent(0.8, 1.3);
    DrawnPicture picture =
        DrawnPicture.of(
            AcceptedRange.draw("a", "", x, "draw", new double[] {1, 2, 1.5}, "y", accepted));
    DrawnPicture fewer =
        DrawnPicture.of(
            AcceptedRange.draw("a", "", x, "draw", new double[] {1, 2, Double.NaN}, "y", accepted));
    assertThat(picture.pixels(new Color(0xd4ede4))).isGreaterThan(10_000);
    assertThat(picture.pixels(Style.POSTERIOR)).isGreaterThan(fewer.pixels(Style.POSTERIOR));
  }

  @Test
  void marksStandInTheirRowsBeforeTheBandOfWhatIsNear() {
    List<String> rows = List.of("a", "b");
    Marks.Expected expected = new Marks.Expected(0.5, 0.1);
    DrawnPicture both =
        DrawnPicture.of(
            Marks.draw(
                "m",
                "",
                rows,
                List.of(
                    Marks.Kind.open("down", new double[] {0.5, 0.5}),
                    Marks.Kind.posterior("up", new double[] {0.2, 0.3})),
                expected,
                "rise"));
    DrawnPicture fewer =
        DrawnPicture.of(
            Marks.draw(
                "m",
                "",
                rows,
                List.of(
                    Marks.Kind.open("down", new double[] {Double.NaN, Double.NaN}),
                    Marks.Kind.posterior("up", new double[] {0.2, 0.3})),
                expected,
                "rise"));
    assertThat(both.pixels(new Color(0xe9eef2))).isGreaterThan(10_000);
    assertThat(both.pixels(Style.POSTERIOR)).isGreaterThan(fewer.pixels(Style.POSTERIOR));
    // the band is right of the marks at 0.2 and 0.3
    assertThat(fewer.middle(Style.POSTERIOR)).isLessThan(fewer.middle(new Color(0xe9eef2)));
    assertThat(Marks.extent(List.of(), expected).low()).isLessThan(0.4);
  }

  @Test
  void aTimeSeriesShowsEveryCurve() {
    DrawnPicture picture =
        DrawnPicture.of(
            TimeSeries.at(MONTHS, "CO2, ppm")
                .withError(IntStream.range(0, 24).mapToDouble(i -> 1).toArray())
                .drawWithResiduals(
                    "s",
                    "",
                    List.of(
                        Curve.observed(months(5)),
                        Curve.prior(months(2)),
                        Curve.posterior(months(4))),
                    "ppm"));
    assertThat(picture.pixels(Style.PRIOR)).isGreaterThan(500);
    assertThat(picture.pixels(Style.POSTERIOR)).isGreaterThan(500);
    assertThat(picture.pixels(Style.OBSERVED)).isGreaterThan(500);
  }

  @Test
  void theRangeOfATimeSeriesHasTheErrorBars() {
    Curve observed = Curve.observed(new double[] {1, 2, Double.NaN});
    Curve prior = Curve.prior(new double[] {0.5, 2.5, 1});
    Extent plain = TimeSeries.extent(List.of(observed, prior), null, false);
    assertThat(plain.low()).isCloseTo(0.5 - 0.06 * 2, within(1e-12));
    Extent withBars = TimeSeries.extent(List.of(observed, prior), new double[] {3, 1, 1}, false);
    assertThat(withBars.low()).isLessThan(-2);
    assertThat(withBars.high()).isGreaterThan(4);
    assertThat(TimeSeries.extent(List.of(prior), null, true).low()).isLessThanOrEqualTo(0);
    assertThat(TimeSeries.extent(List.of(), null, false)).isEqualTo(new Extent(0, 1));
  }

  @Test
  void aHistoryIsLogarithmicAndLeavesOutZeros() {
    Extent extent = History.logarithmic(1, 100);
    assertThat(extent.low()).isCloseTo(Math.pow(10, -0.12), within(1e-9));
    assertThat(extent.high()).isCloseTo(Math.pow(10, 2.12), within(1e-6));
    DrawnPicture picture =
        DrawnPicture.of(
            History.draw(
                "h",
                "",
                "evaluation",
                new double[] {1, 2, 3, 4},
                List.of(
                    new History.Panel(
                        "cost", List.of(Curve.posterior(new double[] {0, 300, 20, 10}))))));
    assertThat(picture.pixels(Style.POSTERIOR)).isGreaterThan(300);
  }

  @Test
  void aHeatmapHasOneBoxForEachNumber() {
    ColourScale scale = new ColourScale(ColourTable.BLUE_WHITE_RED, -1, 1);
    double[][] values = {{1, -0.4}, {0.63, Double.NaN}};
    DrawnPicture picture =
        DrawnPicture.of(
            Heatmap.draw("h", "", List.of("a", "b"), List.of("c", "d"), values, scale, "r, 1"));
    assertThat(picture.pixels(scale.of(-0.4))).isGreaterThan(2000);
    assertThat(picture.pixels(scale.of(0.63))).isGreaterThan(2000);
  }

  @Test
  void intervalsReachToTheirEnds() {
    List<Intervals.Row> rows =
        List.of(
            new Intervals.Row(
                "a", Intervals.Estimate.of(0, 1), new Intervals.Estimate(0.5, 0.4, 2.5)),
            new Intervals.Row(
                "b", Intervals.Estimate.of(0, 1), Intervals.Estimate.of(1, Double.NaN)));
    Extent extent = Intervals.extent(rows);
    assertThat(extent.low()).isCloseTo(-1 - 0.04 * 3.5, within(1e-12));
    assertThat(extent.high()).isCloseTo(2.5 + 0.04 * 3.5, within(1e-12));
    DrawnPicture picture = DrawnPicture.of(Intervals.draw("i", "", rows, "x"));
    assertThat(picture.pixels(Style.PRIOR)).isGreaterThan(500);
    assertThat(picture.pixels(Style.POSTERIOR)).isGreaterThan(200);
  }

  @Test
  void barsGrowFromZero() {
    List<Bars.Kind> kinds =
        List.of(
            Bars.Kind.prior(new double[] {-2, 0}, Bars.none(2)),
            Bars.Kind.posterior(new double[] {2, 4}, new double[] {1, Double.NaN}));
    assertThat(Bars.extent(kinds).low()).isLessThan(-2);
    assertThat(Bars.extent(kinds).high()).isBetween(4.0, 4.5);
    DrawnPicture picture = DrawnPicture.of(Bars.draw("b", "", List.of("r", "s"), kinds, "x"));
    assertThat(picture.middle(Style.PRIOR)).isLessThan(picture.middle(Style.POSTERIOR));
    double prior = picture.pixels(Style.PRIOR);
    assertThat((double) picture.pixels(Style.POSTERIOR)).isBetween(2 * prior, 4 * prior);
  }

  @Test
  void aScatterShowsMediansOfClasses() {
    double[] x = IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
    double[] y = IntStream.range(0, 100).mapToDouble(i -> i % 2 == 0 ? 1 : 3).toArray();
    var medians = Scatter.medians(x, y, new Extent(0, 1));
    assertThat(medians.getItemCount()).isEqualTo(8);
    assertThat(medians.getY(0).doubleValue()).isBetween(1.0, 3.0);
    assertThat(Scatter.pairs(new double[] {1, Double.NaN}, new double[] {1, 1})).isEqualTo(1);
    assertThat(DrawnPicture.of(Scatter.draw("s", "", x, "x", y, "y")).pixels(new Color(0x56b4e9)))
        .isGreaterThan(1000);
  }

  @Test
  void ticksHaveAsManyDecimalsAsTheyNeed() {
    assertThat(Style.format(0.25).format(0.5)).isEqualTo("0.50");
    assertThat(Style.format(0.2).format(0.4)).isEqualTo("0.4");
    assertThat(Style.format(50).format(150)).isEqualTo("150");
    assertThat(Style.format(2.5).format(7.5)).isEqualTo("7.5");
    assertThat(Style.format(1e-8).format(3e-8)).isEqualTo("3E-8");
    assertThat(RoundLogAxis.text(0.01)).isEqualTo("0.01");
    assertThat(RoundLogAxis.text(1e7)).isEqualTo("1E7");
  }
}
