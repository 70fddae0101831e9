package org.ccdas.observe.satellite;

/**
 * Names of what products know of a retrieval. A product may have layers of other names; criteria
 * name the layer they look at.
 */
public final class Layer {
  /** Soil moisture, m3 m-3. */
  public static final String SOIL_MOISTURE = "soil_moisture";

  /** Standard error of the retrieval (DQX of SMOS), m3 m-3. */
  public static final String STANDARD_ERROR = "standard_error";

  /** Probability of radio-frequency interference, 0..1. */
  public static final String RFI_PROBABILITY = "rfi_probability";

  /** Probability that chi-square is as large by chance, 0..1. */
  public static final String CHI2_PROBABILITY = "chi2_probability";

  /** Chi-square of the retrieval's fit. */
  public static final String CHI2 = "chi2";

  /** Distance from the middle of the swath, km; negative on one side. */
  public static final String SWATH_POSITION = "swath_position";

  /** Hours from 00:00 UTC of the file's day to the acquisition. */
  public static final String ACQUISITION_HOURS = "acquisition_hours";

  /** Bits that describe the scene. */
  public static final String SCIENCE_FLAGS = "science_flags";

  /** Bits that describe the processing. */
  public static final String PROCESSING_FLAGS = "processing_flags";

  /** 1 on land, 0 elsewhere. */
  public static final String LAND = "land";

  private Layer() {}
}
