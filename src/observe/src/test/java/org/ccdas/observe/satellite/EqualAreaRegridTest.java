package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ccdas.inputs.grid.AreaMeasure;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualAreaRegridTest {
  private static final RegridRule ANY = new RegridRule(0, 0);
  private static final LatLonGrid EASE = EaseGrid2.grid25km(true);
  private static final SoilMoistureGrid TWO_DEGREES = SoilMoistureGrid.global(2, 2);

  private static float[] random(int size, double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextDouble() < share ? (float) random.nextDouble() : Float.NaN;
    }
    return values;
  }

  /** Area of a pixel by an independent formula: the projection's own x and y. */
  private static double pixelArea(LatLonGrid grid, int pixel) {
    int row = pixel / grid.columns();
    int column = pixel % grid.columns();
    return (EaseGrid2.x(grid.east(column)) - EaseGrid2.x(grid.west(column)))
        * (EaseGrid2.y(grid.north(row)) - EaseGrid2.y(grid.south(row)));
  }

  @ParameterizedTest
  @EnumSource(AreaMeasure.class)
  void aConstantStaysConstant(AreaMeasure measure) {
    float[] field = new float[EASE.size()];
    Arrays.fill(field, 0.25f);
    EqualAreaRegrid regrid = EqualAreaRegrid.between(EASE, TWO_DEGREES, measure);

    GriddedRetrievals means =
        regrid.apply(RetrievalSamples.screened(EASE, field), regrid.boxAreas(), ANY);

    int valid = 0;
    for (int box = 0; box < TWO_DEGREES.size(); box++) {
      double lat = TWO_DEGREES.lats()[box / TWO_DEGREES.columns()];
      if (Math.abs(lat) <= 85) {
        assertThat(means.value()[box]).isEqualTo(0.25f);
        assertThat(means.meanDqx()[box]).isEqualTo(0.05f);
        valid++;
      } else {
        // the grid ends at 84.4 degrees
        assertThat(means.value()[box]).isNaN();
      }
      assertThat(means.validFraction()[box])
          .isCloseTo(Math.abs(lat) < 84 ? 1 : Math.abs(lat) > 86 ? 0 : 0.25f, within(0.02f));
    }
    assertThat(valid).isEqualTo(86 * 180);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, 1, 0.4",
    "2, 2, 2, 0.7",
    "2, 2, 3, 0.001",
    "8, 10, 4, 0.05",
    "12, 15, 5, 1",
    "0.1, 0.2, 6, 0.3"
  })
  void conservesTheAreaIntegral(double height, double width, long seed, double share) {
    SoilMoistureGrid target =
        Math.abs(Math.rint(180 / height) * height - 180) < 1e-9
            ? SoilMoistureGrid.global(height, width)
            : SoilMoistureGrid.global(2, 2);
    float[] field = random(EASE.size(), share, seed);
    EqualAreaRegrid regrid = EqualAreaRegrid.between(EASE, target, AreaMeasure.WGS84);

    EqualAreaRegrid.Sums sums = regrid.sums(RetrievalSamples.screened(EASE, field));

    // streams add with compensation: plain sums of a million equal areas lose five digits
    double area =
        IntStream.range(0, field.length)
            .filter(pixel -> !Float.isNaN(field[pixel]))
            .mapToDouble(pixel -> pixelArea(EASE, pixel))
            .sum();
    double integral =
        IntStream.range(0, field.length)
            .filter(pixel -> !Float.isNaN(field[pixel]))
            .mapToDouble(pixel -> pixelArea(EASE, pixel) * field[pixel])
            .sum();
    assertThat(Arrays.stream(sums.area()).sum()).isCloseTo(area, within(1e-12 * area));
    assertThat(Arrays.stream(sums.value()).sum()).isCloseTo(integral, within(1e-12 * integral));
    assertThat(integral).isPositive();
  }

  @Test
  void agreesWithTheSumOverAllPairsOfPixelAndBox() {
    // an oracle that forms each weight: overlap of two rectangles in x and y of the projection
    LatLonGrid source = RetrievalSamples.grid(-31, 47, 29, -33.3, 71, 41);
    SoilMoistureGrid target = SoilMoistureGrid.global(10, 12);
    float[] field = random(source.size(), 0.6, 9);
    EqualAreaRegrid regrid = EqualAreaRegrid.between(source, target, AreaMeasure.WGS84);

    EqualAreaRegrid.Sums sums = regrid.sums(RetrievalSamples.screened(source, field));

    int compared = 0;
    for (int box = 0; box < target.size(); box++) {
      var rectangle = target.box(box / target.columns(), box % target.columns());
      double area = 0;
      double integral = 0;
      for (int pixel = 0; pixel < field.length; pixel++) {
        if (Float.isNaN(field[pixel])) {
          continue;
        }
        int row = pixel / source.columns();
        int column = pixel % source.columns();
        double width =
            EaseGrid2.x(Math.min(source.east(column), rectangle.east()))
                - EaseGrid2.x(Math.max(source.west(column), rectangle.west()));
        double height =
            EaseGrid2.y(Math.min(source.north(row), rectangle.north()))
                - EaseGrid2.y(Math.max(source.south(row), rectangle.south()));
        double overlap = Math.max(0, width) * Math.max(0, height);
        area += overlap;
        integral += overlap * field[pixel];
      }
      assertThat(sums.area()[box]).isCloseTo(area, within(1e-10 * area + 1e-3));
      assertThat(sums.value()[box]).isCloseTo(integral, within(1e-10 * area + 1e-3));
      compared += area > 0 ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void aBoxAcrossTheDateLineTakesPixelsOfBothSides() {
    SoilMoistureGrid across =
        new SoilMoistureGrid(
            new double[] {0.5}, new double[] {180}, new double[] {0, 1}, new double[] {179, 181});
    LatLonGrid source = RetrievalSamples.grid(0, 1, 1, -180, 180, 360);
    float[] field = new float[360];
    Arrays.fill(field, Float.NaN);
    field[0] = 0.1f;
    field[359] = 0.5f;
    EqualAreaRegrid regrid = EqualAreaRegrid.between(source, across, AreaMeasure.SPHERE);

    GriddedRetrievals means =
        regrid.apply(RetrievalSamples.screened(source, field), regrid.boxAreas(), ANY);

    assertThat(means.value()[0]).isCloseTo(0.3f, within(1e-7f));
    assertThat(means.validFraction()[0]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void reachesThePoles() {
    LatLonGrid source = RetrievalSamples.grid(-90, 90, 180, -180, 180, 360);
    float[] field = random(source.size(), 1, 3);
    EqualAreaRegrid regrid = EqualAreaRegrid.between(source, TWO_DEGREES, AreaMeasure.SPHERE);

    GriddedRetrievals means =
        regrid.apply(RetrievalSamples.screened(source, field), regrid.boxAreas(), ANY);

    // the mean of the two rows at the south pole, weighted by the area of their caps
    double outer = Math.sin(Math.toRadians(-88)) - Math.sin(Math.toRadians(-89));
    double inner = Math.sin(Math.toRadians(-89)) + 1;
    double wanted =
        (inner * (field[179 * 360] + field[179 * 360 + 1])
                + outer * (field[178 * 360] + field[178 * 360 + 1]))
            / (2 * (inner + outer));
    assertThat(means.value()[0]).isCloseTo((float) wanted, within(1e-6f));
    assertThat(means.count()).isEqualTo(TWO_DEGREES.size());
  }

  @Test
  void nothingValidGivesNothing() {
    float[] field = new float[EASE.size()];
    Arrays.fill(field, Float.NaN);
    EqualAreaRegrid regrid = EqualAreaRegrid.between(EASE, TWO_DEGREES, AreaMeasure.WGS84);

    GriddedRetrievals means =
        regrid.apply(RetrievalSamples.screened(EASE, field), regrid.boxAreas(), ANY);

    assertThat(means.count()).isZero();
    assertThat(means.validFraction()).containsOnly(0);
  }

  @Test
  void aSinglePixelIsSplitExactlyAtTheEdgesOfTheBoxes() {
    // the pixel around 2 degrees east, 1388 columns of 0.2594 degree
    int column = EaseGrid2.column(2.0);
    int row = EaseGrid2.row(45.1);
    float[] field = new float[EASE.size()];
    Arrays.fill(field, Float.NaN);
    field[row * EASE.columns() + column] = 0.4f;
    EqualAreaRegrid regrid = EqualAreaRegrid.between(EASE, TWO_DEGREES, AreaMeasure.WGS84);

    EqualAreaRegrid.Sums sums = regrid.sums(RetrievalSamples.screened(EASE, field));

    int west = (45 + 90) / 2 * 180 + 90;
    double shareWest = (2 - EASE.west(column)) / (EASE.east(column) - EASE.west(column));
    double pixel = EaseGrid2.PIXEL * EaseGrid2.PIXEL;
    assertThat(shareWest).isBetween(0.05, 0.95);
    assertThat(sums.area()[west]).isCloseTo(shareWest * pixel, within(1e-7 * pixel));
    assertThat(sums.area()[west + 1]).isCloseTo((1 - shareWest) * pixel, within(1e-7 * pixel));
    assertThat(Arrays.stream(sums.area()).filter(area -> area > 0).count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75})
  void theMissingDataRuleCountsTheShareOfTheLand(double least) {
    LatLonGrid source = RetrievalSamples.grid(0, 2, 2, 0, 2, 2);
    SoilMoistureGrid target = SoilMoistureGrid.global(2, 2);
    float[] land = {1, 1, 1, 0};
    float[] field = {0.2f, Float.NaN, Float.NaN, Float.NaN};
    EqualAreaRegrid regrid = EqualAreaRegrid.between(source, target, AreaMeasure.SPHERE);
    int box = 45 * 180 + 90;

    double[] landAreas = regrid.landAreas(land);
    GriddedRetrievals means =
        regrid.apply(
            RetrievalSamples.screened(source, field), landAreas, new RegridRule(least, 0.04));

    // one of three land pixels is valid
    assertThat(means.validFraction()[box]).isCloseTo(1 / 3f, within(1e-3f));
    assertThat(Float.isNaN(means.value()[box])).isEqualTo(least > 1 / 3.0);
  }

  @Test
  void countsRejectionsByTheBoxOfThePixel() {
    LatLonGrid source = RetrievalSamples.grid(0, 4, 4, 0, 4, 4);
    float[] field = new float[16];
    Arrays.fill(field, 0.2f);
    field[0] = 5;
    field[5] = Float.NaN;
    EqualAreaRegrid regrid =
        EqualAreaRegrid.between(source, SoilMoistureGrid.global(2, 2), AreaMeasure.SPHERE);
    Screening range =
        new Screening(
            java.util.List.of(new Criterion.Range("range", Layer.SOIL_MOISTURE, 0, 1, true)));

    RejectionMap map = regrid.rejections(range.apply(RetrievalSamples.of(source, field, 0.05f)));

    int northWest = 46 * 180 + 90;
    assertThat(map.retrievals()[northWest]).isEqualTo(3);
    assertThat(map.rejected()[0][northWest]).isEqualTo(1);
    assertThat(Arrays.stream(map.retrievals()).sum()).isEqualTo(15);
    assertThat(Arrays.stream(map.plus(map).rejected()[0]).sum()).isEqualTo(2);
  }

  @Test
  void refusesRetrievalsOfAnotherGrid() {
    EqualAreaRegrid regrid = EqualAreaRegrid.between(EASE, TWO_DEGREES, AreaMeasure.WGS84);
    LatLonGrid other = RetrievalSamples.grid(0, 1, 1, 0, 1, 1);

    assertThatThrownBy(() -> regrid.sums(RetrievalSamples.screened(other, new float[] {0.1f})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another grid");
  }

  /** The same retrievals in rows from either side and columns from anywhere, or of a region. */
  @ParameterizedTest
  @CsvSource({
    "1, -180, 72",
    "-1, -180, 72",
    "1, 0, 72",
    "-1, -40, 72",
    "1, 180, 72",
    "-1, -20, 10",
    "1, 340, 10"
  })
  void theOrderOfPixelsDoesNotMatter(int direction, double west, int columns) {
    double[] lats = new double[36];
    Arrays.setAll(lats, row -> direction * (-87.5 + 5 * row));
    double[] lons = new double[columns];
    Arrays.setAll(lons, column -> west + 5 * column + 2.5);
    if (west == 340) {
      // sorted within a turn: a gap
      Arrays.setAll(lons, column -> lons[column] % 360);
      Arrays.sort(lons);
    }
    LatLonGrid source = LatLonGrid.of(lats, lons, Registration.CF);
    float[] field = new float[source.size()];
    for (int i = 0; i < field.length; i++) {
      double lon = Math.IEEEremainder(lons[i % columns], 360);
      field[i] = (float) (0.3 + 0.001 * lats[i / columns] + 0.0005 * lon);
    }
    EqualAreaRegrid regrid = EqualAreaRegrid.between(source, TWO_DEGREES, AreaMeasure.WGS84);
    GriddedRetrievals means =
        regrid.apply(
            RetrievalSamples.screened(source, field), regrid.boxAreas(), RegridRule.STANDARD);
    // from 4 west to 2 west at 10 north lies within one pixel, as does 16 to 18 east
    assertThat(means.value()[50 * 180 + 88]).isCloseTo(0.3f + 0.0125f - 0.00125f, within(1e-6f));
    assertThat(means.value()[50 * 180 + 98]).isCloseTo(0.3f + 0.0125f + 0.00875f, within(1e-6f));
    // the seam of the file is within a box: 0 to 2 east
    assertThat(means.value()[50 * 180 + 90]).isCloseTo(0.3f + 0.0125f + 0.00125f, within(1e-6f));
    int far = 50 * 180 + 170;
    assertThat(Float.isNaN(means.value()[far])).isEqualTo(columns == 10);
  }
}
