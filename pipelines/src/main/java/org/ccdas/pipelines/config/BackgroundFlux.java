package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.transport.surface.Spread;

/**
 * A prescribed flux, as it is or with a factor that is estimated (spec 16.4).
 *
 * @param name name in the results
 * @param kind layout of the file
 * @param file pattern in space and season
 * @param variable the variable of a NetCDF file, else null
 * @param registration what the latitudes of a NetCDF file mean
 * @param spread how the flux lies along circles of latitude
 * @param totals yearly totals; null only where the pattern carries fluxes
 * @param uncertainty standard deviation of the yearly total, PgC; 0 for a flux that is certain
 */
public record BackgroundFlux(
    @Setting("Name in the results, for example fossil.") String name,
    @Setting(
            "Layout of the file. regions: CSV with year, month and one column a transport region,"
                + " PgC a year. bands: CSV with lat_south, lat_north and share, the same in all"
                + " months. zonal: NetCDF over time (monthly) and latitude, PgC a year per degree.")
        BackgroundKind kind,
    @Setting(
            "The file; resource:fossil-bands.csv is a table of fossil-fuel shares that comes with"
                + " the system.")
        DataPath file,
    @Setting(value = "Name of the variable, for kind zonal.", byDefault = "null") String variable,
    @Setting(
            value =
                "For kind zonal: what latitudes in the file mean (docs/files.md, Grids). cf: what"
                    + " their bounds say, and without bounds the centre of a row.",
            byDefault = "cf")
        Registration registration,
    @Setting(
            value =
                "For the kinds bands and zonal: how the flux lies along the circles of latitude,"
                    + " which transport with longitudes sees. even: by area, land and sea alike;"
                    + " land, ocean: by their area; fossil: where fossil fuel is burnt.",
            byDefault = "even")
        Spread spread,
    @Setting(
            value =
                "Yearly global totals that the flux is scaled to. Null: the fluxes are taken as"
                    + " they are.",
            byDefault = "null")
        BackgroundTotals totals,
    @Setting(
            value =
                "Standard deviation of the yearly total, PgC. Above 0 a factor on the flux, the"
                    + " same in all months and places, is estimated with the parameters; 0: the"
                    + " flux is taken as it is (docs/background-fluxes.md has usual values).",
            byDefault = "0",
            atLeast = 0)
        double uncertainty)
    implements Serializable {
  /** Checks what each kind needs. */
  public BackgroundFlux {
    if (kind == BackgroundKind.ZONAL && variable == null) {
      throw new InvalidSetting(
          "variable", "kind zonal reads a variable of a NetCDF file", "Name the variable");
    }
    if (kind != BackgroundKind.ZONAL && variable != null) {
      throw new InvalidSetting(
          "variable", "kind " + kind + " reads CSV, which has no variables", "Remove the key");
    }
    if (kind == BackgroundKind.REGIONS && spread != Spread.EVEN) {
      throw new InvalidSetting(
          "spread", "fluxes of kind regions have their places from the file", "Remove the key");
    }
    if (kind == BackgroundKind.BANDS && totals == null) {
      throw new InvalidSetting("totals", "shares of bands carry no flux", "Give yearly totals");
    }
  }
}
