package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.GAS;
import static org.ccdas.bethy.process.PhysicalConstants.REFERENCE_TEMPERATURE;
import static org.ccdas.bethy.process.PhysicalConstants.ZERO_CELSIUS;
import static org.ccdas.bethy.process.Smooth.softp;

/**
 * Biochemical capacity of a leaf at a temperature. Spec section 7; after Farquhar et al. (1980) and
 * Collatz et al. (1992).
 *
 * @param carboxylation V, umol m-2 s-1
 * @param electronTransport C3: J_m, umol m-2 s-1; C4: 0
 * @param michaelis C3: K of Rubisco with oxygen, umol mol-1; C4: 0
 * @param compensation C3: CO2 compensation point without respiration Gs, umol mol-1; C4: 0
 * @param pepConductance C4: initial slope k, mol m-2 s-1; C3: 0
 * @param respiration R_d in the dark, umol m-2 s-1
 */
public record LeafCapacity(
    double carboxylation,
    double electronTransport,
    double michaelis,
    double compensation,
    double pepConductance,
    double respiration) {
  private static final double OXYGEN = 0.21;
  private static final double RESPIRATION_SHARE_C3 = 0.011;
  private static final double RESPIRATION_SHARE_C4 = 0.042;
  private static final double FREEZING_WIDTH = 0.5;

  /** Capacity of a leaf at the top of the canopy at this leaf temperature, degC. */
  public static LeafCapacity at(boolean c4, TileParameters p, double temperature) {
    double v = p.vm25() * arrhenius(p.eVm(), temperature);
    // R_d = 0.011 (C4: 0.042) Vm25 arr(E_Rd) hit(T)
    double respiration =
        (c4 ? RESPIRATION_SHARE_C4 : RESPIRATION_SHARE_C3)
            * p.vm25()
            * arrhenius(p.eRd(), temperature)
            * heatInhibition(temperature);
    if (c4) {
      // k = k25 arr(E_k)
      return new LeafCapacity(
          v, 0.0, 0.0, 0.0, p.ajv() * arrhenius(p.eK(), temperature), respiration);
    }
    double warmth = softp(temperature, FREEZING_WIDTH);
    // J_m = a_JV Vm25 softp(T) / 25
    double electronTransport = p.vm25() * p.ajv() * warmth / 25.0;
    // K = KC [1 + 0.21 / KO], KC = KC25 arr(E_KC), KO = KO25 arr(E_KO)
    double ko = p.ko25() * arrhenius(p.eKo(), temperature);
    double michaelis = p.kc25() * arrhenius(p.eKc(), temperature) * (1.0 + OXYGEN / ko);
    // Gs = aGamma softp(T)
    double compensation = p.gammaSlope() * warmth;
    return new LeafCapacity(v, electronTransport, michaelis, compensation, 0.0, respiration);
  }

  /** Capacity of a leaf with this nitrogen, relative to a leaf at the top of the canopy. */
  static LeafCapacity scaled(LeafCapacity top, double nitrogen) {
    return new LeafCapacity(
        top.carboxylation() * nitrogen,
        top.electronTransport() * nitrogen,
        top.michaelis(),
        top.compensation(),
        top.pepConductance() * nitrogen,
        top.respiration() * nitrogen);
  }

  /** Damage by heat hit(T), 0..1. */
  static double heatInhibition(double temperature) {
    // hit(T) = 1 / (1 + exp(1.3 (T - 55)))
    return Smooth.logistic(-1.3 * (temperature - 55.0));
  }

  private static double arrhenius(double energy, double temperature) {
    // arr(E) = exp[E (T_K - T1) / (T1 R T_K)]
    double kelvin = temperature + ZERO_CELSIUS;
    return Math.exp(
        energy * ((kelvin - REFERENCE_TEMPERATURE) / (REFERENCE_TEMPERATURE * GAS * kelvin)));
  }
}
