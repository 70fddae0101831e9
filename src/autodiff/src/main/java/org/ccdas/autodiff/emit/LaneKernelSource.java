package org.ccdas.autodiff.emit;

import java.util.Locale;

/** The source of the interface that all kernels of a package implement. */
public final class LaneKernelSource {
  /** Simple name of the interface. */
  public static final String NAME = "LaneKernel";

  private static final String TEXT =
      """
      // Generated. Changes here are lost.
      package %s;

      import java.util.List;

      /**
       * A function and its derivatives, computed side by side for up to {@link #LANES} lanes.
       *
       * <p>An array holds slots; element (slot s, lane l) stands at {@code s * LANES + l}. Only lanes 0
       * to {@code lanes - 1} are read and written. Arrays may be longer than needed; the arrays of a call
       * must be different ones. Implementations have no state: any thread may call them, each with a
       * workspace of its own.
       */
      public interface LaneKernel {
        /** Distance of one slot from the next, and most lanes of a call. */
        int LANES = %d;

        /** Number of input slots. */
        int inputs();

        /** Number of output slots. */
        int outputs();

        /** Number of slots that {@code work} must have; what it holds before a call does not matter. */
        int workspace();

        /** Name of each input: the argument, or the argument and its component, {@code state.snow}. */
        List<String> inputNames();

        /** Name of each output: the path of components; {@code value} for a plain double. */
        List<String> outputNames();

        /** Whether derivatives are taken with respect to an input. */
        boolean active(int input);

        /** Writes the outputs. */
        void forward(int lanes, double[] in, double[] out, double[] work);

        /** Writes the derivative of the outputs in a direction of the inputs: outDot = J inDot. */
        void tangent(int lanes, double[] in, double[] inDot, double[] outDot, double[] work);

        /** Adds the derivative of the weighted sum of outputs: inBar += J' outBar. */
        void adjoint(int lanes, double[] in, double[] outBar, double[] inBar, double[] work);

        /** Number of partial derivatives that do not always vanish. */
        int partials();

        /** The output of a partial derivative; they are sorted by output, then input. */
        int partialOutput(int partial);

        /** The input of a partial derivative. */
        int partialInput(int partial);

        /**
         * Adds the outputs to slots 0 to {@code outputs() - 1} of {@code jac}, and the partial
         * derivatives to the {@link #partials()} slots after them.
         */
        void jacobian(int lanes, double[] in, double[] jac, double[] work);
      }
      """;

  private LaneKernelSource() {}

  /** The interface in a package. */
  public static String text(String targetPackage, int lanes) {
    return String.format(Locale.ROOT, TEXT, targetPackage, lanes);
  }
}
