package org.ccdas.observe.station;

import com.fasterxml.jackson.annotation.JsonValue;

/** Format of a file of CO2 of a station (spec section 19.3). */
public enum RecordFormat {
  /** Whatever the content of the file shows. */
  AUTO("auto"),
  /** World Data Centre for Greenhouse Gases: text before and since 2018, NetCDF. */
  WDCGG("wdcgg"),
  /** Monthly means of NOAA, of flasks and of analysers. */
  NOAA_MONTHLY("noaaMonthly"),
  /** Single samples of NOAA: flasks, or hours or days of an analyser. */
  NOAA_EVENT("noaaEvent"),
  /** Monthly means of Scripps. */
  SCRIPPS("scripps"),
  /** ObsPack: samples of any laboratory, NetCDF or text. */
  OBSPACK("obspack");

  private final String key;

  RecordFormat(String key) {
    this.key = key;
  }

  /** The word in the experiment file. */
  @JsonValue
  @Override
  public String toString() {
    return key;
  }
}
