package org.ccdas.observe.local;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.observe.stream.StreamRun;
import org.ccdas.observe.stream.TableLines;

/**
 * What became of the observations of a local stream in a run.
 *
 * @param names what the stream is called
 * @param run both ends of it
 * @param cells every cell, in the order of the blocks
 * @param reports of the product's ingest
 */
record LocalFindings(
    LocalNames names, StreamRun run, List<LocalComparison> cells, Optional<ProductReports> reports)
    implements StreamFindings {
  /** Compares the cells at both ends of a run. */
  static LocalFindings of(LocalNames names, StreamRun run, Optional<ProductReports> reports) {
    return new LocalFindings(names, run, LocalComparison.of(run), reports);
  }

  private Optional<LocalSummary> summary() {
    return Optional.ofNullable(LocalSummary.of(cells));
  }

  @Override
  public String stream() {
    return run.operator().name();
  }

  @Override
  public String title() {
    return names.title();
  }

  @Override
  public int observations() {
    return summary().map(LocalSummary::observations).orElse(0);
  }

  @Override
  public Optional<PriorPosterior> chiSquare() {
    return summary().filter(s -> s.observations() > 0).map(LocalSummary::chiSquare);
  }

  @Override
  public Optional<Object> assimilated() {
    return Optional.ofNullable(LocalFitSummary.assimilated(cells));
  }

  @Override
  public Optional<Object> heldOut() {
    return Optional.ofNullable(LocalFitSummary.heldOut(cells));
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put(stream(), LocalSummary.of(cells));
    return details;
  }

  @Override
  public List<String> files() {
    return cells.isEmpty() ? List.of() : List.of(names.file());
  }

  @Override
  public void write(Location folder, Function<String, NetcdfOutput> titled) throws IOException {
    if (!cells.isEmpty()) {
      NetcdfOutput output =
          titled.apply(names.title() + " of land cells, observed, prior and posterior");
      LocalFile.write(this, output, folder.resolve(names.file()));
    }
    if (reports.isPresent()) {
      reports.get().copy(folder);
    }
  }

  @Override
  public void print(TableLines lines) {
    summary().ifPresent(found -> LocalLines.print(names, found, lines));
  }
}
