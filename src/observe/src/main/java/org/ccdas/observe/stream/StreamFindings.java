package org.ccdas.observe.stream;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;

/** What became of the observations of one stream in a run: its part of files and table. */
public interface StreamFindings {
  /** Name of the stream. */
  String stream();

  /** What it is, for people. */
  String title();

  /** Number of values that enter the misfit. */
  int observations();

  /**
   * How many of them each place has that is a group of observations of its own; empty where values
   * of a place are not independent.
   */
  default Map<String, Integer> observationsByPlace() {
    return Map.of();
  }

  /** Twice the misfit for each of them; empty without any. */
  Optional<PriorPosterior> chiSquare();

  /** The fit to what was assimilated, a record for {@code summary.json}; empty when nothing was. */
  Optional<Object> assimilated();

  /** The same of what was held out. */
  Optional<Object> heldOut();

  /** Further entries of {@code summary.json}, by key. */
  Map<String, Object> details();

  /** Names of the files that it writes into the folder of a run. */
  List<String> files();

  /**
   * Writes its files, each replaced as a whole.
   *
   * @param folder of the run
   * @param titled makes a NetCDF file of the run with this title
   */
  void write(Location folder, Function<String, NetcdfOutput> titled) throws IOException;

  /** Prints the stream's part of the table. */
  void print(TableLines lines);
}
