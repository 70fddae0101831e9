package org.ccdas.verify.check.model;

import java.util.List;
import java.util.Locale;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PhenologyGroup;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.SoilTexture;

/**
 * A tile and where it stands.
 *
 * @param type plant functional type
 * @param soil soil texture
 * @param climate climate
 */
public record TileSite(PlantFunctionalType type, SoilTexture soil, CheckClimate climate) {
  /**
   * A tile for each phenology group and pathway: warm, cold (deciduous, and evergreen with snow),
   * grass C3 (moist, and dry), grass C4.
   */
  public static final List<TileSite> STANDARD =
      List.of(
          of("TrEv", 3, CheckClimate.TROPICS),
          of("TmpDec", 3, CheckClimate.TEMPERATE),
          of("EvCn", 6, CheckClimate.BOREAL),
          of("Crop", 5, CheckClimate.TEMPERATE),
          of("DecShr", 1, CheckClimate.HOT_DRY),
          of("C4Gr", 2, CheckClimate.SAHEL));

  /** The tile of a type's code and a soil's number. */
  public static TileSite of(String type, int soil, CheckClimate climate) {
    return new TileSite(PlantFunctionalType.of(type), SoilTexture.of(soil), climate);
  }

  /** Phenology of the type. */
  public PhenologyGroup group() {
    return type.group();
  }

  /** Whether the pathway is C4. */
  public boolean c4() {
    return type.pathway() == Pathway.C4;
  }

  /** Name for tables, for example {@code tile TrEv tropics}. */
  public String label() {
    return "tile " + type.code() + " " + climate.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
