package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.lane.Schedule;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.StreamOperator;

/**
 * What an evaluation needs besides the blocks: kilobytes, sent to every worker. The cost is the
 * prior and the list of the streams.
 *
 * @param control the estimated parameters
 * @param subDaily how a day is resolved
 * @param spinUpFirst first day of spin-up and forcing
 * @param window analysis window: the months that are observed
 * @param passes how often the spin-up years are run
 * @param frozen tiles without carbon
 * @param streams of observations; their shares stand in this order, no name twice
 */
public record EvaluationSetup(
    ControlVector control,
    SubDaily subDaily,
    LocalDate spinUpFirst,
    MonthAxis window,
    int passes,
    FrozenTiles frozen,
    List<StreamOperator> streams)
    implements Serializable {
  /** Copies the list. */
  public EvaluationSetup {
    streams = new ArrayList<>(streams);
    if (streams.stream().map(StreamOperator::name).distinct().count() < streams.size()) {
      throw new IllegalArgumentException("Two streams of one name: " + streams);
    }
  }

  /** The order of days. */
  public Schedule schedule() {
    return Schedule.of(spinUpFirst, window.firstDay(), window.lastDay(), passes);
  }

  /** Months of the fluxes: those of the spin-up years and of the window. */
  public MonthAxis fluxMonths() {
    return MonthAxis.of(YearMonth.from(spinUpFirst), window.last());
  }

  /** Length of a share: those of the streams one after the other. */
  public int shareLength() {
    return streams.stream().mapToInt(stream -> stream.shareLength(control)).sum();
  }

  /** The daily series that the streams must see. */
  public Set<ModelSeries> series() {
    Set<ModelSeries> series = EnumSet.noneOf(ModelSeries.class);
    streams.forEach(stream -> series.addAll(stream.series()));
    return series;
  }

  /**
   * The stream of a name, as the type that its own packages know.
   *
   * @throws IllegalArgumentException when there is none
   */
  public <T extends StreamOperator> T stream(String name, Class<T> type) {
    return streams.stream()
        .filter(stream -> stream.name().equals(name))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No stream " + name));
  }

  /** The same with other tiles frozen. */
  public EvaluationSetup withFrozen(FrozenTiles tiles) {
    return new EvaluationSetup(control, subDaily, spinUpFirst, window, passes, tiles, streams);
  }

  /** The same with other streams. */
  public EvaluationSetup withStreams(List<StreamOperator> others) {
    return new EvaluationSetup(control, subDaily, spinUpFirst, window, passes, frozen, others);
  }

  /** The same with every stream changed. */
  public EvaluationSetup withEach(UnaryOperator<StreamOperator> change) {
    return withStreams(streams.stream().map(change).toList());
  }

  /** The same with another operator of a stream in its place. */
  public EvaluationSetup with(StreamOperator other) {
    return withEach(stream -> stream.name().equals(other.name()) ? other : stream);
  }

  /** The same with another control vector. */
  public EvaluationSetup withControl(ControlVector other) {
    return new EvaluationSetup(other, subDaily, spinUpFirst, window, passes, frozen, streams);
  }

  /**
   * The same with everything frozen that the run at the prior decides: tiles without carbon, and
   * what the streams decide.
   *
   * @param prior fluxes of every block at the prior with nothing frozen, in the order of the blocks
   */
  public EvaluationSetup frozenBy(List<BlockFluxes> prior) {
    return withFrozen(FrozenTiles.decide(prior, window.days()))
        .withEach(
            stream ->
                stream.frozenBy(prior.stream().map(block -> block.fit(stream.name())).toList()));
  }
}
