package org.ccdas.bethy.table;

import static org.ccdas.bethy.table.CsvResource.decimal;

import java.io.Serializable;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.ccdas.bethy.process.TileTraits;

/**
 * A plant functional type: its traits and the prior values of its parameters. Spec section 4.2;
 * {@code pft.csv}. Parameters that a phenology group does not have carry neutral values, because
 * tiles of all groups are computed side by side.
 *
 * @param number 1..13
 * @param code short name, for example {@code TrEv}
 * @param name long name
 * @param pathway of photosynthesis
 * @param group of phenology
 * @param nitrogenProfile whether leaf nitrogen falls with depth (trees, shrubs, crops)
 * @param height of the vegetation, m
 * @param vm25 maximum carboxylation rate at 25 degC, umol m-2 s-1
 * @param ajv C3: Jmax/Vmax at 25 degC; C4: PEP conductance at 25 degC, mol m-2 s-1
 * @param leafOnsetTemperature T_phi, degC
 * @param leafOnsetRange T_r, degC
 * @param leafSheddingDaylength t_c, h
 * @param leafSheddingRange t_r, h
 * @param leafSheddingRate k_L, d-1
 * @param droughtTolerance tau_W, d
 * @param rootDepth z_r, m
 * @param topRootShare share of roots in the top 0.05 m, 0..1
 */
public record PlantFunctionalType(
    int number,
    String code,
    String name,
    Pathway pathway,
    PhenologyGroup group,
    boolean nitrogenProfile,
    double height,
    double vm25,
    double ajv,
    double leafOnsetTemperature,
    double leafOnsetRange,
    double leafSheddingDaylength,
    double leafSheddingRange,
    double leafSheddingRate,
    double droughtTolerance,
    double rootDepth,
    double topRootShare)
    implements Serializable {
  private static final List<PlantFunctionalType> ALL =
      CsvResource.read("pft.csv", PlantFunctionalType::parse);

  private static final double VON_KARMAN = 0.41;
  private static final double WIND = 3.0;
  private static final double REFERENCE_HEIGHT = 2.0;

  /** The thirteen types by number. */
  public static List<PlantFunctionalType> all() {
    return ALL;
  }

  /**
   * The type of a number.
   *
   * @throws IllegalArgumentException when it is not 1..13
   */
  public static PlantFunctionalType of(int number) {
    if (number < 1 || number > ALL.size()) {
      throw new IllegalArgumentException(
          "Plant functional types are 1 to " + ALL.size() + ", not " + number);
    }
    return ALL.get(number - 1);
  }

  /**
   * The type of a code.
   *
   * @throws IllegalArgumentException when no type has this code
   */
  public static PlantFunctionalType of(String code) {
    for (PlantFunctionalType each : ALL) {
      if (each.code.equals(code)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "No plant functional type is called "
            + code
            + "; there are "
            + String.join(", ", ALL.stream().map(PlantFunctionalType::code).toList()));
  }

  /** Traits of a tile of this type on a soil. */
  public TileTraits traits(SoilTexture soil) {
    return new TileTraits(
        aerodynamicConductance(),
        nitrogenProfile ? 1 : 0,
        group == PhenologyGroup.WARM ? 1 : 0,
        group == PhenologyGroup.COLD ? 1 : 0,
        rootDepth,
        topRootShare,
        soil.clappHornbergerB(),
        soil.porosity(),
        soil.suctionAtSaturation(),
        soil.saturatedConductivity(),
        soil.wetAlbedo(),
        soil.dryAlbedo());
  }

  /** Conductance between the canopy and the air above Ga, m s-1. Spec section 8.2. */
  public double aerodynamicConductance() {
    // Ga = 0.41^2 u / [ln(2 / (0.0999995 h_v) + 4.35680)]^2
    double profile = Math.log(REFERENCE_HEIGHT / (0.0999995 * height) + 4.35680);
    return VON_KARMAN * VON_KARMAN * WIND / (profile * profile);
  }

  private static PlantFunctionalType parse(CSVRecord row) {
    return new PlantFunctionalType(
        Integer.parseInt(row.get("no")),
        row.get("code"),
        row.get("name"),
        Pathway.valueOf(row.get("photo")),
        group(row.get("pheno")),
        decimal(row, "nscale") > 0,
        decimal(row, "height_m"),
        decimal(row, "Vm25_umol"),
        decimal(row, "aJV_or_k25"),
        decimal(row, "T_phi_degC", 0),
        decimal(row, "T_r_degC", 1),
        decimal(row, "t_c_h", 10.5),
        decimal(row, "t_r_h", 0.5),
        decimal(row, "k_L_per_d", 0.1),
        decimal(row, "tau_W_d", 30),
        decimal(row, "z_r_m"),
        decimal(row, "root_frac_0_5cm"));
  }

  private static PhenologyGroup group(String name) {
    return switch (name) {
      case "warm" -> PhenologyGroup.WARM;
      case "cold" -> PhenologyGroup.COLD;
      case "grass" -> PhenologyGroup.GRASS;
      default -> throw new IllegalStateException("pft.csv has a phenology group " + name);
    };
  }
}
