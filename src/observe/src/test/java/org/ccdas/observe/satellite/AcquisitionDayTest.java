package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonGrid;
import org.junit.jupiter.api.Test;

/** The day that retrievals count for, and the error of those that have none. */
class AcquisitionDayTest {
  private static final LocalDate DAY = RetrievalSamples.DAY;
  private static final float NONE = Float.NaN;

  /** One row on the equator, eight pixels of one degree: two boxes of 2 x 4 degrees' half. */
  private static final LatLonGrid GRID = RetrievalSamples.grid(0, 1, 1, 0, 8, 8);

  private static final float[] MOISTURE = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, NONE, 0.8f};
  private static final float[] HOURS = {-12, -0.01f, 0, 23.99f, 24, NONE, 1, -3};

  private static Retrievals timed() {
    return RetrievalSamples.of(GRID, MOISTURE, 0.05f).with(Layer.ACQUISITION_HOURS, HOURS);
  }

  private static IngestStep step(OptionalDouble defaultError) {
    return new IngestStep(
        SoilMoistureGrid.global(2, 4),
        Map.of(),
        Optional.empty(),
        new RegridRule(0, 0),
        defaultError);
  }

  private static int box(double lon) {
    return 45 * 90 + (int) ((lon + 180) / 4);
  }

  @Test
  void unlessToldSoAllCountForTheDayOfTheFile() {
    Ingested done = step(OptionalDouble.empty()).ingest(timed(), new Screening(List.of()));

    assertThat(done.days()).extracting(day -> day.identity().date()).containsExactly(DAY);
    // equal areas: mean of 0.1 0.2 0.3 0.4
    assertThat(done.days().get(0).value()[box(1)]).isCloseTo(0.25f, within(1e-6f));
  }

  @Test
  void eachCountsForTheDayOfItsAcquisition() {
    Ingested done =
        step(OptionalDouble.empty()).ingest(timed().datedByAcquisition(), new Screening(List.of()));

    assertThat(done.days())
        .extracting(day -> day.identity().date())
        .containsExactly(DAY.minusDays(1), DAY, DAY.plusDays(1));
    float[] before = done.days().get(0).value();
    float[] day = done.days().get(1).value();
    float[] after = done.days().get(2).value();
    // -12 h, -0.01 h; and -3 h in the second box
    assertThat(before[box(1)]).isCloseTo(0.15f, within(1e-6f));
    assertThat(before[box(5)]).isCloseTo(0.8f, within(1e-6f));
    // 0 h, 23.99 h; no time in the second box
    assertThat(day[box(1)]).isCloseTo(0.35f, within(1e-6f));
    assertThat(day[box(5)]).isCloseTo(0.6f, within(1e-6f));
    assertThat(after[box(1)]).isNaN();
    assertThat(after[box(5)]).isCloseTo(0.5f, within(1e-6f));
    // of the whole file, once
    assertThat(done.counts().retrievals()).isEqualTo(7);
    assertThat(done.map().retrievals()[box(1)]).isEqualTo(4);
  }

  @Test
  void aFileWithoutAnyRetrievalIsOfItsDay() {
    Retrievals none =
        RetrievalSamples.of(GRID, new float[] {NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE}, 1)
            .with(Layer.ACQUISITION_HOURS, HOURS)
            .datedByAcquisition();

    Ingested done = step(OptionalDouble.empty()).ingest(none, new Screening(List.of()));

    assertThat(done.days()).extracting(day -> day.identity().date()).containsExactly(DAY);
    assertThat(done.days().get(0).count()).isZero();
  }

  @Test
  void timesAreNeededForThat() {
    assertThatThrownBy(() -> RetrievalSamples.of(GRID, MOISTURE, 1).datedByAcquisition())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no times of acquisition");
  }

  private static final Screening SCREENING =
      new Screening(
          List.of(
              new Criterion.Range("dqx", Layer.STANDARD_ERROR, 0.001f, 0.07f, true),
              new Criterion.Range("rfi", Layer.RFI_PROBABILITY, 0, 0.2f, true),
              new Criterion.Flags("ice", Layer.SCIENCE_FLAGS, 1, true),
              new Criterion.Flags("snow", Layer.SCIENCE_FLAGS, 2, true)));

  private static Retrievals bare() {
    return new Retrievals(
        "bare.nc",
        RetrievalSamples.identity(Overpass.ASCENDING),
        GRID,
        Map.of(Layer.SOIL_MOISTURE, MOISTURE),
        Map.of());
  }

  @Test
  void allThatIsLackingIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> step(OptionalDouble.empty()).screen(bare(), SCREENING))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "lacks rfi_probability (for rfi); science_flags (for ice, snow); standard_error (for"
                + " dqx)")
        .hasMessageContaining(
            "--screen rfi_probability=off --screen science_flags=off --default-error M3M-3");
    // an error is needed even when no criterion looks at it
    assertThatThrownBy(() -> step(OptionalDouble.empty()).ingest(bare(), new Screening(List.of())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no standard errors");
  }

  @Test
  void theDefaultErrorStandsInForThoseThatLack() {
    // above the limit of dqx, which is for errors that files give
    IngestStep step = step(OptionalDouble.of(0.08));
    Screening screening =
        SCREENING.withoutLayer(Layer.SCIENCE_FLAGS).withoutLayer(Layer.RFI_PROBABILITY);

    Ingested done = step.ingest(bare(), screening);

    assertThat(done.counts().reasons()).containsExactly("dqx");
    assertThat(done.counts().accepted()).isEqualTo(7);
    assertThat(done.days().get(0).meanDqx()[box(1)]).isCloseTo(0.08f, within(1e-6f));
    assertThat(done.notes())
        .containsExactly(
            "no standard errors in the file: each retrieval got the default error of 0.08 m3 m-3");
    // files that give errors keep them
    Ingested own = step.ingest(RetrievalSamples.of(GRID, MOISTURE, 0.05f), screening);
    assertThat(own.days().get(0).meanDqx()[box(1)]).isCloseTo(0.05f, within(1e-6f));
    assertThat(own.notes()).isEmpty();
  }
}
