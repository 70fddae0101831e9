package org.ccdas.pipelines.results;

import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.pipelines.Version;

/** What all NetCDF files of a run say of themselves. */
final class NetcdfFiles {
  private NetcdfFiles() {}

  /** A file with title, source and references. */
  static NetcdfOutput titled(RunFindings findings, String content) {
    NetcdfOutput output =
        NetcdfOutput.titled(findings.outcome().problem().experiment().title() + ": " + content)
            .attribute("source", "ccdas-beam " + Version.ccdas() + ", biosphere model BETHY")
            .attribute("experiment", findings.outcome().problem().experiment().name());
    for (String note : findings.notes()) {
      output.attribute("note", note);
    }
    return output;
  }
}
