package org.ccdas.autodiff.emit;

/**
 * How many lanes a method computes, whatever number is asked for, and the classes that it calls.
 *
 * @param lanes computed in a call, and the distance of one slot from the next in the workspace
 * @param prefix of the names of the classes
 */
record Computed(int lanes, String prefix) {
  /** Lanes of a narrow method: groups of a few tiles, one site, need not pay for all lanes. */
  private static final int NARROW = 8;

  /** All lanes that a call may ask for. */
  static Computed all(int lanes) {
    return new Computed(lanes, "Lane");
  }

  /** A few. */
  static Computed few() {
    return new Computed(NARROW, "Narrow");
  }

  /** Whether kernels of so many lanes have narrow methods beside. */
  static boolean alsoFew(int lanes) {
    return lanes > NARROW;
  }

  /** The class of the functions of so many slots side by side. */
  String functions(int width) {
    return prefix + "Math" + (width == 1 ? "" : width);
  }

  /** The class that copies slots. */
  String copy() {
    return prefix + "Copy";
  }
}
