package org.ccdas.inputs.weather;

import java.util.List;

/**
 * Archives that a jar brings. Implementations are found through {@link java.util.ServiceLoader}:
 * the jar names them in {@code META-INF/services/org.ccdas.inputs.weather.WeatherArchiveSource}.
 * They have a public constructor without arguments and keep no state.
 */
public interface WeatherArchiveSource {
  /** Its archives. */
  List<WeatherArchive> archives();
}
