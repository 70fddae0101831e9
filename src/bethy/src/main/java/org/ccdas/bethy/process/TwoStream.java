package org.ccdas.bethy.process;

/**
 * Two-flux radiative transfer of photosynthetically active radiation through a canopy of isotropic
 * leaves with equal reflectance and transmittance. Spec section 6; after Sellers (1985).
 */
public final class TwoStream {
  /** Number of canopy layers of equal leaf area. */
  public static final int LAYERS = 3;

  private static final double LEAF_ALBEDO = 0.12;
  private static final double SINGULAR = 1e-4;
  private static final double ANY_SUN = 1.0;

  private TwoStream() {}

  /** Albedo of the ground for PAR rho_PAR from the albedo of all shortwave. */
  static double parAlbedo(double albedo) {
    return 0.92 * albedo - 0.015;
  }

  /**
   * Net downward flux of PAR at the top of the canopy, at its two layer boundaries and at the
   * ground, per unit of incident PAR and of vegetated area; 1 - net(0) is reflected, the last is
   * absorbed by the ground. Written with falling exponentials only, so that no leaf area is too
   * large.
   *
   * @param lai L, leaf area per ground area, m2 m-2, above 0
   * @param cover f_c, vegetated share of the ground, above 0
   * @param sun mu, sine of the sun's elevation, 1e-3..1
   * @param directShare f_dir, direct share of incident PAR, 0..1
   * @param ground albedo of the ground for PAR, 0..1
   */
  public static double[] netFlux(
      double lai, double cover, double sun, double directShare, double ground) {
    double w = LEAF_ALBEDO;
    // h = sqrt(1 - w), p1 = 2 (1 - w/2 + h) / w, p2 = 1 / p1
    double h = Math.sqrt(1.0 - w);
    double p1 = 2.0 * (1.0 - 0.5 * w + h) / w;
    double p2 = 1.0 / p1;
    // the fixed point K = h of the direct beam is avoided by a shift of mu
    double mu = Math.abs(1.0 - 4.0 * sun * sun * h * h) < SINGULAR ? sun + SINGULAR : sun;
    // K = 0.5 / mu, X = 1 - 4 mu^2 h^2, q1 = (w/2)(1 + 2 mu) / X, q0 = (w/2)(1 - 2 mu) / X
    double k = 0.5 / mu;
    double x = 1.0 - 4.0 * mu * mu * h * h;
    double q1 = 0.5 * w * (1.0 + 2.0 * mu) / x;
    double q0 = 0.5 * w * (1.0 - 2.0 * mu) / x;

    double layer = lai / cover / LAYERS;
    double diffuse = Math.exp(-h * layer);
    double direct = Math.exp(-k * layer);
    double diffuseAll = diffuse * diffuse * diffuse;
    double directAll = direct * direct * direct;

    // B1 = (E f_dir - F G2) / (G1 - G2), B0 = (F G1 - E f_dir) / (G1 - G2) with
    // G1 = (p1 - rho) e^{h Lc}, G2 = (p2 - rho) e^{-h Lc}, E = (rho (1 - q1) - q0) e^{-K Lc},
    // F = 1 - f_dir + q1 f_dir; numerators and denominator times e^{-h Lc}
    double beam = (ground * (1.0 - q1) - q0) * directAll * directShare;
    double incident = 1.0 - directShare + q1 * directShare;
    double denominator = (p1 - ground) - (p2 - ground) * diffuseAll * diffuseAll;
    double up = (beam - incident * (p2 - ground) * diffuseAll) / denominator;
    double down = (incident * (p1 - ground) - beam * diffuseAll) / denominator;

    // net(l) = (1 - q0 - q1) f_dir e^{-K l} + (1 - p1) B1 e^{h l} + (1 - p2) B0 e^{-h l}
    double directFactor = (1.0 - q0 - q1) * directShare;
    double upFactor = (1.0 - p1) * up;
    double downFactor = (1.0 - p2) * down;
    double diffuseTwo = diffuse * diffuse;
    return new double[] {
      directFactor + upFactor * diffuseAll + downFactor,
      directFactor * direct + upFactor * diffuseTwo + downFactor * diffuse,
      directFactor * direct * direct + upFactor * diffuse + downFactor * diffuseTwo,
      directFactor * directAll + upFactor + downFactor * diffuseAll
    };
  }

  /**
   * PAR absorbed by each of the three layers a_i, from the top down, per unit of incident PAR and
   * per ground area; arguments as in {@link #netFlux}.
   */
  public static double[] absorbed(
      double lai, double cover, double sun, double directShare, double ground) {
    double[] net = netFlux(lai, cover, sun, directShare, ground);
    double[] absorbed = new double[LAYERS];
    for (int i = 0; i < LAYERS; i++) {
      // a_i = f_c [net((i - 1) Lc / 3) - net(i Lc / 3)]
      absorbed[i] = cover * (net[i] - net[i + 1]);
    }
    return absorbed;
  }

  /**
   * PAR absorbed by the whole canopy under an isotropic sky (white-sky FAPAR), per unit of incident
   * PAR and per ground area, 0..1; arguments as in {@link #netFlux}. Without a direct beam the
   * sun's elevation does not matter, whatever it is.
   */
  public static double absorbedDiffuse(double lai, double cover, double ground) {
    double[] net = netFlux(lai, cover, ANY_SUN, 0.0, ground);
    // sum a_i = f_c [net(0) - net(Lc)], f_dir = 0
    return cover * (net[0] - net[LAYERS]);
  }
}
