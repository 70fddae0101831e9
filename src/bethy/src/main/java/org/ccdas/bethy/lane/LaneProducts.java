package org.ccdas.bethy.lane;

/**
 * Sums of products over all 64 lanes: the one place where derivatives meet their directions. Every
 * loop has a literal length and no offset, or else the JVM's compiler leaves it scalar: three to
 * five times slower. So a slot is an array of its own. Sums of six states take one loop.
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

  /** t += a b + ... of six products. */
  private static void addSix(
      double[] t,
      double[] a0,
      double[] b0,
      double[] a1,
      double[] b1,
      double[] a2,
      double[] b2,
      double[] a3,
      double[] b3,
      double[] a4,
      double[] b4,
      double[] a5,
      double[] b5) {
    for (int l = 0; l < 64; l++) {
      t[l] +=
          a0[l] * b0[l]
              + a1[l] * b1[l]
              + a2[l] * b2[l]
              + a3[l] * b3[l]
              + a4[l] * b4[l]
              + a5[l] * b5[l];
    }
  }

  /** z = a z + a0 b0 + ... of six products, from left to right. */
  private static void advanceSix(
      double[] z,
      double[] a,
      double[] a0,
      double[] b0,
      double[] a1,
      double[] b1,
      double[] a2,
      double[] b2,
      double[] a3,
      double[] b3,
      double[] a4,
      double[] b4,
      double[] a5,
      double[] b5) {
    for (int l = 0; l < 64; l++) {
      z[l] =
          a[l] * z[l]
              + a0[l] * b0[l]
              + a1[l] * b1[l]
              + a2[l] * b2[l]
              + a3[l] * b3[l]
              + a4[l] * b4[l]
              + a5[l] * b5[l];
    }
  }

  /** t += sum r_i s_i over any number of slots; six of them at a time, then three, then one. */
  static void addRow(double[] t, double[][] r, double[][] s) {
    addRow(t, r, s, 0);
  }

  private static void addRow(double[] t, double[][] r, double[][] s, int first) {
    int i = first;
    for (; i + 6 <= r.length; i += 6) {
      addSix(
          t, r[i], s[i], r[i + 1], s[i + 1], r[i + 2], s[i + 2], r[i + 3], s[i + 3], r[i + 4],
          s[i + 4], r[i + 5], s[i + 5]);
    }
    for (; i + 3 <= r.length; i += 3) {
      add(t, r[i], s[i], r[i + 1], s[i + 1], r[i + 2], s[i + 2]);
    }
    for (; i < r.length; i++) {
      add(t, r[i], s[i]);
    }
  }

  /** z = a z + sum r_i s_i over any number of slots. */
  static void advance(double[] z, double[] a, double[][] r, double[][] s) {
    if (r.length >= 6) {
      advanceSix(z, a, r[0], s[0], r[1], s[1], r[2], s[2], r[3], s[3], r[4], s[4], r[5], s[5]);
      addRow(z, r, s, 6);
    } else {
      scale(z, a);
      addRow(z, r, s, 0);
    }
  }

  /** t = a t. */
  static void scale(double[] t, double[] a) {
    for (int l = 0; l < 64; l++) {
      t[l] *= a[l];
    }
  }

  /** t_k += sum r_ki s_i over any number of rows and slots. */
  static void addSquare(double[][] t, double[][][] r, double[][] s) {
    for (int k = 0; k < r.length; k++) {
      addRow(t[k], r[k], s);
    }
  }
}
