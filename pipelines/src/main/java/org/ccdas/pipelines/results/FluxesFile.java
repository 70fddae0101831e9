package org.ccdas.pipelines.results;

import java.io.IOException;
import java.util.function.Function;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.CellLayout;

/** {@code fluxes.nc}: monthly mean fluxes of the cells in the window, prior and posterior. */
final class FluxesFile {
  private static final double SECONDS_PER_DAY = 86400;
  private static final double KG_PER_G = 1e-3;

  private enum Quantity {
    NEP(
        "nep",
        "net ecosystem production, positive is uptake by the land",
        "surface_net_downward_mass_flux_of_carbon_dioxide_expressed_as_carbon_due_to_all_land"
            + "_processes_excluding_anthropogenic_land_use_change",
        LandFluxes::nep,
        KG_PER_G),
    GPP(
        "gpp",
        "gross primary production",
        "gross_primary_productivity_of_biomass_expressed_as_carbon",
        LandFluxes::gpp,
        KG_PER_G),
    NPP(
        "npp",
        "net primary production",
        "net_primary_productivity_of_biomass_expressed_as_carbon",
        LandFluxes::npp,
        KG_PER_G),
    EVAPOTRANSPIRATION(
        "evapotranspiration",
        "evapotranspiration: transpiration, evaporation from soil and wet leaves, sublimation",
        "water_evapotranspiration_flux",
        LandFluxes::evapotranspiration,
        1);

    private final String variable;
    private final String longName;
    private final String standardName;
    private final Function<LandFluxes, double[]> field;
    private final double kilograms;

    Quantity(
        String variable,
        String longName,
        String standardName,
        Function<LandFluxes, double[]> field,
        double kilograms) {
      this.variable = variable;
      this.longName = longName;
      this.standardName = standardName;
      this.field = field;
      this.kilograms = kilograms;
    }
  }

  private FluxesFile() {}

  static void write(RunFindings findings, Location path) throws IOException {
    LandFluxes prior = findings.prior();
    Land land = prior.land();
    CellLayout layout = CellLayout.of(land.cells().stream().map(LandCell::cell).toList());
    NetcdfOutput output =
        NetcdfFiles.titled(findings, "monthly fluxes of land cells, prior and posterior")
            .attribute(
                "comment",
                "Fluxes are means over the month, per square metre of the whole cell: flux times"
                    + " area, summed over the cells, is the flux of the land.");
    OutputTime.addMonthly(output, prior.months());
    layout.addTo(output);
    layout.located(
        output
            .doubles("vegetated_fraction", layout.dimensions())
            .mayBeMissing()
            .standardName("vegetation_area_fraction")
            .longName("share of the cell that its tiles cover")
            .units("1")
            .values(layout.spread(cell -> land.vegetated()[cell] / land.area(cell))));
    for (Quantity quantity : Quantity.values()) {
      add(output, layout, quantity, "prior", prior);
      add(output, layout, quantity, "posterior", findings.posterior());
    }
    addMoisture(output, layout, "prior", prior);
    addMoisture(output, layout, "posterior", findings.posterior());
    output.write(path);
  }

  private static void add(
      NetcdfOutput output,
      CellLayout layout,
      Quantity quantity,
      String experiment,
      LandFluxes fluxes) {
    MonthAxis months = fluxes.months();
    double[] field = quantity.field.apply(fluxes);
    layout.located(
        output
            .floats(quantity.variable + "_" + experiment, layout.dimensions("time"))
            .mayBeMissing()
            .standardName(quantity.standardName)
            .longName(experiment + " " + quantity.longName)
            .units("kg m-2 s-1")
            .attribute("cell_methods", "area: mean time: mean")
            .attribute("cell_measures", "area: area")
            .slabs(
                month -> {
                  // monthly total to mean rate: kg m-2 s-1 = g m-2 1e-3 / (days 86400)
                  double scale = quantity.kilograms / (months.days(month) * SECONDS_PER_DAY);
                  return layout.spread(cell -> field[cell * months.count() + month] * scale);
                }));
  }

  private static void addMoisture(
      NetcdfOutput output, CellLayout layout, String experiment, LandFluxes fluxes) {
    MonthAxis months = fluxes.months();
    layout.located(
        output
            .floats("top_soil_moisture_" + experiment, layout.dimensions("time"))
            .mayBeMissing()
            .standardName("volume_fraction_of_condensed_water_in_soil")
            .longName(experiment + " moisture of the top 5 cm of the vegetated soil")
            .units("1")
            .attribute("cell_methods", "area: mean where vegetation time: mean")
            .slabs(
                month ->
                    layout.spread(cell -> fluxes.topMoisture()[cell * months.count() + month])));
  }
}
