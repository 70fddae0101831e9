package org.ccdas.transforms.weather;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.weather.CellStep;
import org.ccdas.inputs.weather.LocalDay;
import org.ccdas.inputs.weather.LocalDays;
import org.ccdas.inputs.weather.WeatherArchive;

/**
 * Days by the sun of each cell, by {@link LocalDays}. The steps of a variable and day come together
 * and are sorted, so that sums do not depend on the runner; those of some fifty hours are in memory
 * at once.
 */
public final class AggregateToLocalDays
    extends PTransform<PCollection<CellStep>, PCollection<LocalDay>> {
  private static final long serialVersionUID = 1L;
  private final LocalDays days;

  private AggregateToLocalDays(LocalDays days) {
    this.days = days;
  }

  /** Of an archive, at the cells in the order of the steps' values. */
  public static AggregateToLocalDays of(WeatherArchive archive, List<Cell> cells) {
    return new AggregateToLocalDays(
        LocalDays.of(archive, cells.stream().mapToDouble(Cell::lon).toArray()));
  }

  @Override
  public PCollection<LocalDay> expand(PCollection<CellStep> steps) {
    return steps
        .apply("KeyByDay", ParDo.of(new KeyFn(days)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(CellStep.class)))
        .apply("GroupSteps", GroupByKey.create())
        .apply("Aggregate", ParDo.of(new AggregateFn(days)))
        .setCoder(SerializableCoder.of(LocalDay.class));
  }

  private static final class KeyFn extends DoFn<CellStep, KV<String, CellStep>> {
    private static final long serialVersionUID = 1L;
    private final LocalDays days;

    KeyFn(LocalDays days) {
      this.days = days;
    }

    @ProcessElement
    public void process(@Element CellStep step, OutputReceiver<KV<String, CellStep>> out) {
      for (LocalDate date : days.days(step)) {
        out.output(KV.of(date + "/" + step.variable(), step));
      }
    }
  }

  private static final class AggregateFn extends DoFn<KV<String, Iterable<CellStep>>, LocalDay> {
    private static final long serialVersionUID = 1L;
    private final LocalDays days;

    AggregateFn(LocalDays days) {
      this.days = days;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<CellStep>> group, OutputReceiver<LocalDay> out) {
      List<CellStep> steps = new ArrayList<>();
      group.getValue().forEach(steps::add);
      LocalDate date = LocalDate.parse(group.getKey().substring(0, group.getKey().indexOf('/')));
      days.aggregate(steps.get(0).variable(), date, steps).forEach(out::output);
    }
  }
}
