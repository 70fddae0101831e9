package org.ccdas.assimilate.posterior;

/**
 * How far chains are on their way from q to p.
 *
 * @param moves steps of every chain, all stages together
 * @param lastMoves those of the last stage
 * @param share of the way, 0..1: the chains sample q^(1 - share) p^share
 * @param acceptance part of the steps that were taken, 0..1
 * @param effectiveDraws independent draws that tell as much: chains that were taken from the same
 *     one resemble each other until they have forgotten it
 * @param drift change of the mean of log p/q in the second half of the last stage, in its standard
 *     errors
 */
public record Mixing(
    int moves,
    int lastMoves,
    double share,
    double acceptance,
    double effectiveDraws,
    double drift) {
  /** Fewer moves at the last stage tell nothing of a drift. */
  private static final int FEWEST = 4;

  /** Standard errors beyond which chains are still on their way. */
  private static final double ON_THE_WAY = 2;

  /**
   * Whether the chains stand for draws from p.
   *
   * @param draws number of chains, half of which must be independent
   */
  public boolean settled(int draws) {
    return share == 1
        && lastMoves >= FEWEST
        && effectiveDraws >= draws / 2.0
        && Math.abs(drift) < ON_THE_WAY;
  }
}
