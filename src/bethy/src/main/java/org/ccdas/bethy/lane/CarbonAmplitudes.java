package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.Arrays;
import org.ccdas.bethy.kernel.AmplitudeKernel;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.StartPoolKernel;

/**
 * The closed carbon balance of a lane group by month, and the partial derivatives of its three
 * results: start pool C0 and amplitudes F and A_s. Spec section 12.2.
 */
final class CarbonAmplitudes {
  private final LaneKernel startKernel;
  private final LaneKernel amplitudeKernel;
  private final double[] startJac;
  private final double[] amplitudeJac;
  private final double[][] decay;
  private final double[][] loss;
  private final double[][] slowShape;

  /** The tangents of F and A_s, by lane. */
  record Tangent(double[] fast, double[] slow) {}

  /**
   * @param startJac values and partial derivatives of the start pool
   * @param amplitudeJac those of the amplitudes
   * @param decay exp(-sum k_f) from the start of the window, or of the days before it, to the end
   *     of the month, [month][lane]
   * @param loss of the fast pool, sum over the month
   * @param slowShape k_s, sum over the month
   */
  CarbonAmplitudes(
      StageKernels kernels,
      double[] startJac,
      double[] amplitudeJac,
      double[][] decay,
      double[][] loss,
      double[][] slowShape) {
    this.startKernel = kernels.startPool();
    this.amplitudeKernel = kernels.amplitude();
    this.startJac = startJac;
    this.amplitudeJac = amplitudeJac;
    this.decay = decay;
    this.loss = loss;
    this.slowShape = slowShape;
  }

  double startPool(int lane) {
    return startJac[lane];
  }

  double fast(int lane) {
    return amplitudeJac[AmplitudeKernel.OUT_FAST * LANES + lane];
  }

  double slow(int lane) {
    return amplitudeJac[AmplitudeKernel.OUT_SLOW * LANES + lane];
  }

  double decay(int month, int lane) {
    return decay[month][lane];
  }

  double loss(int month, int lane) {
    return loss[month][lane];
  }

  double slowShape(int month, int lane) {
    return slowShape[month][lane];
  }

  /** The tangent of C0 from those of the pool at the end, started from zero, and of sum k_f. */
  double[] startPoolTangent(double[] endDot, double[] rateSumDot) {
    double[] tangent = new double[LANES];
    for (int k = 0; k < startKernel.partials(); k++) {
      boolean byEnd = startKernel.partialInput(k) == StartPoolKernel.IN_END_FROM_ZERO;
      addProduct(tangent, startJac, startKernel.outputs() + k, byEnd ? endDot : rateSumDot);
    }
    return tangent;
  }

  /** The tangents of F and A_s from those of the sums over the window, by one parameter. */
  Tangent tangent(int component, double[] nppDot, double[] litterDot, double[] slowShapeDot) {
    double[][] tangents = new double[AmplitudeKernel.OUTPUTS][LANES];
    double[] one = new double[LANES];
    Arrays.fill(one, 1.0);
    for (int k = 0; k < amplitudeKernel.partials(); k++) {
      int input = amplitudeKernel.partialInput(k);
      double[] dot =
          switch (input) {
            case AmplitudeKernel.IN_NPP_SUM -> nppDot;
            case AmplitudeKernel.IN_LITTER_SUM -> litterDot;
            case AmplitudeKernel.IN_SLOW_SHAPE_SUM -> slowShapeDot;
            default -> input == AmplitudeKernel.IN_P + component ? one : null;
          };
      if (dot != null) {
        addProduct(
            tangents[amplitudeKernel.partialOutput(k)],
            amplitudeJac,
            amplitudeKernel.outputs() + k,
            dot);
      }
    }
    return new Tangent(tangents[AmplitudeKernel.OUT_FAST], tangents[AmplitudeKernel.OUT_SLOW]);
  }

  private static void addProduct(double[] target, double[] jac, int slot, double[] dot) {
    for (int lane = 0; lane < LANES; lane++) {
      target[lane] += jac[slot * LANES + lane] * dot[lane];
    }
  }
}
