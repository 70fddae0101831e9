package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.List;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * A set of regions over which fluxes are summed.
 *
 * @param kind how it is given
 * @param name of the set
 * @param file mask or table, null for latitudes
 * @param variable of the mask
 * @param registration what the coordinates of the mask mean
 * @param edges of latitude bands, degrees north
 */
public record RegionSettings(
    @Setting(
            "transcom: NetCDF mask of the 22 TransCom regions. areas: CSV with cell and a column"
                + " NAME_m2 for each region. latitudes: bands.")
        RegionKind kind,
    @Setting(
            value = "Name of the set in the results. Null: the kind; areas must have a name.",
            byDefault = "null")
        String name,
    @Setting(value = "The mask or table, for kinds transcom and areas.", byDefault = "null")
        DataPath file,
    @Setting(value = "Name of the variable of the mask.", byDefault = "mask64") String variable,
    @Setting(
            value =
                "What latitudes and longitudes of the mask mean (docs/files.md, Grids). west: western"
                    + " edges and centres of latitude, as in the original file.",
            byDefault = "west")
        Registration registration,
    @Setting(
            value = "Latitudes between the bands, from the south, degrees north.",
            byDefault = "[-90, -30, 30, 90]",
            atLeast = -90,
            atMost = 90)
        List<Double> edges)
    implements Serializable {
  /** Checks what each kind needs. */
  public RegionSettings {
    edges = List.copyOf(edges);
    if ((kind == RegionKind.LATITUDES) != (file == null)) {
      throw new InvalidSetting(
          "file",
          file == null ? "kind " + kind + " reads a file" : "kind latitudes reads none",
          file == null ? "Name the file" : "Remove the key");
    }
    if (kind == RegionKind.AREAS && name == null) {
      throw new InvalidSetting("name", "kind areas needs a name", "Name it, such as continents");
    }
    for (int i = 1; i < edges.size(); i++) {
      if (!(edges.get(i) > edges.get(i - 1))) {
        throw new InvalidSetting(
            "edges", "the latitudes do not rise: " + edges, "Give them from the south");
      }
    }
    if (edges.size() < 2) {
      throw new InvalidSetting("edges", "a band needs two latitudes", "Give at least two");
    }
  }
}
