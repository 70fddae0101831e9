package org.ccdas.inputs.forcing;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonGrid.Registration;

/**
 * The variables of a monthly series over (time, lat, lon).
 *
 * @param temperature monthly mean, convertible to degC; or its two parts Tmin and Tmax, whose mean
 *     and difference are taken
 * @param precipitation a rate, convertible to mm d-1, or a monthly total, convertible to mm
 * @param precipitationIsTotal which of the two
 * @param light what tells the radiation
 * @param lightKind what that is
 * @param diurnalRange of temperature, convertible to K; null: from Tmin and Tmax, or by a formula
 * @param wetDays days with rain, convertible to days; null: by a formula
 * @param registration what the coordinates mean
 */
public record MonthlyVariables(
    List<SourceVariable> temperature,
    SourceVariable precipitation,
    boolean precipitationIsTotal,
    SourceVariable light,
    LightKind lightKind,
    Extra diurnalRange,
    Extra wetDays,
    Registration registration)
    implements Serializable {
  /** What a series tells of the light. */
  public enum LightKind {
    /** Downward shortwave radiation at the surface, convertible to W m-2. */
    SHORTWAVE,
    /** Share of the possible sunshine, convertible to 1. */
    SUNSHINE,
    /** Share of the sky under cloud, convertible to 1; sunshine is taken for the rest. */
    CLOUD;

    /** Whether it tells the sunshine, directly or as what cloud leaves. */
    boolean isSunshine() {
      return this != SHORTWAVE;
    }
  }

  /**
   * A variable that a series may lack.
   *
   * @param variable where it stands
   * @param climatology file with twelve months of it, the same in every year; null: the series' own
   *     files have it
   * @param registration what the coordinates of the climatology mean
   */
  public record Extra(SourceVariable variable, Location climatology, Registration registration)
      implements Serializable {}

  /** Checks the number of temperatures, and that the diurnal range is not given twice. */
  public MonthlyVariables {
    temperature = List.copyOf(temperature);
    if (temperature.isEmpty() || temperature.size() > 2) {
      throw new IllegalArgumentException(temperature.size() + " temperatures");
    }
    if (temperature.size() == 2 && diurnalRange != null) {
      throw new IllegalArgumentException("a diurnal range beside Tmin and Tmax");
    }
  }

  /** All variables of the series' own files. */
  List<SourceVariable> ofSeries() {
    List<SourceVariable> all = new ArrayList<>(temperature);
    all.add(precipitation);
    all.add(light);
    for (Extra extra : new Extra[] {diurnalRange, wetDays}) {
      if (extra != null && extra.climatology() == null) {
        all.add(extra.variable());
      }
    }
    return List.copyOf(all);
  }
}
