package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;

/**
 * What covers the land cells and how high they lie (spec 4.1, 4.3).
 *
 * @param coverFractions table of cover fractions, or null
 * @param vegetatedShare vegetated share of a cell, 0-1
 * @param shrubVegetatedShare the same where shrubs lead, 0-1
 * @param texture soil texture, or null
 * @param elevation relief, or null
 */
public record LandSettings(
    @Setting(
            value =
                "CSV with cell and the cover fractions of its tiles (fraction1, fraction2,"
                    + " fraction3). Null: the tiles share the vegetated part 0.5/0.3/0.2, 0.6/0.4"
                    + " or 1 by their order.",
            byDefault = "null")
        DataPath coverFractions,
    @Setting(
            value = "Vegetated share of a cell, where coverFractions is null.",
            byDefault = "0.85",
            above = 0,
            atMost = 1)
        double vegetatedShare,
    @Setting(
            value = "The same for cells whose first plant functional type is a shrub (7 or 8).",
            byDefault = "0.4",
            above = 0,
            atMost = 1)
        double shrubVegetatedShare,
    @Setting(value = "Soil texture. Null: loam everywhere.", byDefault = "null")
        TextureSettings texture,
    @Setting(
            value =
                "Relief in metres, averaged over the land of a cell. Null: sea level"
                    + " everywhere.",
            byDefault = "null")
        GriddedVariable elevation)
    implements Serializable {}
