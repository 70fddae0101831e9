package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.Setting;

/**
 * Options of the biosphere model.
 *
 * @param subDaily how a day is resolved
 */
public record ModelSettings(
    @Setting(
            value =
                "How a day is resolved: quadrature (8 Gauss points of daylight and 2 of"
                    + " night) or hourly (24 points, the reference).",
            byDefault = "quadrature")
        SubDailyScheme subDaily)
    implements Serializable {}
