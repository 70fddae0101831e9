package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * The minimiser and when it stops (spec 18.4).
 *
 * @param kind which minimiser
 * @param maxEvaluations most evaluations of cost and gradient
 * @param maxIterations most iterations
 * @param gradientTolerance relative gradient norm
 * @param memory pairs kept
 * @param bound largest element of the control vector, standard deviations
 */
public record MinimiserSettings(
    @Setting(
            value = "lbfgs: limited-memory BFGS with strong Wolfe conditions.",
            byDefault = "lbfgs")
        MinimiserKind kind,
    @Setting(
            value = "Most evaluations of cost and gradient, the first one included.",
            byDefault = "60",
            atLeast = 1)
        int maxEvaluations,
    @Setting(value = "Most iterations.", byDefault = "200", atLeast = 1) int maxIterations,
    @Setting(
            value =
                "Stop when the norm of the gradient has fallen to this share of its value at"
                    + " the start.",
            byDefault = "1.0e-4",
            atLeast = 0,
            atMost = 1)
        double gradientTolerance,
    @Setting(
            value = "Number of steps that L-BFGS remembers.",
            byDefault = "20",
            atLeast = 1,
            atMost = 1000)
        int memory,
    @Setting(
            value =
                "Largest size of an element of the control vector, in prior standard"
                    + " deviations; steps beyond are shortened.",
            byDefault = "4",
            above = 0)
        double bound)
    implements Serializable {}
