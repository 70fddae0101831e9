package org.ccdas.pipelines.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.minimise.Minimiser;
import org.ccdas.observe.block.Manifest;
import org.ccdas.pipelines.problem.Problem;

/**
 * What a run has found.
 *
 * @param problem the experiment and its inputs
 * @param setup of the evaluations, with the frozen tiles
 * @param manifest the blocks
 * @param minimiser the last state of the minimiser
 * @param prior evaluation at x = 0
 * @param posterior evaluation at the minimum
 * @param uncertainty of the result; empty where the cost has no value
 * @param priorFluxes of every block at x = 0, in the order of the manifest
 * @param posteriorFluxes of every block at the minimum
 * @param seconds by phase: {@code prepare}, {@code assimilate}, {@code total}
 * @param inputs digest of every input file
 * @param digests of control vector, kernels and blocks
 * @param runner name of the runner
 */
public record RunOutcome(
    Problem problem,
    EvaluationSetup setup,
    Manifest manifest,
    Minimiser minimiser,
    Evaluation prior,
    Evaluation posterior,
    Optional<RunPosterior> uncertainty,
    List<BlockFluxes> priorFluxes,
    List<BlockFluxes> posteriorFluxes,
    Map<String, Double> seconds,
    SortedMap<String, String> inputs,
    Map<String, String> digests,
    String runner) {}
