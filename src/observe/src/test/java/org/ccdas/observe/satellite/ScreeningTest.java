package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonGrid;
import org.junit.jupiter.api.Test;

class ScreeningTest {
  private static final LatLonGrid ROW = RetrievalSamples.grid(0, 1, 1, 0, 5, 5);
  private static final Criterion RANGE =
      new Criterion.Range("range", Layer.SOIL_MOISTURE, 0, 1, true);
  private static final Criterion RFI =
      new Criterion.Range("rfi", Layer.RFI_PROBABILITY, 0, 0.2f, true);
  private static final Criterion WATER = new Criterion.Flags("water", Layer.SCIENCE_FLAGS, 4, true);

  private static Retrievals retrievals(float[] moisture, float[] rfi, int[] flags) {
    return new Retrievals(
        "day.nc",
        RetrievalSamples.identity(Overpass.DESCENDING),
        ROW,
        Map.of(
            Layer.SOIL_MOISTURE,
            moisture,
            Layer.STANDARD_ERROR,
            new float[5],
            Layer.RFI_PROBABILITY,
            rfi),
        Map.of(Layer.SCIENCE_FLAGS, flags));
  }

  @Test
  void limitsAreIncludedAndMissingValuesRejected() {
    ScreenedRetrievals screened =
        new Screening(List.of(RANGE, RFI))
            .apply(
                retrievals(
                    new float[] {0, 1, 1.01f, -0.001f, 0.3f},
                    new float[] {0.2f, Math.nextUp(0.2f), 0, 0, Float.NaN},
                    new int[5]));

    assertThat(screened.isAccepted(0)).isTrue();
    assertThat(screened.failed(1)).isEqualTo(2);
    assertThat(screened.failed(2)).isEqualTo(1);
    assertThat(screened.failed(3)).isEqualTo(1);
    assertThat(screened.failed(4)).isEqualTo(2);
    assertThat(screened.accepted()).isEqualTo(1);
  }

  @Test
  void pixelsWithoutARetrievalAreNeitherAcceptedNorCounted() {
    ScreenedRetrievals screened =
        new Screening(List.of(RANGE))
            .apply(
                retrievals(
                    new float[] {Float.NaN, 0.1f, Float.NaN, Float.NaN, 2},
                    new float[5],
                    new int[5]));

    assertThat(screened.isAccepted(0)).isFalse();
    assertThat(screened.failed(0)).isEqualTo(ScreenedRetrievals.NO_RETRIEVAL);
    RejectionCounts counts = screened.counts();
    assertThat(counts.retrievals()).isEqualTo(2);
    assertThat(counts.accepted()).isEqualTo(1);
    assertThat(counts.rejected()).containsExactly(1);
  }

  @Test
  void flagsRejectByTheirBitsOnly() {
    ScreenedRetrievals screened =
        new Screening(List.of(WATER))
            .apply(
                retrievals(
                    new float[] {0.1f, 0.1f, 0.1f, 0.1f, 0.1f},
                    new float[5],
                    // the bit, others, all but the bit, a missing flag, none
                    new int[] {4, 3, ~4, -1, 0}));

    assertThat(screened.isAccepted(0)).isFalse();
    assertThat(screened.isAccepted(1)).isTrue();
    assertThat(screened.isAccepted(2)).isTrue();
    assertThat(screened.isAccepted(3)).isFalse();
    assertThat(screened.isAccepted(4)).isTrue();
  }

  @Test
  void countsEveryReasonAndTheOnlyReason() {
    RejectionCounts counts =
        new Screening(List.of(RANGE, RFI, WATER))
            .apply(
                retrievals(
                    new float[] {2, 2, 0.1f, 0.1f, 0.1f},
                    new float[] {1, 0, 1, 0, 0},
                    new int[] {4, 0, 0, 0, 4}))
            .counts();

    assertThat(counts.rejected()).containsExactly(2, 2, 2);
    assertThat(counts.alone()).containsExactly(1, 1, 1);
    assertThat(counts.retrievals()).isEqualTo(5);
    assertThat(counts.accepted()).isEqualTo(1);
    RejectionCounts twice = counts.plus(counts);
    assertThat(twice.rejected()).containsExactly(4, 4, 4);
    assertThat(twice.files()).isEqualTo(2);
  }

  @Test
  void aRequiredLayerMustBeThereAndAnotherIsNamed() {
    Retrievals plain = RetrievalSamples.of(ROW, new float[] {0.1f, 0.1f, 0.1f, 0.1f, 0.1f}, 0.05f);

    assertThatThrownBy(() -> new Screening(List.of(RFI)).apply(plain))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sample.nc")
        .hasMessageContaining("lacks rfi_probability");
    ScreenedRetrievals screened =
        new Screening(List.of(new Criterion.Range("rfi", Layer.RFI_PROBABILITY, 0, 0.2f, false)))
            .apply(plain);
    assertThat(screened.notApplied()).containsExactly("rfi");
    assertThat(screened.accepted()).isEqualTo(5);
  }

  @Test
  void thresholdsCanBeChanged() {
    Screening screening = new Screening(List.of(RANGE, RFI, WATER));

    assertThat(screening.withRange("rfi", 0, 0.5).find("rfi"))
        .contains(new Criterion.Range("rfi", Layer.RFI_PROBABILITY, 0, 0.5f, true));
    assertThat(screening.withFlags("water", 12).find("water"))
        .contains(new Criterion.Flags("water", Layer.SCIENCE_FLAGS, 12, true));
    assertThat(screening.without("water").reasons()).containsExactly("range", "rfi");
    assertThat(screening.without("water").layers())
        .containsExactly(Layer.RFI_PROBABILITY, Layer.SOIL_MOISTURE);
  }

  @Test
  void unfitChangesAreRefusedByName() {
    Screening screening = new Screening(List.of(RANGE, WATER));

    assertThatThrownBy(() -> screening.withRange("dqx", 0, 1))
        .hasMessageContaining("'dqx'")
        .hasMessageContaining("range, water");
    assertThatThrownBy(() -> screening.withRange("water", 0, 1)).hasMessageContaining("bits");
    assertThatThrownBy(() -> screening.withFlags("range", 1)).hasMessageContaining("range");
    assertThatThrownBy(() -> screening.withRange("range", 1, 0)).hasMessageContaining("limits");
    assertThatThrownBy(() -> screening.with(RANGE)).hasMessageContaining("Two criteria");
  }
}
