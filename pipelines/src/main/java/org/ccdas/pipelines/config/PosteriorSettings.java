package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * What is worked out at the minimum.
 *
 * @param uncertainty whether uncertainties are
 * @param profile whether the cost is evaluated around the minimum to check them
 * @param draws control vectors drawn for intervals by the full model; 0 for none
 * @param moves of chains that draws may make
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
        boolean profile,
    @Setting(
            value =
                "Draws from the posterior that give medians and the middle 68 and 95 percent of"
                    + " regional fluxes by the full model; costs two forward runs a draw and, where"
                    + " chains move them, one a draw and move. 0 for none, else at least 2; 100 give enough to weight them.",
            byDefault = "0",
            atLeast = 0)
        int draws,
    @Setting(
            value =
                "Most moves of Markov chains that carry the draws to the posterior where the cost"
                    + " cannot weight them; they end when the chains have settled"
                    + " (docs/posterior.md). 0 for none.",
            byDefault = "40",
            atLeast = 0)
        int moves)
    implements Serializable {
  /** Checks the number of draws. */
  public PosteriorSettings {
    if (draws == 1) {
      throw new InvalidSetting("draws", "one draw has no spread", "Give 0, or at least 2");
    }
  }
}
