package org.ccdas.report.transport;

import java.util.List;
import org.ccdas.transport.proof.CarbonTrackerProof;
import org.ccdas.transport.proof.FossilProof;
import org.ccdas.transport.proof.Sf6Data;
import org.ccdas.transport.proof.Sf6Proof;
import org.ccdas.transport.tracer.MixingConstants;

/**
 * What the page shows; the models stand in the same order in every list, the tracer model last.
 *
 * @param constants mixing of the tracer model
 * @param sf6Data observed SF6
 * @param sf6 by model
 * @param carbonTracker by model
 * @param fossil by model
 * @param profile of the tracer model
 * @param circulations built-in beside reanalysis
 */
public record TransportEvidence(
    MixingConstants constants,
    Sf6Data sf6Data,
    List<Sf6Proof.Result> sf6,
    List<CarbonTrackerProof.Result> carbonTracker,
    List<FossilProof.Result> fossil,
    FossilProof.Profile profile,
    List<CirculationComparison> circulations) {}
