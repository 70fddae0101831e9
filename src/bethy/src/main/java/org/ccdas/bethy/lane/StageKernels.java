package org.ccdas.bethy.lane;

import org.ccdas.bethy.kernel.AmplitudeKernel;
import org.ccdas.bethy.kernel.EveningKernel;
import org.ccdas.bethy.kernel.FastPoolKernel;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.LightC3;
import org.ccdas.bethy.kernel.LightC4;
import org.ccdas.bethy.kernel.MorningKernel;
import org.ccdas.bethy.kernel.NightC3;
import org.ccdas.bethy.kernel.NightC4;
import org.ccdas.bethy.kernel.ObservablesKernel;
import org.ccdas.bethy.kernel.SoilConstantsKernel;
import org.ccdas.bethy.kernel.StartPoolKernel;
import org.ccdas.bethy.kernel.StartStateKernel;
import org.ccdas.bethy.kernel.StressC3;
import org.ccdas.bethy.kernel.StressC4;

/**
 * The generated kernels of every stage for one pathway. The slots of the C3 and C4 kernels of a
 * stage are the same.
 *
 * @param soil soil constants, once a run
 * @param start the states before the first day, once a run
 * @param morning start of the day
 * @param stress the 13 h point
 * @param light a sub-daily point with the sun up
 * @param night a point of the night
 * @param evening end of the day
 * @param observables what satellites see of the evening; run only when wanted
 * @param fastPool one day of the fast carbon pool
 * @param startPool the periodic start of the fast pool
 * @param amplitude the amplitudes of respiration
 */
public record StageKernels(
    LaneKernel soil,
    LaneKernel start,
    LaneKernel morning,
    LaneKernel stress,
    LaneKernel light,
    LaneKernel night,
    LaneKernel evening,
    LaneKernel observables,
    LaneKernel fastPool,
    LaneKernel startPool,
    LaneKernel amplitude) {
  private static final StageKernels C3 =
      new StageKernels(
          SoilConstantsKernel.INSTANCE,
          StartStateKernel.INSTANCE,
          MorningKernel.INSTANCE,
          StressC3.INSTANCE,
          LightC3.INSTANCE,
          NightC3.INSTANCE,
          EveningKernel.INSTANCE,
          ObservablesKernel.INSTANCE,
          FastPoolKernel.INSTANCE,
          StartPoolKernel.INSTANCE,
          AmplitudeKernel.INSTANCE);
  private static final StageKernels C4 =
      new StageKernels(
          SoilConstantsKernel.INSTANCE,
          StartStateKernel.INSTANCE,
          MorningKernel.INSTANCE,
          StressC4.INSTANCE,
          LightC4.INSTANCE,
          NightC4.INSTANCE,
          EveningKernel.INSTANCE,
          ObservablesKernel.INSTANCE,
          FastPoolKernel.INSTANCE,
          StartPoolKernel.INSTANCE,
          AmplitudeKernel.INSTANCE);

  /** The generated kernels of a pathway. */
  public static StageKernels of(boolean c4) {
    return c4 ? C4 : C3;
  }

  /** Slots of the largest workspace that any stage needs. */
  int workspace() {
    int slots = 0;
    for (LaneKernel kernel :
        new LaneKernel[] {
          soil,
          start,
          morning,
          stress,
          light,
          night,
          evening,
          observables,
          fastPool,
          startPool,
          amplitude
        }) {
      slots = Math.max(slots, kernel.workspace());
    }
    return slots;
  }
}
