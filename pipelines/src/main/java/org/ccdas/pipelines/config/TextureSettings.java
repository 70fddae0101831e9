package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.List;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * Where the soil texture of each cell comes from.
 *
 * @param kind layout of the file
 * @param file the table or map
 * @param variable the variable of a class map, else null
 * @param registration what the coordinates of a class map mean
 * @param textures texture of class 1, 2, ... of a class map
 */
public record TextureSettings(
    @Setting(
            "table: CSV with cell and texture (1-6, see the soil table). classMap: NetCDF map of soil"
                + " classes. biome4: derived from whc and perc of the BIOME4 input file.")
        TextureKind kind,
    @Setting("The table or map.") DataPath file,
    @Setting(value = "Name of the class variable, for kind classMap.", byDefault = "null")
        String variable,
    @Setting(
            value =
                "For kind classMap: what latitudes and longitudes in the file mean (docs/files.md, Grids)."
                    + " cf: what their bounds say, and without bounds the centre of a grid cell.",
            byDefault = "cf")
        Registration registration,
    @Setting(
            value =
                "For kind classMap: the textures (1-6) of classes 1, 2, ... of the map; 0 where a"
                    + " class is no soil.",
            byDefault = "[1, 2, 3, 4, 5, 6]",
            atLeast = 0,
            atMost = 6)
        List<Integer> textures)
    implements Serializable {
  /** Checks that a class map, and nothing else, has a variable. */
  public TextureSettings {
    textures = List.copyOf(textures);
    if ((kind == TextureKind.CLASS_MAP) != (variable != null)) {
      throw new InvalidSetting(
          "variable",
          variable == null ? "kind classMap reads a variable" : "kind " + kind + " reads none",
          variable == null ? "Name the variable of the classes" : "Remove the key");
    }
  }
}
