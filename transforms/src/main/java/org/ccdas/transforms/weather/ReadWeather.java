package org.ccdas.transforms.weather;

import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.inputs.weather.ReadTask;
import org.ccdas.inputs.weather.WeatherArchive;

/**
 * Reads the fields of an archive, one at a time.
 *
 * <pre>{@code
 * WeatherPlan plan = WeatherPlan.of(archive, files, first, last);
 * pipeline
 *     .apply(Create.of(plan.tasks()))
 *     .apply(ReadWeather.of(archive))
 *     .apply(RegridToLand.onto(cells, 5))
 *     .apply(AggregateToLocalDays.of(archive, cells))
 *     .apply(CheckWeather.of(archive, cells))
 *     .apply(WriteWeather.into(folder, cells, first, last));
 * }</pre>
 */
public final class ReadWeather
    extends PTransform<PCollection<ReadTask>, PCollection<ReadTask.Field>> {
  private static final long serialVersionUID = 1L;
  private final WeatherArchive archive;

  private ReadWeather(WeatherArchive archive) {
    this.archive = archive;
  }

  /** Reads files of this archive. */
  public static ReadWeather of(WeatherArchive archive) {
    return new ReadWeather(archive);
  }

  @Override
  public PCollection<ReadTask.Field> expand(PCollection<ReadTask> tasks) {
    return tasks
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Read", ParDo.of(new ReadFn(archive)))
        .setCoder(SerializableCoder.of(ReadTask.Field.class));
  }

  private static final class ReadFn extends DoFn<ReadTask, ReadTask.Field> {
    private static final long serialVersionUID = 1L;

    private final Counter fields = Metrics.counter(ReadWeather.class, "fieldsRead");
    private final WeatherArchive archive;

    ReadFn(WeatherArchive archive) {
      this.archive = archive;
    }

    @ProcessElement
    public void process(@Element ReadTask task, OutputReceiver<ReadTask.Field> out) {
      task.read(
          archive,
          field -> {
            fields.inc();
            out.output(field);
          });
    }
  }
}
