package org.ccdas.bethy.process;

/**
 * The estimated parameters that act on one tile, in physical units. Spec section 18.1; symbols of
 * {@code control_vector.csv} in brackets.
 *
 * @param vm25 [Vm25] maximum carboxylation rate at 25 degC, umol m-2 s-1
 * @param ajv [aJV, k25] C3: Jmax/Vmax at 25 degC; C4: PEP conductance k at 25 degC, mol m-2 s-1
 * @param alphaQ [alpha_q] quantum yield of C3 electron transport, mol mol-1
 * @param alphaI [alpha_i] quantum yield of C4, mol mol-1
 * @param kc25 [KC25] Michaelis constant for CO2, umol mol-1
 * @param ko25 [KO25] Michaelis constant for O2, mol mol-1
 * @param gammaSlope [aGamma] slope of the CO2 compensation point, umol mol-1 degC-1
 * @param eKc [E_KC] activation energy of KC, J mol-1
 * @param eKo [E_KO] activation energy of KO, J mol-1
 * @param eVm [E_Vm] activation energy of Vm, J mol-1
 * @param eK [E_k] activation energy of the C4 conductance, J mol-1
 * @param eRd [E_Rd] activation energy of leaf respiration, J mol-1
 * @param leafShare [f_leaf] leaf share of maintenance respiration, 0..1
 * @param growthCost [c_g] growth respiration as a share of what is left after maintenance, 0..1
 * @param q10Fast [Q10_f] temperature factor of the fast pool
 * @param q10Slow [Q10_s] temperature factor of the slow pool
 * @param fastRate [rtau_f] rate of the fast pool at 0 degC, yr-1
 * @param kappa [kappa] exponent of the moisture dependence of respiration
 * @param slowShare [f_s] share of litter passed to the slow pool, 0..1
 * @param beta [beta] respiration over production in the window; 1 is balanced, above 1 a source
 * @param maximumLai [Lmax] maximum leaf area index, m2 m-2
 * @param leafOnsetTemperature [T_phi] degC
 * @param leafOnsetRange [T_r] spatial range of the onset temperature, degC
 * @param leafSheddingDaylength [t_c] h
 * @param leafSheddingRange [t_r] spatial range of the day length, h
 * @param leafGrowthRate [xi] d-1
 * @param leafSheddingRate [k_L] d-1
 * @param droughtTolerance [tau_W] expected length of drought tolerated, d
 * @param storageScale [s_wc] scale of the stress threshold W_max
 * @param bScale [m_b] scale of the Clapp-Hornberger exponent
 * @param conductivityScale [m_Ks] scale of the saturated conductivity
 * @param evaporationExponent [e_soil] exponent of soil evaporation
 * @param supplyRate [c_w] maximum water supply rate of roots, mm h-1
 * @param humidityRise [h_d] daily rise of vapour pressure, 0..1
 * @param unstressedCi [f_ci] ratio of leaf-internal to air CO2 without stress (C3)
 */
public record TileParameters(
    double vm25,
    double ajv,
    double alphaQ,
    double alphaI,
    double kc25,
    double ko25,
    double gammaSlope,
    double eKc,
    double eKo,
    double eVm,
    double eK,
    double eRd,
    double leafShare,
    double growthCost,
    double q10Fast,
    double q10Slow,
    double fastRate,
    double kappa,
    double slowShare,
    double beta,
    double maximumLai,
    double leafOnsetTemperature,
    double leafOnsetRange,
    double leafSheddingDaylength,
    double leafSheddingRange,
    double leafGrowthRate,
    double leafSheddingRate,
    double droughtTolerance,
    double storageScale,
    double bScale,
    double conductivityScale,
    double evaporationExponent,
    double supplyRate,
    double humidityRise,
    double unstressedCi) {}
