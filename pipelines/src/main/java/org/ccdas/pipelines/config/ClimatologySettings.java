package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;

/**
 * Daily weather generated from a monthly climatology. It carries no signal between years.
 *
 * @param file the climatology
 * @param registration what its coordinates mean
 * @param temperature monthly mean temperature
 * @param precipitation monthly precipitation
 * @param sunshine share of possible sunshine
 * @param repeatYear whether all years have the same weather
 */
public record ClimatologySettings(
    @Setting("NetCDF file with 12 months by latitude and longitude.") DataPath file,
    @Setting(value = Registration.MEANING, byDefault = "cf") Registration registration,
    @Setting("Monthly mean temperature.") ScaledVariable temperature,
    @Setting("Monthly precipitation: a total or a rate, as its unit says.")
        ScaledVariable precipitation,
    @Setting("Sunshine as a share of the possible.") ScaledVariable sunshine,
    @Setting(
            value =
                "True: the generated weather is the same in every year. False: every year"
                    + " has its own, with the same monthly means.",
            byDefault = "true")
        boolean repeatYear)
    implements Serializable {}
