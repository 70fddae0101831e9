package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.Setting;

/**
 * The minimiser and when it stops (spec 18.4).
 *
 * @param kind which minimiser
 * @param starts searches side by side
 * @param maxEvaluations most control vectors that a search evaluates
 * @param maxIterations most iterations of a search
 * @param distanceTolerance squared distance to the minimum, Gauss-Newton
 * @param damping of the first step, Gauss-Newton
 * @param gradientTolerance relative gradient norm, L-BFGS
 * @param memory pairs kept, L-BFGS
 * @param bound largest element of the control vector, standard deviations
 */
public record MinimiserSettings(
    @Setting(
            value =
                "gaussNewton: Gauss-Newton with Levenberg-Marquardt damping, about ten passes."
                    + " lbfgs: limited-memory BFGS with strong Wolfe conditions, the cross-check.",
            byDefault = "gaussNewton")
        MinimiserKind kind,
    @Setting(
            value =
                "Number of searches side by side: the first from the prior, the others from draws of"
                    + " N(0, 0.5^2), to find whether the minimum is unique.",
            byDefault = "1",
            atLeast = 1,
            atMost = 100)
        int starts,
    @Setting(
            value = "Most control vectors that a search evaluates, the first one included.",
            byDefault = "200",
            atLeast = 1)
        int maxEvaluations,
    @Setting(value = "Most iterations of a search.", byDefault = "200", atLeast = 1)
        int maxIterations,
    @Setting(
            value =
                "Gauss-Newton stops when the squared distance to the minimum, in posterior standard"
                    + " deviations, is below this.",
            byDefault = "1.0e-4",
            atLeast = 0)
        double distanceTolerance,
    @Setting(value = "Damping of the first step of Gauss-Newton.", byDefault = "1.0e-3", above = 0)
        double damping,
    @Setting(
            value =
                "L-BFGS stops when the norm of the gradient has fallen to this share of its value at"
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
