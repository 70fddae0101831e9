package org.ccdas.report.run;

/**
 * How near a twin experiment came to its truth.
 *
 * @param fluxErrorPrior rms difference of the cells' monthly NEP from the truth at the prior, gC
 *     m-2 month-1
 * @param fluxErrorPosterior the same at the minimum
 * @param moistureErrorPrior rms difference of the cells' daily moisture of the top layer from the
 *     truth at the prior, m3 m-3
 * @param moistureErrorPosterior the same at the minimum
 * @param gradientAtTruth norm of the gradient of the observation misfit at the truth with perfect
 *     data, as a share of that at the prior
 * @param parameterErrorPrior rms difference of the control vector from the truth at the prior, in
 *     prior standard deviations
 * @param parameterErrorPosterior the same at the minimum
 */
public record TwinErrors(
    double fluxErrorPrior,
    double fluxErrorPosterior,
    double moistureErrorPrior,
    double moistureErrorPosterior,
    double gradientAtTruth,
    double parameterErrorPrior,
    double parameterErrorPosterior) {}
