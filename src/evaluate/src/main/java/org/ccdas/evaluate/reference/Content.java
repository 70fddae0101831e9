package org.ccdas.evaluate.reference;

/**
 * What a net flux of the land has in it beside the net ecosystem production of undisturbed land.
 *
 * @param landUse whether emissions by land-use change are counted, as a loss
 * @param rivers whether carbon that the land takes up and rivers carry to the sea is counted as
 *     uptake, as the atmosphere sees it
 */
public record Content(boolean landUse, boolean rivers) {
  /** What an inversion of atmospheric transport finds. */
  public static final Content SEEN_BY_THE_ATMOSPHERE = new Content(true, true);

  /** What a run's own NEP is: its land-use emissions are a flux of their own. */
  public static final Content OF_A_RUN = new Content(false, true);

  /** A flux of which there is nothing to say here, such as GPP. */
  public static final Content GROSS = new Content(false, true);
}
