package org.ccdas.transport.tracer;

import java.io.Serializable;

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
    return new TracerSetup(1, new ClimatologicalCirculation(), MixingConstants.standard());
  }

  /** Builds the model. */
  public TracerModel model() {
    return new TracerModel(TracerGrid.refined(refinement), circulation, constants);
  }

  /** What sets the model apart from others, for names of files. */
  public String identity() {
    return refinement + " " + circulation.name() + " " + constants;
  }
}
