package org.ccdas.bethy.lane;

/**
 * Sums of products over all 64 lanes: the one place where derivatives meet their directions. Every
 * loop has a literal length and literal offsets, without which the JVM's compiler leaves it scalar:
 * four to five times slower.
 */
final class LaneProducts {
  private LaneProducts() {}

  /** t += a. */
  static void add(double[] t, double[] a) {
    for (int l = 0; l < 64; l++) {
      t[l] += a[l];
    }
  }

  /** t += a b. */
  static void add(double[] t, double[] a, double[] b) {
    for (int l = 0; l < 64; l++) {
      t[l] += a[l] * b[l];
    }
  }

  /** t += a b + c d. */
  static void add(double[] t, double[] a, double[] b, double[] c, double[] d) {
    for (int l = 0; l < 64; l++) {
      t[l] += a[l] * b[l] + c[l] * d[l];
    }
  }

  /** t += a b + c d + e f. */
  static void add(
      double[] t, double[] a, double[] b, double[] c, double[] d, double[] e, double[] f) {
    for (int l = 0; l < 64; l++) {
      t[l] += a[l] * b[l] + c[l] * d[l] + e[l] * f[l];
    }
  }

  /** t += sum r_i s_i over six slots. */
  static void addRow(double[] t, double[] r, double[] s) {
    for (int l = 0; l < 64; l++) {
      t[l] +=
          r[l] * s[l]
              + r[64 + l] * s[64 + l]
              + r[128 + l] * s[128 + l]
              + r[192 + l] * s[192 + l]
              + r[256 + l] * s[256 + l]
              + r[320 + l] * s[320 + l];
    }
  }

  /** z = a z + sum r_i s_i over six slots. */
  static void advance(double[] z, double[] a, double[] r, double[] s) {
    for (int l = 0; l < 64; l++) {
      z[l] =
          a[l] * z[l]
              + r[l] * s[l]
              + r[64 + l] * s[64 + l]
              + r[128 + l] * s[128 + l]
              + r[192 + l] * s[192 + l]
              + r[256 + l] * s[256 + l]
              + r[320 + l] * s[320 + l];
    }
  }

  /** t_k += sum r_ki s_i, six rows of six slots: r_ki is slot 6 k + i. */
  static void addSquare(double[] t, double[] r, double[] s) {
    for (int l = 0; l < 64; l++) {
      t[l] +=
          r[l] * s[l]
              + r[64 + l] * s[64 + l]
              + r[128 + l] * s[128 + l]
              + r[192 + l] * s[192 + l]
              + r[256 + l] * s[256 + l]
              + r[320 + l] * s[320 + l];
    }
    for (int l = 0; l < 64; l++) {
      t[64 + l] +=
          r[384 + l] * s[l]
              + r[448 + l] * s[64 + l]
              + r[512 + l] * s[128 + l]
              + r[576 + l] * s[192 + l]
              + r[640 + l] * s[256 + l]
              + r[704 + l] * s[320 + l];
    }
    for (int l = 0; l < 64; l++) {
      t[128 + l] +=
          r[768 + l] * s[l]
              + r[832 + l] * s[64 + l]
              + r[896 + l] * s[128 + l]
              + r[960 + l] * s[192 + l]
              + r[1024 + l] * s[256 + l]
              + r[1088 + l] * s[320 + l];
    }
    for (int l = 0; l < 64; l++) {
      t[192 + l] +=
          r[1152 + l] * s[l]
              + r[1216 + l] * s[64 + l]
              + r[1280 + l] * s[128 + l]
              + r[1344 + l] * s[192 + l]
              + r[1408 + l] * s[256 + l]
              + r[1472 + l] * s[320 + l];
    }
    for (int l = 0; l < 64; l++) {
      t[256 + l] +=
          r[1536 + l] * s[l]
              + r[1600 + l] * s[64 + l]
              + r[1664 + l] * s[128 + l]
              + r[1728 + l] * s[192 + l]
              + r[1792 + l] * s[256 + l]
              + r[1856 + l] * s[320 + l];
    }
    for (int l = 0; l < 64; l++) {
      t[320 + l] +=
          r[1920 + l] * s[l]
              + r[1984 + l] * s[64 + l]
              + r[2048 + l] * s[128 + l]
              + r[2112 + l] * s[192 + l]
              + r[2176 + l] * s[256 + l]
              + r[2240 + l] * s[320 + l];
    }
  }
}
