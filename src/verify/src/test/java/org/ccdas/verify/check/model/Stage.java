package org.ccdas.verify.check.model;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.lane.StageKernels;

/** A stage of the model, to be run by another kernel. */
enum Stage {
  SOIL(StageKernels::soil),
  START(StageKernels::start),
  MORNING(StageKernels::morning),
  STRESS(StageKernels::stress),
  LIGHT(StageKernels::light),
  NIGHT(StageKernels::night),
  EVENING(StageKernels::evening),
  OBSERVABLES(StageKernels::observables),
  FAST_POOL(StageKernels::fastPool),
  START_POOL(StageKernels::startPool),
  AMPLITUDE(StageKernels::amplitude);

  private final Function<StageKernels, LaneKernel> kernel;

  Stage(Function<StageKernels, LaneKernel> kernel) {
    this.kernel = kernel;
  }

  /** The kernel of this stage. */
  LaneKernel of(StageKernels kernels) {
    return kernel.apply(kernels);
  }

  /** The kernels of both pathways, that of this stage changed. */
  Function<Boolean, StageKernels> changed(UnaryOperator<LaneKernel> change) {
    return c4 -> {
      StageKernels k = StageKernels.of(c4);
      return new StageKernels(
          changed(SOIL, k, change),
          changed(START, k, change),
          changed(MORNING, k, change),
          changed(STRESS, k, change),
          changed(LIGHT, k, change),
          changed(NIGHT, k, change),
          changed(EVENING, k, change),
          changed(OBSERVABLES, k, change),
          changed(FAST_POOL, k, change),
          changed(START_POOL, k, change),
          changed(AMPLITUDE, k, change));
    };
  }

  private LaneKernel changed(Stage stage, StageKernels kernels, UnaryOperator<LaneKernel> change) {
    LaneKernel right = stage.of(kernels);
    return stage == this ? change.apply(right) : right;
  }
}
