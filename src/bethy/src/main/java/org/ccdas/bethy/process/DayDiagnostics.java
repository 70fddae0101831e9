package org.ccdas.bethy.process;

/**
 * Everything that a day of a tile says. Spec section 13.2. Water in mm d-1, carbon in gC m-2 d-1.
 *
 * @param evening states and fluxes that the assimilation needs
 * @param leafRespiration R_d with inhibition by light
 * @param maintenanceRespiration R_m
 * @param demand unstressed transpiration E_d
 * @param soilPotential E_ps
 * @param canopyPotential E_pc
 * @param transpiration E_t
 * @param soilEvaporation E_s
 * @param interception E_i
 * @param sublimation E_sub
 * @param melt of snow
 * @param saturationRunoff Q_f
 * @param drainage below the roots q_b
 * @param runoff Q, all water that leaves the tile as liquid
 * @param percolation from the surface to the root layer q12
 * @param exchange from the root to the surface layer q_c
 * @param availableWater W_n at the end of the day, mm
 * @param relativeMoisture beta_n at the end of the day, 0..1
 * @param waterClosure precipitation less what left and what is stored, 0 up to rounding
 */
public record DayDiagnostics(
    Evening evening,
    double leafRespiration,
    double maintenanceRespiration,
    double demand,
    double soilPotential,
    double canopyPotential,
    double transpiration,
    double soilEvaporation,
    double interception,
    double sublimation,
    double melt,
    double saturationRunoff,
    double drainage,
    double runoff,
    double percolation,
    double exchange,
    double availableWater,
    double relativeMoisture,
    double waterClosure) {}
