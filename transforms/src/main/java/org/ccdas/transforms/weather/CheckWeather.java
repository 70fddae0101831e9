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
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.weather.CheckedDay;
import org.ccdas.inputs.weather.DayCheck;
import org.ccdas.inputs.weather.LocalDay;
import org.ccdas.inputs.weather.WeatherArchive;

/** Puts the quantities of every day together and checks them, by {@link DayCheck}. */
public final class CheckWeather extends PTransform<PCollection<LocalDay>, PCollection<CheckedDay>> {
  private static final long serialVersionUID = 1L;
  private final DayCheck check;

  private CheckWeather(DayCheck check) {
    this.check = check;
  }

  /** Of an archive, at the cells in the order of the days' values. */
  public static CheckWeather of(WeatherArchive archive, List<Cell> cells) {
    return new CheckWeather(DayCheck.of(archive, cells));
  }

  @Override
  public PCollection<CheckedDay> expand(PCollection<LocalDay> days) {
    return days.apply(
            "KeyByDate",
            WithKeys.of((LocalDay day) -> day.date().toString())
                .withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(LocalDay.class)))
        .apply("GroupDates", GroupByKey.create())
        .apply("Check", ParDo.of(new CheckFn(check)))
        .setCoder(SerializableCoder.of(CheckedDay.class));
  }

  private static final class CheckFn extends DoFn<KV<String, Iterable<LocalDay>>, CheckedDay> {
    private static final long serialVersionUID = 1L;
    private final DayCheck check;

    CheckFn(DayCheck check) {
      this.check = check;
    }

    @ProcessElement
    public void process(
        @Element KV<String, Iterable<LocalDay>> group, OutputReceiver<CheckedDay> out) {
      List<LocalDay> parts = new ArrayList<>();
      group.getValue().forEach(parts::add);
      out.output(check.check(LocalDate.parse(group.getKey()), parts));
    }
  }
}
