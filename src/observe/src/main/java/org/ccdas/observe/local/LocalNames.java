package org.ccdas.observe.local;

/**
 * What a local stream is called where its results are shown.
 *
 * @param title for people, for example {@code soil moisture}
 * @param units of its values
 * @param file name of its result file
 * @param observed what is observed, as a long name
 * @param modelled what the model gives, as a long name without prior or posterior
 * @param decimals digits after the point in tables
 */
public record LocalNames(
    String title, String units, String file, String observed, String modelled, int decimals) {}
