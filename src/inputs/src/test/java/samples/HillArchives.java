package samples;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ccdas.inputs.weather.ArchiveVariable;
import org.ccdas.inputs.weather.Quantity;
import org.ccdas.inputs.weather.Stamp;
import org.ccdas.inputs.weather.StepKind;
import org.ccdas.inputs.weather.WeatherArchive;
import org.ccdas.inputs.weather.WeatherArchiveSource;

/** The example of docs/weather.md: an archive of another jar. */
public final class HillArchives implements WeatherArchiveSource {
  @Override
  public List<WeatherArchive> archives() {
    return List.of(
        new WeatherArchive(
            "hills",
            "Stations in the hills, gridded, 3-hourly",
            Duration.ofHours(3),
            Stamp.START,
            Set.of(),
            List.of(
                ArchiveVariable.of(
                    StepKind.INSTANT, List.of(Quantity.TMIN, Quantity.TMAX), "temperature"),
                ArchiveVariable.of(StepKind.SUM, List.of(Quantity.PRECIPITATION), "rain").in("mm"),
                ArchiveVariable.of(StepKind.MEAN, List.of(Quantity.SHORTWAVE), "light"))));
  }
}
