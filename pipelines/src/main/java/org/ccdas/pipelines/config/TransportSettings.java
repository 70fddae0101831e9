package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.transport.tracer.TracerSetup;

/**
 * The atmospheric transport operator (spec 16).
 *
 * @param kind which operator
 * @param file the response file, or null
 * @param refinement columns and rows of the tracer model for each of its standard grid
 */
public record TransportSettings(
    @Setting(
            value =
                "zonalBox: 18 latitude bands by 3 layers, built in. tracer: the tracer model, 36 x"
                    + " 24 columns by 9 layers, built in; its responses at the stations are computed"
                    + " once and kept beside the blocks. response: a response file made by another"
                    + " transport model.",
            byDefault = "zonalBox")
        TransportKind kind,
    @Setting(value = "Response file (NetCDF), for kind response.", byDefault = "null")
        DataPath file,
    @Setting(
            value =
                "Columns and rows for each of the 36 x 24 of the tracer model, for kind tracer:"
                    + " the square of it as many columns, with shorter steps in time.",
            byDefault = "1",
            atLeast = 1,
            atMost = 8)
        int refinement)
    implements Serializable {
  /** Checks that keys stand exactly where they are read. */
  public TransportSettings {
    if (kind == TransportKind.RESPONSE && file == null) {
      throw new InvalidSetting("file", "kind response reads a file", "Name the response file");
    }
    if (kind != TransportKind.RESPONSE && file != null) {
      throw new InvalidSetting(
          "file", "kind " + kind + " reads no file", "Remove the file, or set kind to response");
    }
    if (kind != TransportKind.TRACER && refinement != 1) {
      throw new InvalidSetting(
          "refinement",
          "kind " + kind + " has no grid to refine",
          "Remove the key, or set kind to tracer");
    }
  }

  /** The tracer model, for its kind. */
  public TracerSetup tracer() {
    return TracerSetup.refined(refinement);
  }
}
