package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * The atmospheric transport operator (spec 16).
 *
 * @param kind which operator
 * @param file the response file, or null
 */
public record TransportSettings(
    @Setting(
            value =
                "zonalBox: 18 latitude bands by 3 layers, built in. response: a response"
                    + " file made by another transport model.",
            byDefault = "zonalBox")
        TransportKind kind,
    @Setting(value = "Response file (NetCDF), for kind response.", byDefault = "null")
        DataPath file)
    implements Serializable {
  /** Checks that there is a file exactly where one is read. */
  public TransportSettings {
    if (kind == TransportKind.RESPONSE && file == null) {
      throw new InvalidSetting("file", "kind response reads a file", "Name the response file");
    }
    if (kind == TransportKind.ZONAL_BOX && file != null) {
      throw new InvalidSetting(
          "file", "kind zonalBox reads no file", "Remove the file, or set kind to response");
    }
  }
}
