/* The sunlit point of C3 plants as somebody would write it in C: the peer of the generated kernel
 * LightC3. A plain loop over lanes in the same layout; the compiler vectorises what it can.
 * Sections of the specification and names as in org.ccdas.bethy.process.SubDailyPoint.
 *
 *   light_c3 INPUT ROUNDS SAMPLES
 *
 * INPUT holds the input slots of 64 lanes as doubles of this machine. Prints the nanoseconds a point
 * of every sample, one a line, then the outputs as hexadecimal floating point.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "slots.h" /* LANES, INPUTS, OUTPUTS and the numbers of the slots, from the kernel */

#define IN(slot) in[(slot) * LANES + l]
#define OUT(slot) out[(slot) * LANES + l]

static inline double softp(double x, double w) {
  double z = x / w;
  return z > 40.0 ? x : w * log1p(exp(z));
}

static inline double smax(double x, double y, double w) { return y + softp(x - y, w); }

static inline double hmin(double x, double y, double eta, double e2) {
  double s = x + y, xy = x * y;
  return 2.0 * xy / (s + sqrt(s * s - 4.0 * eta * xy + e2));
}

static inline double logistic(double z) { return 1.0 / (1.0 + exp(-z)); }

#define ZERO 273.16
#define T1 298.16
#define GAS 8.314
#define CP 1005.46
#define DAY 86400.0
#define PHOTON 2.2e5

static inline double arrhenius(double e, double t) {
  double k = t + ZERO;
  return exp(e * ((k - T1) / (T1 * GAS * k)));
}

static inline double colimited(double light, double rubisco, double hit) {
  return hmin(light, rubisco, 0.99, 1e-12) * hit;
}

static inline double diffusion(double w, double k, double gs, double ca, double g, double rd) {
  double a = rd + g * (ca + k);
  double c = w * (g * (ca - gs) + rd);
  return 2.0 * c / (a + w + sqrt((a - w) * (a - w) + 4.0 * w * g * (k + gs)));
}

static void light(const double *restrict in, double *restrict out) {
  for (int l = 0; l < LANES; l++) {
    double lai = IN(M_LAI), cover = IN(M_COVER), albedo = IN(M_ALBEDO);
    double sun = IN(F_SUN), direct = IN(F_DIRECT_SHARE), sw = IN(F_SHORTWAVE);
    double t = IN(F_TEMPERATURE), es = IN(F_SATURATION), s = IN(F_SATURATION_SLOPE);
    double lambda = IN(F_LATENT_HEAT), gamma = IN(F_PSYCHROMETRIC), rho = IN(F_AIR_DENSITY);
    double pressure = IN(F_PRESSURE), ca = IN(F_CO2), ga = IN(T_AERODYNAMIC_CONDUCTANCE);
    double third = lai / 3.0;

    /* section 6: two-stream */
    double w = 0.12, h = sqrt(1.0 - w);
    double p1 = 2.0 * (1.0 - 0.5 * w + h) / w, p2 = 1.0 / p1;
    double ground = 0.92 * albedo - 0.015;
    double mu = fabs(1.0 - 4.0 * sun * sun * h * h) < 1e-4 ? sun + 1e-4 : sun;
    double x = 1.0 - 4.0 * mu * mu * h * h;
    double q1 = 0.5 * w * (1.0 + 2.0 * mu) / x, q0 = 0.5 * w * (1.0 - 2.0 * mu) / x;
    double layer = lai / cover / 3.0;
    double df = exp(-h * layer), dr = exp(-0.5 / mu * layer);
    double df3 = df * df * df, dr3 = dr * dr * dr;
    double beam = (ground * (1.0 - q1) - q0) * dr3 * direct;
    double incident = 1.0 - direct + q1 * direct;
    double den = (p1 - ground) - (p2 - ground) * df3 * df3;
    double up = (1.0 - p1) * (beam - incident * (p2 - ground) * df3) / den;
    double down = (1.0 - p2) * (incident * (p1 - ground) - beam * df3) / den;
    double b = (1.0 - q0 - q1) * direct;
    double n0 = b + up * df3 + down;
    double n1 = b * dr + up * df * df + down * df;
    double n2 = b * dr * dr + up * df + down * df * df;
    double n3 = b * dr3 + up + down * df3;
    double fpar = cover * (n0 - n3);
    double perLeaf = cover * (IN(F_PAR) / PHOTON * 1e6) / third;
    double photons[3] = {perLeaf * (n0 - n1), perLeaf * (n1 - n2), perLeaf * (n2 - n3)};

    /* section 7: nitrogen, capacities at air temperature */
    double noon = IN(D_NOON_SUN) > 1e-3 ? IN(D_NOON_SUN) : 1e-3;
    double step = exp(-0.5 / noon * lai / 3.0);
    double share = hmin(softp(lai - 3.0, 0.1) / 3.0, 1.0, 0.999, 1e-18);
    double tree = IN(T_NITROGEN_PROFILE) > 0.5 ? 1.0 : 0.0;
    double nitrogen[3] = {
        1.0, 1.0 - tree * share * (1.0 - step), 1.0 - tree * share * (1.0 - step * step)};
    double vm25 = IN(P_VM25), jm25 = vm25 * IN(P_AJV) / 25.0, rd25 = 0.011 * vm25;
    double di = 0.5 + 0.5 * exp(-sw / PHOTON * 1e5);

    /* section 8.1: unstressed conductances */
    double v = vm25 * arrhenius(IN(P_E_VM), t);
    double warm = softp(t, 0.5);
    double jm = jm25 * warm;
    double ko = IN(P_KO25) * arrhenius(IN(P_E_KO), t);
    double k = IN(P_KC25) * arrhenius(IN(P_E_KC), t) * (1.0 + 0.21 / ko);
    double gs = IN(P_GAMMA_SLOPE) * warm;
    double hit = logistic(-1.3 * (t - 55.0));
    double rd = rd25 * arrhenius(IN(P_E_RD), t) * hit;
    double ci = IN(P_UNSTRESSED_CI) * ca;
    double volume = GAS * (t + ZERO) / pressure;
    double g[3];
    for (int i = 0; i < 3; i++) {
      double harvest = IN(P_ALPHA_Q) * photons[i], top = jm * nitrogen[i];
      double j = harvest * top / sqrt(top * top + harvest * harvest + 1e-18);
      double a = colimited(j / 4.0 * (ci - gs) / (ci + 2.0 * gs),
                           v * nitrogen[i] * (ci - gs) / (ci + k), hit);
      g[i] = smax(1.6 * (a - rd * nitrogen[i] * di) * volume / (ca - ci), 4e-5, 1e-4);
    }
    double gc0 = (g[0] + g[1] + g[2]) * third;

    /* sections 5.4, 8.3: humidity, energy */
    double eb = IN(M_VAPOUR_BASE);
    double ea = eb + IN(P_HUMIDITY_RISE) * IN(M_RELATIVE_MOISTURE) * (es - eb);
    double deficit = es - ea, kelvin = t + ZERO, cloud = IN(F_CLOUD);
    double rln = 5.6697e-8 * kelvin * kelvin * kelvin * kelvin
        * ((1.0 + 0.22 * cloud * cloud) * 0.64 * pow(ea / kelvin, 0.143) - 0.97);
    double av = 0.80 * fpar, as = 1.0 - albedo - (1.0 - albedo - 0.05) * fpar;
    double heat = 0.036 * (rln + (av + as) * sw);
    double shade = -cover * expm1(-0.5 * lai / cover), cv = shade + 1e-3;
    double rnv = cv * softp((shade * (rln - heat) + av * sw) / cv, 5.0);
    double rns = softp((1.0 - shade) * (rln - heat) + as * sw, 5.0);

    /* sections 8.4 to 8.7: demand, stress, transpiration, leaf temperature */
    double drive = s * rnv + rho * CP * deficit * ga;
    double water = DAY / lambda;
    double demand = drive / (s + gamma * (1.0 + ga / gc0)) * water;
    double open = 1.0 / (1.0 + IN(STRESS) * deficit);
    double et = drive / (s + gamma * (1.0 + ga / (gc0 * open))) * water;
    double warming = (rnv - lambda * et / DAY) / cv / (rho * CP * ga);
    double tv = t + 15.0 * tanh(warming / 15.0);

    /* section 8.8: photosynthesis at leaf temperature */
    v = vm25 * arrhenius(IN(P_E_VM), tv);
    warm = softp(tv, 0.5);
    jm = jm25 * warm;
    ko = IN(P_KO25) * arrhenius(IN(P_E_KO), tv);
    k = IN(P_KC25) * arrhenius(IN(P_E_KC), tv) * (1.0 + 0.21 / ko);
    gs = IN(P_GAMMA_SLOPE) * warm;
    hit = logistic(-1.3 * (tv - 55.0));
    rd = rd25 * arrhenius(IN(P_E_RD), tv) * hit;
    double perVolume = pressure / (1.6 * GAS * (tv + ZERO));
    double gross = 0.0;
    for (int i = 0; i < 3; i++) {
      double harvest = IN(P_ALPHA_Q) * photons[i], top = jm * nitrogen[i];
      double j = harvest * top / sqrt(top * top + harvest * harvest + 1e-18);
      double gm = g[i] * open * perVolume, r = rd * nitrogen[i] * di;
      gross += colimited(diffusion(j / 4.0, 2.0 * gs, gs, ca, gm, r),
                         diffusion(v * nitrogen[i], k, gs, ca, gm, r), hit);
    }
    double dark = rd * (nitrogen[0] + nitrogen[1] + nitrogen[2]);
    double weight = IN(F_WEIGHT), scale = weight * logistic(10.0 * tv) * third;
    OUT(OUT_GPP) = scale * gross;
    OUT(OUT_LEAF_RESPIRATION) = scale * dark * di;
    OUT(OUT_LEAF_RESPIRATION_DARK) = scale * dark;
    OUT(OUT_DEMAND) = weight * demand;
    OUT(OUT_TRANSPIRATION) = weight * et;
    OUT(OUT_SOIL_POTENTIAL) = weight * s * rns / (s + gamma) * water;
    OUT(OUT_CANOPY_POTENTIAL) = weight * drive / (s + gamma) * water;
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int argc, char **argv) {
  static double in[INPUTS * LANES], out[OUTPUTS * LANES];
  FILE *file = argc == 4 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL || fread(in, sizeof in, 1, file) != 1) {
    fprintf(stderr, "light_c3 needs a file with %d doubles, ROUNDS and SAMPLES\n", INPUTS * LANES);
    return 1;
  }
  int rounds = atoi(argv[2]), samples = atoi(argv[3]);
  for (int sample = -1; sample < samples; sample++) { /* the first is not counted */
    double start = now();
    for (int round = 0; round < rounds; round++) {
      light(in, out);
      __asm__ volatile("" : : "r"(out), "r"(in) : "memory");
    }
    if (sample >= 0) printf("%.17g\n", (now() - start) / rounds / LANES);
  }
  for (int i = 0; i < OUTPUTS * LANES; i++) printf("%a\n", out[i]);
  return 0;
}
