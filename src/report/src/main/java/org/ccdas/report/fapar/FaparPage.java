package org.ccdas.report.fapar;

import org.ccdas.report.local.LocalPage;
import org.ccdas.report.local.LocalWords;

/** FAPAR of cells. */
public final class FaparPage extends LocalPage {
  /** Found by the service loader. */
  public FaparPage() {
    super(
        "fapar",
        new LocalWords(
            "fapar",
            "FAPAR",
            "FAPAR",
            "FAPAR values of land cells",
            "fapar.nc",
            "1",
            "",
            "FAPAR, no unit",
            "Absorbed share of photosynthetically active radiation"));
  }
}
