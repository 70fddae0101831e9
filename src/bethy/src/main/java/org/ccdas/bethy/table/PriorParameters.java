package org.ccdas.bethy.table;

import org.ccdas.bethy.process.TileParameters;

/** Parameters at their prior values. Spec section 18.1. */
public final class PriorParameters {
  private PriorParameters() {}

  /** The prior parameters of a tile of this type; the scales of soil are 1. */
  public static TileParameters of(PlantFunctionalType pft) {
    double alphaQ = 0.28;
    double alphaI = 0.04;
    double kc25 = 460;
    double ko25 = 0.33;
    double gammaSlope = 1.7;
    double eKc = 59356;
    double eKo = 35948;
    double eVm = 58520;
    double eK = 50967;
    double eRd = 45000;
    double leafShare = 0.4;
    double growthCost = 0.2;
    double q10Fast = 1.5;
    double q10Slow = 1.5;
    double fastRate = 0.66;
    double kappa = 1;
    double slowShare = 0.2;
    double beta = 1;
    double maximumLai = 5;
    double leafGrowthRate = 0.5;
    double storageScale = 1;
    double bScale = 1;
    double conductivityScale = 1;
    double evaporationExponent = 1;
    double supplyRate = 0.5;
    double humidityRise = 0.49;
    double unstressedCi = 0.80;
    return new TileParameters(
        pft.vm25(),
        pft.ajv(),
        alphaQ,
        alphaI,
        kc25,
        ko25,
        gammaSlope,
        eKc,
        eKo,
        eVm,
        eK,
        eRd,
        leafShare,
        growthCost,
        q10Fast,
        q10Slow,
        fastRate,
        kappa,
        slowShare,
        beta,
        maximumLai,
        pft.leafOnsetTemperature(),
        pft.leafOnsetRange(),
        pft.leafSheddingDaylength(),
        pft.leafSheddingRange(),
        leafGrowthRate,
        pft.leafSheddingRate(),
        pft.droughtTolerance(),
        storageScale,
        bScale,
        conductivityScale,
        evaporationExponent,
        supplyRate,
        humidityRise,
        unstressedCi);
  }
}
