package org.ccdas.assimilate.minimise;

import java.io.Serializable;

/**
 * One line of a minimiser's history.
 *
 * @param iteration steps taken so far; 0 is the start
 * @param evaluations candidates evaluated so far
 * @param cost cost after the step
 * @param gradientNorm Euclidean norm of the gradient after the step, without the parts that push
 *     elements at the bound outwards
 * @param step length of the step as a multiple of the search direction; 0 at the start
 * @param damping Levenberg-Marquardt damping of the step; 0 at the start and where there is none
 */
public record Iteration(
    int iteration, int evaluations, double cost, double gradientNorm, double step, double damping)
    implements Serializable {}
