package org.ccdas.bethy.tile;

import java.util.List;
import org.ccdas.bethy.SyntheticWeather;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.weather.SubDaily;

/** The eight tiles of the plausibility table. Spec section 14. */
enum Site {
  TREV_TROPICS("TrEv_tropics", "TrEv", 3, -3, SyntheticWeather.TROPICS),
  EVCN_BOREAL("EvCn_boreal", "EvCn", 2, 61, SyntheticWeather.BOREAL),
  C4GR_SAVANNA("C4Gr_savanna", "C4Gr", 2, 12, SyntheticWeather.SAVANNA),
  TMPDEC_TEMPERATE("TmpDec_temperate", "TmpDec", 3, 50, SyntheticWeather.TEMPERATE),
  C3GR_TEMPERATE("C3Gr_temperate", "C3Gr", 3, 45, SyntheticWeather.TEMPERATE),
  CROP_TEMPERATE("Crop_temperate", "Crop", 3, 45, SyntheticWeather.TEMPERATE),
  DECSHR_HOTDRY("DecShr_hotdry", "DecShr", 2, 28, SyntheticWeather.HOTDRY),
  C4GR_SAHEL("C4Gr_sahel", "C4Gr", 1, 15, SyntheticWeather.SAHEL);

  private final String key;
  private final String pft;
  private final int soil;
  private final double latitude;
  private final SyntheticWeather weather;

  Site(String key, String pft, int soil, double latitude, SyntheticWeather weather) {
    this.key = key;
    this.pft = pft;
    this.soil = soil;
    this.latitude = latitude;
    this.weather = weather;
  }

  /** Name in the reference. */
  String key() {
    return key;
  }

  TileModel tile() {
    return TileModel.prior(PlantFunctionalType.of(pft), SoilTexture.of(soil));
  }

  List<TileDay> run(SubDaily scheme, int years) {
    return run(scheme, years, tile().start());
  }

  List<TileDay> run(SubDaily scheme, int years, TileState start) {
    return TileRun.of(tile(), start, weather.days(scheme, latitude, 0, 365 * years));
  }
}
