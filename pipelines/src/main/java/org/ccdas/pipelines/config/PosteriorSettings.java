package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.Setting;

/**
 * What is worked out at the minimum.
 *
 * @param uncertainty whether uncertainties are
 * @param profile whether the cost is evaluated around the minimum to check them
 */
public record PosteriorSettings(
    @Setting(
            value =
                "Whether the uncertainty of parameters and regional fluxes is worked out at the"
                    + " minimum; costs a pass with derivatives.",
            byDefault = "true")
        boolean uncertainty,
    @Setting(
            value =
                "Whether the uncertainty is checked against the cost itself, one posterior standard"
                    + " deviation from the minimum along the 10 best and the 10 least determined"
                    + " directions; costs up to 41 forward runs.",
            byDefault = "false")
        boolean profile)
    implements Serializable {}
