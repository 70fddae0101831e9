package org.ccdas.bethy.process;

import org.ccdas.autodiff.Constant;

/**
 * The weather at one point of the night. Spec section 5.1.
 *
 * @param weight share of the day, 0..1; 0 for unused points
 * @param temperature air temperature, degC
 */
@Constant
public record NightForcing(double weight, double temperature) {}
