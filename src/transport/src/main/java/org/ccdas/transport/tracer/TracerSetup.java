package org.ccdas.transport.tracer;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.transport.Receptor;

/**
 * What a tracer model is made of; small, so that it travels to workers, which build the model.
 *
 * @param refinement columns and rows for each of the standard grid, 1..8
 * @param circulation the mean winds
 * @param constants strengths of mixing
 */
public record TracerSetup(int refinement, Circulation circulation, MixingConstants constants)
    implements Serializable {
  /** The model as it is shipped: 36 x 24 x 9, built-in circulation, standard mixing. */
  public static TracerSetup standard() {
    return refined(1);
  }

  /** The same on columns and rows divided by a number, 1..8. */
  public static TracerSetup refined(int refinement) {
    return new TracerSetup(refinement, new ClimatologicalCirculation(), MixingConstants.standard());
  }

  /** Builds the model. */
  public TracerModel model() {
    return new TracerModel(TracerGrid.refined(refinement), circulation, constants);
  }

  /** What sets the model apart from others: its scheme, grid, circulation and mixing. */
  public String identity() {
    return "scheme "
        + TracerModel.SCHEME
        + ", "
        + refinement
        + " "
        + circulation.name()
        + " "
        + constants;
  }

  /** Hexadecimal digits that are the same only for the same model, receptors and lags. */
  public String digest(List<Receptor> receptors, int lags) {
    String what = identity() + receptors + lags;
    return DigestUtils.sha256Hex(what.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
