package org.ccdas.transforms.soilmoisture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.ccdas.observe.satellite.GriddedRetrievals;
import org.ccdas.observe.satellite.OverpassMean;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.SoilMoistureDay;

/**
 * All that counts for a day, such as its ascending and descending overpasses, in one field: means
 * weighted by the area of their valid pixels (spec section 17.2), with total errors (17.3).
 *
 * <pre>{@code
 * gridded.apply(MergeOverpasses.by(settings.rule()));
 * }</pre>
 */
public final class MergeOverpasses
    extends PTransform<
        PCollection<GriddedRetrievals>, PCollection<KV<LocalDate, SoilMoistureDay>>> {
  private static final long serialVersionUID = 1L;
  private final RegridRule rule;

  private MergeOverpasses(RegridRule rule) {
    this.rule = rule;
  }

  /** With the errors of this rule. */
  public static MergeOverpasses by(RegridRule rule) {
    return new MergeOverpasses(rule);
  }

  @Override
  public PCollection<KV<LocalDate, SoilMoistureDay>> expand(
      PCollection<GriddedRetrievals> overpasses) {
    return overpasses
        .apply(
            "KeyByDay",
            WithKeys.of((GriddedRetrievals overpass) -> overpass.identity().date())
                .withKeyType(TypeDescriptor.of(LocalDate.class)))
        .setCoder(KvCoder.of(LocalDateCoder.of(), SerializableCoder.of(GriddedRetrievals.class)))
        .apply("GroupByDay", GroupByKey.create())
        .apply("Merge", ParDo.of(new MergeFn(rule)))
        .setCoder(KvCoder.of(LocalDateCoder.of(), SerializableCoder.of(SoilMoistureDay.class)));
  }

  private static final class MergeFn
      extends DoFn<KV<LocalDate, Iterable<GriddedRetrievals>>, KV<LocalDate, SoilMoistureDay>> {
    private static final long serialVersionUID = 1L;
    private final RegridRule rule;

    MergeFn(RegridRule rule) {
      this.rule = rule;
    }

    @ProcessElement
    public void process(
        @Element KV<LocalDate, Iterable<GriddedRetrievals>> day,
        OutputReceiver<KV<LocalDate, SoilMoistureDay>> out) {
      List<GriddedRetrievals> overpasses = new ArrayList<>();
      day.getValue().forEach(overpasses::add);
      out.output(KV.of(day.getKey(), OverpassMean.merge(overpasses, rule)));
    }
  }
}
