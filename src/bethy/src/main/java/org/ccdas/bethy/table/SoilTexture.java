package org.ccdas.bethy.table;

import static org.ccdas.bethy.table.CsvResource.decimal;

import java.io.Serializable;
import java.util.List;

/**
 * A soil texture with its hydraulic constants and albedo. Spec section 4.3; {@code soil.csv}.
 *
 * @param number 1..6
 * @param name as in the table, for example {@code Loam}
 * @param clappHornbergerB b
 * @param porosity theta_s, m3 m-3
 * @param suctionAtSaturation psi_s, m
 * @param saturatedConductivity K_s, mm d-1
 * @param wetAlbedo of wet soil
 * @param dryAlbedo of dry soil
 */
public record SoilTexture(
    int number,
    String name,
    double clappHornbergerB,
    double porosity,
    double suctionAtSaturation,
    double saturatedConductivity,
    double wetAlbedo,
    double dryAlbedo)
    implements Serializable {
  private static final List<SoilTexture> ALL =
      CsvResource.read(
          "soil.csv",
          row ->
              new SoilTexture(
                  Integer.parseInt(row.get("no")),
                  row.get("name"),
                  decimal(row, "b"),
                  decimal(row, "theta_s"),
                  decimal(row, "psi_s_m"),
                  decimal(row, "K_s_mm_d"),
                  decimal(row, "rho_wet"),
                  decimal(row, "rho_dry")));

  /** The six textures by number. */
  public static List<SoilTexture> all() {
    return ALL;
  }

  /**
   * The texture of a number.
   *
   * @throws IllegalArgumentException when it is not 1..6
   */
  public static SoilTexture of(int number) {
    if (number < 1 || number > ALL.size()) {
      throw new IllegalArgumentException(
          "Soil textures are 1 to " + ALL.size() + ", not " + number);
    }
    return ALL.get(number - 1);
  }
}
