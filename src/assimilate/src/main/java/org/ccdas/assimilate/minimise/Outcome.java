package org.ccdas.assimilate.minimise;

/**
 * Why a minimisation ended.
 *
 * @param converged whether a minimum was found
 * @param reason in words, for the log and the report
 */
record Outcome(boolean converged, String reason) {}
