package org.ccdas.observe.local;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.ObservedPlace;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.observe.stream.StreamRun;
import org.ccdas.observe.stream.TableLines;

/**
 * The observations of a local stream in an experiment. They are read while the blocks are prepared.
 *
 * @param names what the stream is called
 * @param operator how they enter the cost
 * @param source reads the observations of a block's cells
 * @param files that will be read
 * @param choices what the settings choose
 * @param notes what the files leave open and how they are read
 * @param reports of the product's ingest; empty for a product that is not ingested
 */
public record LocalObservations(
    LocalNames names,
    LocalOperator operator,
    BlockPart.Source source,
    List<Location> files,
    List<String> choices,
    List<String> notes,
    Optional<ProductReports> reports)
    implements Observations {
  @Override
  public String stream() {
    return operator.name();
  }

  @Override
  public OptionalDouble prior(String symbol) {
    return OptionalDouble.empty();
  }

  @Override
  public String counted() {
    return names.title();
  }

  @Override
  public List<ObservedPlace> places() {
    return List.of();
  }

  @Override
  public void preview(TableLines lines) {
    lines.line("  %s: %d files", names.title(), files.size());
    if (!operator.misfit().heldOutYears().isEmpty()) {
      lines.line("    years held out: %s", operator.misfit().heldOutYears());
    }
    if (!operator.misfit().heldOutRegions().isEmpty()) {
      lines.line("    regions held out: %s", operator.misfit().heldOutRegions());
    }
  }

  @Override
  public StreamFindings findings(StreamRun run) {
    return LocalFindings.of(names, run, reports);
  }
}
