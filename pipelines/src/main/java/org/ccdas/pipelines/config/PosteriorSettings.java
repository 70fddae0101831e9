package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * What is worked out at the minimum.
 *
 * @param uncertainty whether uncertainties are
 */
public record PosteriorSettings(
    @Setting(
            value =
                "Whether the uncertainty of parameters and regional fluxes is worked out at the"
                    + " minimum; costs a pass with derivatives.",
            byDefault = "true")
        boolean uncertainty)
    implements Serializable {}
