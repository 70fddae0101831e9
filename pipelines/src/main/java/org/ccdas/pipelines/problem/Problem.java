package org.ccdas.pipelines.problem;

import java.util.List;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.Forcing;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.station.Station;
import org.ccdas.observe.moisture.SoilMoistureFiles;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.Response;

/**
 * An experiment with its inputs read.
 *
 * @param experiment the settings
 * @param cells the land cells
 * @param forcing source of the weather
 * @param air CO2 that the leaves see
 * @param response of all stations to all transport regions
 * @param background prescribed fluxes
 * @param stations the stations in the order of the concentrations
 * @param soilMoisture files of observed soil moisture; empty when there are none
 * @param regions over which fluxes are summed
 * @param setup what an evaluation needs; no tile is frozen yet
 * @param inputs all files that were read or will be
 */
public record Problem(
    Experiment experiment,
    List<LandCell> cells,
    Forcing forcing,
    AtmosphericCo2 air,
    Response response,
    BackgroundFluxes background,
    List<StationSeries> stations,
    Optional<SoilMoistureFiles> soilMoisture,
    Regions regions,
    EvaluationSetup setup,
    List<Location> inputs) {
  /** Copies the lists. */
  public Problem {
    cells = List.copyOf(cells);
    stations = List.copyOf(stations);
    inputs = List.copyOf(inputs);
  }

  /** Number of stations that are assimilated. */
  public int assimilated() {
    return (int) stations.stream().filter(StationSeries::assimilated).count();
  }

  /** The places of all stations, in order. */
  public List<Station> places() {
    return stations.stream().map(s -> s.screened().observations().station()).toList();
  }

  /** Number of tiles. */
  public int tiles() {
    return cells.stream().mapToInt(cell -> cell.tiles().size()).sum();
  }
}
