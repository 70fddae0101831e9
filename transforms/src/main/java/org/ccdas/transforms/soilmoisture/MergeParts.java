package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.GriddedRetrievals;
import org.ccdas.observe.satellite.IngestedDay;
import org.ccdas.observe.satellite.IngestedPart;
import org.ccdas.observe.satellite.OverpassMean;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.RejectionMap;

/** {@link MergeOverpasses} of what waits in files: one file a day from the parts of its files. */
final class MergeParts extends PTransform<PCollection<PartReference>, PCollection<DayReference>> {
  private static final long serialVersionUID = 1L;
  private final RegridRule rule;
  private final String folder;

  private MergeParts(RegridRule rule, String folder) {
    this.rule = rule;
    this.folder = folder;
  }

  /** Leaves the days in this folder on any file system of Beam. */
  static MergeParts into(String folder, RegridRule rule) {
    return new MergeParts(rule, folder);
  }

  @Override
  public PCollection<DayReference> expand(PCollection<PartReference> parts) {
    return parts
        .apply(
            "KeyByDay",
            WithKeys.of((PartReference part) -> part.date())
                .withKeyType(TypeDescriptor.of(LocalDate.class)))
        .setCoder(KvCoder.of(LocalDateCoder.of(), SerializableCoder.of(PartReference.class)))
        .apply("GroupByDay", GroupByKey.create())
        .apply("MergeDay", ParDo.of(new MergeDayFn(rule, folder)))
        .setCoder(SerializableCoder.of(DayReference.class));
  }

  private static final class MergeDayFn
      extends DoFn<KV<LocalDate, Iterable<PartReference>>, DayReference> {
    private static final long serialVersionUID = 1L;
    private final RegridRule rule;
    private final String folder;

    MergeDayFn(RegridRule rule, String folder) {
      this.rule = rule;
      this.folder = folder;
    }

    @ProcessElement
    public void process(
        @Element KV<LocalDate, Iterable<PartReference>> day, OutputReceiver<DayReference> out)
        throws IOException {
      List<GriddedRetrievals> overpasses = new ArrayList<>();
      TreeMap<String, RejectionMap> maps = new TreeMap<>();
      for (PartReference reference : day.getValue()) {
        IngestedPart part =
            IngestedPart.decode(
                reference.path(), StoredFiles.readShared(Location.of(reference.path())));
        overpasses.add(part.gridded());
        part.rejections().forEach(map -> maps.merge(map.product(), map, RejectionMap::plus));
      }
      out.output(
          DayReference.keep(
              folder,
              new IngestedDay(
                  day.getKey(), OverpassMean.merge(overpasses, rule), List.copyOf(maps.values()))));
    }
  }
}
