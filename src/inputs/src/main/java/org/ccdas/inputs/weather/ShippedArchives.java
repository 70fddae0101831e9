package org.ccdas.inputs.weather;

import static org.ccdas.inputs.weather.Quantity.PRECIPITATION;
import static org.ccdas.inputs.weather.Quantity.SHORTWAVE;
import static org.ccdas.inputs.weather.Quantity.TMAX;
import static org.ccdas.inputs.weather.Quantity.TMIN;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The archives that come with the system; {@code docs/weather.md} tells their particulars. */
public final class ShippedArchives implements WeatherArchiveSource {
  private static final List<Quantity> BOTH = List.of(TMIN, TMAX);
  private static final List<Quantity> RAIN = List.of(PRECIPITATION);
  private static final List<Quantity> LIGHT = List.of(SHORTWAVE);

  @Override
  public List<WeatherArchive> archives() {
    return List.of(era5(), era5Land(), cruJra(), wfde5(), isimip(), gldas());
  }

  /** Hourly: amounts and extremes of the hour that ends at the time stamp. */
  private static WeatherArchive era5() {
    return new WeatherArchive(
        "era5",
        "ERA5, hourly, CDS or ARCO names",
        Duration.ofHours(1),
        Stamp.END,
        Set.of(),
        List.of(
            ArchiveVariable.of(
                StepKind.EXTREME,
                List.of(TMIN),
                "mn2t",
                "minimum_2m_temperature_since_previous_post_processing"),
            ArchiveVariable.of(
                StepKind.EXTREME,
                List.of(TMAX),
                "mx2t",
                "maximum_2m_temperature_since_previous_post_processing"),
            ArchiveVariable.of(StepKind.INSTANT, BOTH, "t2m", "2m_temperature"),
            ArchiveVariable.of(StepKind.SUM, RAIN, "tp", "total_precipitation"),
            ArchiveVariable.of(StepKind.SUM, LIGHT, "ssrd", "surface_solar_radiation_downwards")));
  }

  /** Hourly: amounts since 00 UTC, so that the stamp of midnight has the whole day before. */
  private static WeatherArchive era5Land() {
    return new WeatherArchive(
        "era5-land",
        "ERA5-Land, hourly",
        Duration.ofHours(1),
        Stamp.END,
        Set.of(0),
        List.of(
            ArchiveVariable.of(StepKind.INSTANT, BOTH, "t2m", "2m_temperature"),
            ArchiveVariable.of(StepKind.ACCUMULATION, RAIN, "tp", "total_precipitation"),
            ArchiveVariable.of(
                StepKind.ACCUMULATION, LIGHT, "ssrd", "surface_solar_radiation_downwards")));
  }

  private static WeatherArchive cruJra() {
    return new WeatherArchive(
        "crujra",
        "CRUJRA of TRENDY, 6-hourly",
        Duration.ofHours(6),
        Stamp.START,
        Set.of(),
        List.of(
            ArchiveVariable.of(StepKind.EXTREME, List.of(TMIN), "tmin"),
            ArchiveVariable.of(StepKind.EXTREME, List.of(TMAX), "tmax"),
            ArchiveVariable.of(StepKind.INSTANT, BOTH, "tmp"),
            ArchiveVariable.of(StepKind.SUM, RAIN, "pre").in("mm"),
            ArchiveVariable.of(StepKind.SUM, LIGHT, "dswrf").in("J m-2")));
  }

  private static WeatherArchive wfde5() {
    return new WeatherArchive(
        "wfde5",
        "WFDE5, hourly",
        Duration.ofHours(1),
        Stamp.END,
        Set.of(),
        List.of(
            ArchiveVariable.of(StepKind.INSTANT, BOTH, "Tair"),
            ArchiveVariable.of(StepKind.MEAN, RAIN, "Rainf").part("rain"),
            ArchiveVariable.of(StepKind.MEAN, RAIN, "Snowf").part("snow"),
            ArchiveVariable.of(StepKind.MEAN, LIGHT, "SWdown")));
  }

  /** Daily, as CMIP names it. */
  private static WeatherArchive isimip() {
    return new WeatherArchive(
        "isimip",
        "ISIMIP, GSWP3-W5E5 and other daily files with the names of CMIP",
        Duration.ofDays(1),
        Stamp.MIDDLE,
        Set.of(),
        List.of(
            ArchiveVariable.of(StepKind.EXTREME, List.of(TMIN), "tasmin"),
            ArchiveVariable.of(StepKind.EXTREME, List.of(TMAX), "tasmax"),
            ArchiveVariable.of(StepKind.MEAN, RAIN, "pr"),
            ArchiveVariable.of(StepKind.MEAN, LIGHT, "rsds")));
  }

  /** Rainf_f_tavg is rain and snow together, a mean over the three hours before the stamp. */
  private static WeatherArchive gldas() {
    return new WeatherArchive(
        "gldas",
        "GLDAS-2.1, 3-hourly; monthly files go into forcing.monthly as they are",
        Duration.ofHours(3),
        Stamp.END,
        Set.of(),
        List.of(
            ArchiveVariable.of(StepKind.INSTANT, BOTH, "Tair_f_inst"),
            ArchiveVariable.of(StepKind.MEAN, RAIN, "Rainf_f_tavg"),
            ArchiveVariable.of(StepKind.MEAN, LIGHT, "SWdown_f_tavg")));
  }
}
