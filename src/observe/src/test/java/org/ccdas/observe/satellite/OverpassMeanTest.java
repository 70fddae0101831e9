package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverpassMeanTest {
  private static final float NAN = Float.NaN;

  private static final GriddedRetrievals ASCENDING =
      new GriddedRetrievals(
          RetrievalSamples.identity(Overpass.ASCENDING),
          new float[] {0.2f, 0.3f, NAN, NAN},
          new float[] {0.03f, 0.05f, NAN, NAN},
          new float[] {0.4f, 0.8f, 0.1f, 0},
          new double[] {1e9, 2e9, 1e8, 0});
  private static final GriddedRetrievals DESCENDING =
      new GriddedRetrievals(
          RetrievalSamples.identity(Overpass.DESCENDING),
          new float[] {0.4f, NAN, 0.1f, NAN},
          new float[] {0.05f, NAN, 0.02f, NAN},
          new float[] {0.9f, 0.2f, 0.5f, 0},
          new double[] {3e9, 1e8, 5e8, 0});

  @Test
  void weightsByAreaAndAddsRepresentativeness() {
    SoilMoistureDay day = OverpassMean.merge(List.of(ASCENDING, DESCENDING), RegridRule.STANDARD);

    assertThat(day.value()[0]).isCloseTo(0.35f, within(1e-6f));
    assertThat(day.standardError()[0])
        .isCloseTo((float) Math.sqrt(0.045 * 0.045 + 0.04 * 0.04), within(1e-6f));
    assertThat(day.validFraction()[0]).isEqualTo(0.9f);
  }

  @Test
  void oneOverpassAloneIsTakenAsItIs() {
    SoilMoistureDay day = OverpassMean.merge(List.of(ASCENDING, DESCENDING), RegridRule.STANDARD);

    assertThat(day.value()[1]).isEqualTo(0.3f);
    // below the least fraction in the other overpass, which has no part in it
    assertThat(day.validFraction()[1]).isEqualTo(0.8f);
    assertThat(day.value()[2]).isEqualTo(0.1f);
    assertThat(day.value()[3]).isNaN();
    assertThat(day.standardError()[3]).isNaN();
    assertThat(day.validFraction()[3]).isNaN();
  }

  @Test
  void theOrderDoesNotMatter() {
    SoilMoistureDay one = OverpassMean.merge(List.of(ASCENDING, DESCENDING), RegridRule.STANDARD);
    SoilMoistureDay two = OverpassMean.merge(List.of(DESCENDING, ASCENDING), RegridRule.STANDARD);

    assertThat(two.value()).containsExactly(one.value());
    assertThat(two.standardError()).containsExactly(one.standardError());
  }

  @Test
  void daysAreNotMixed() {
    GriddedRetrievals tomorrow =
        new GriddedRetrievals(
            new FileIdentity("sample", RetrievalSamples.DAY.plusDays(1), Overpass.ASCENDING, "1"),
            new float[4],
            new float[4],
            new float[4],
            new double[4]);

    assertThatThrownBy(() -> OverpassMean.merge(List.of(ASCENDING, tomorrow), RegridRule.STANDARD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
