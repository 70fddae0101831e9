package org.ccdas.pipelines.problem;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.Forcing;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.region.Regions;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.stream.Observations;
import org.ccdas.pipelines.config.Experiment;

/**
 * An experiment with its inputs read.
 *
 * @param experiment the settings
 * @param cells the land cells
 * @param forcing source of the weather
 * @param air CO2 that the leaves see
 * @param observations of every stream, in the order of the setup
 * @param regions over which fluxes are summed
 * @param setup what an evaluation needs; nothing is frozen yet
 * @param inputs all files that were read or will be
 */
public record Problem(
    Experiment experiment,
    List<LandCell> cells,
    Forcing forcing,
    AtmosphericCo2 air,
    List<Observations> observations,
    Regions regions,
    EvaluationSetup setup,
    List<Location> inputs) {
  /** Copies the lists. */
  public Problem {
    cells = List.copyOf(cells);
    observations = List.copyOf(observations);
    inputs = List.copyOf(inputs);
  }

  /** Number of tiles. */
  public int tiles() {
    return cells.stream().mapToInt(cell -> cell.tiles().size()).sum();
  }

  /** What results must say of the weather, in plain words. */
  public List<String> weatherChoices() {
    return forcing.choices(cells.stream().map(LandCell::cell).toList());
  }

  /** What is observed, in words. */
  public String counted() {
    return observations.stream().map(Observations::counted).collect(Collectors.joining(", "));
  }

  /** What the files leave open and how they are read, in words. */
  public List<String> notes() {
    return Stream.concat(
            forcing.notes().stream(),
            observations.stream().flatMap(stream -> stream.notes().stream()))
        .toList();
  }

  /** What makes the parts of the blocks, by name of the stream. */
  public SortedMap<String, BlockPart.Source> sources() {
    SortedMap<String, BlockPart.Source> sources = new TreeMap<>();
    observations.forEach(stream -> sources.put(stream.stream(), stream.source()));
    return sources;
  }
}
