package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.Smooth.SHARP;
import static org.ccdas.bethy.process.Smooth.hminRates;

/**
 * Gross photosynthesis of a leaf, umol m-2 s-1 per leaf area. Spec section 7; after Farquhar et al.
 * (1980) for C3 and Collatz et al. (1992) for C4.
 */
public final class Photosynthesis {
  private static final double LIGHT_SHARPNESS = 0.83;
  private static final double ELECTRON_FLOOR = 1e-18;

  private Photosynthesis() {}

  /**
   * Gross rate at a given CO2 within the leaf.
   *
   * @param capacity of the leaf at its temperature
   * @param temperature of the leaf, degC
   * @param photons absorbed PAR per leaf area, umol m-2 s-1
   * @param ci CO2 within the leaf, umol mol-1
   */
  public static double atInternalCo2(
      boolean c4,
      TileParameters p,
      LeafCapacity capacity,
      double temperature,
      double photons,
      double ci) {
    if (c4) {
      // A_e = hmin_0.83(V, J_i), A_c = k ci
      return colimited(
          lightLimitC4(p, capacity, photons), capacity.pepConductance() * ci, temperature);
    }
    double excess = ci - capacity.compensation();
    // A_e = (J / 4)(ci - Gs) / (ci + 2 Gs), A_c = V (ci - Gs) / (ci + K)
    double light =
        electronTransport(p, capacity, photons)
            / 4.0
            * excess
            / (ci + 2.0 * capacity.compensation());
    double rubisco = capacity.carboxylation() * excess / (ci + capacity.michaelis());
    return colimited(light, rubisco, temperature);
  }

  /**
   * Gross rate at a given conductance for CO2 between the air and the leaf's inside.
   *
   * @param capacity of the leaf at its temperature
   * @param temperature of the leaf, degC
   * @param photons absorbed PAR per leaf area, umol m-2 s-1
   * @param co2 CO2 of the air Ca, umol mol-1
   * @param conductance g for CO2, mol m-2 s-1, above 0
   * @param respiration R_d with light inhibition, umol m-2 s-1
   */
  public static double atConductance(
      boolean c4,
      TileParameters p,
      LeafCapacity capacity,
      double temperature,
      double photons,
      double co2,
      double conductance,
      double respiration) {
    if (c4) {
      // A_c = (g Ca + R_d) / (1 + g / k)
      double diffusion =
          (conductance * co2 + respiration) / (1.0 + conductance / capacity.pepConductance());
      return colimited(lightLimitC4(p, capacity, photons), diffusion, temperature);
    }
    double gs = capacity.compensation();
    double light =
        diffusionLimited(
            electronTransport(p, capacity, photons) / 4.0,
            2.0 * gs,
            gs,
            co2,
            conductance,
            respiration);
    double rubisco =
        diffusionLimited(
            capacity.carboxylation(), capacity.michaelis(), gs, co2, conductance, respiration);
    return colimited(light, rubisco, temperature);
  }

  private static double colimited(double light, double carboxylation, double temperature) {
    // A = hmin_0.99(A_c, A_e) hit(T)
    return hminRates(light, carboxylation, SHARP) * LeafCapacity.heatInhibition(temperature);
  }

  private static double electronTransport(TileParameters p, LeafCapacity capacity, double photons) {
    // J = alpha_q I J_m / sqrt(J_m^2 + (alpha_q I)^2 + 1e-18)
    double harvest = p.alphaQ() * photons;
    double maximum = capacity.electronTransport();
    return harvest * maximum / Math.sqrt(maximum * maximum + harvest * harvest + ELECTRON_FLOOR);
  }

  private static double lightLimitC4(TileParameters p, LeafCapacity capacity, double photons) {
    // hmin_0.83(V, J_i), J_i = alpha_i I
    return hminRates(capacity.carboxylation(), p.alphaI() * photons, LIGHT_SHARPNESS);
  }

  private static double diffusionLimited(
      double w, double k, double gs, double co2, double conductance, double respiration) {
    // 2 C / (B + sqrt(B^2 - 4 C)), B = R_d + w + g (Ca + k), C = w [g (Ca - Gs) + R_d];
    // B^2 - 4 C = (a - w)^2 + 4 w g (k + Gs) with a = B - w, which cannot become negative
    double a = respiration + conductance * (co2 + k);
    double c = w * (conductance * (co2 - gs) + respiration);
    double root = Math.sqrt((a - w) * (a - w) + 4.0 * w * conductance * (k + gs));
    return 2.0 * c / (a + w + root);
  }
}
