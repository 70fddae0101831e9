package org.ccdas.observe.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.stream.HeldOut;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.observe.stream.TableLines;

/**
 * What all streams of values of cells share. Their settings have the keys {@code assimilate},
 * {@code heldOutYears} and {@code heldOutRegions}.
 *
 * @param <S> the record of the settings
 */
public abstract class LocalStream<S extends Record> implements ObservationStream<S> {
  private final LocalQuantity quantity;
  private final LocalNames names;
  private final List<String> blockKeys;
  private final double typicalError;

  /**
   * A stream.
   *
   * @param blockKeys keys of the settings that say which files are read and how
   * @param typicalError standard error of a value, where none is known
   */
  protected LocalStream(
      LocalQuantity quantity, LocalNames names, List<String> blockKeys, double typicalError) {
    this.quantity = quantity;
    this.names = names;
    this.blockKeys = List.copyOf(blockKeys);
    this.typicalError = typicalError;
  }

  /** What it is called. */
  protected LocalNames names() {
    return names;
  }

  @Override
  public String name() {
    return quantity.stream();
  }

  @Override
  public String title() {
    return names.title();
  }

  @Override
  public ObjectNode blockSettings(ObjectNode settings) {
    return settings.retain(blockKeys);
  }

  @Override
  public Set<String> heldOutKeys() {
    return Set.of("regions");
  }

  @Override
  public void change(ObjectNode settings, boolean assimilated, HeldOut heldOut) {
    settings.put("assimilate", assimilated);
    HeldOut.append(settings, "heldOutYears", heldOut.years());
    HeldOut.append(settings, "heldOutRegions", heldOut.regions());
  }

  /** How observations enter the cost, by all settings that local streams share. */
  protected LocalOperator operator(LocalSettings settings, StreamContext context) {
    return operator(settings.error(), settings.biasTreatment(), settings.use(), context);
  }

  /**
   * How observations enter the cost.
   *
   * @throws org.ccdas.inputs.InputException when a region that is held out is none of the
   *     experiment's
   */
  protected LocalOperator operator(
      LocalError error, BiasTreatment bias, LocalUse use, StreamContext context) {
    RegionNames regions = RegionNames.leading(context.regions(), context.cells());
    regions.requireKnown(
        "observations." + name() + ".heldOutRegions",
        use.heldOutRegions().stream().sorted().toList());
    LocalMisfit misfit =
        LocalMisfit.of(error, bias, regions)
            .withoutYears(use.assimilate() ? use.heldOutYears() : context.windowYears())
            .withoutRegions(use.heldOutRegions());
    return LocalOperator.of(quantity, misfit, context.window());
  }

  /**
   * Observations that are read cell by cell from files while the blocks are prepared.
   *
   * @param source reads those of some cells, from the first to the last day of the window
   */
  protected Observations observations(
      LocalOperator operator, BlockPart.Source source, List<Location> files) {
    return observations(operator, source, files, List.of());
  }

  /**
   * As above, of files that leave something open.
   *
   * @param notes how they are read, for {@link Observations#notes}
   */
  protected Observations observations(
      LocalOperator operator, BlockPart.Source source, List<Location> files, List<String> notes) {
    return new LocalObservations(
        names, operator, source, files, choices(operator), notes, Optional.empty());
  }

  /** What the settings choose, for {@link Observations#choices}. */
  protected List<String> choices(LocalOperator operator) {
    Visibility seen = quantity.visibility();
    LocalError error = operator.misfit().error();
    BiasTreatment bias = operator.misfit().bias();
    String unfrozen =
        seen.leastUnfrozen() > 0
            ? " and an unfrozen share of at least " + TableLines.plain(seen.leastUnfrozen())
            : "";
    return List.of(
        names.title()
            + ": mean of tiles with at most "
            + TableLines.plain(seen.mostSnow())
            + " mm of snow"
            + unfrozen
            + ", where these are "
            + TableLines.plain(seen.leastShare())
            + " of the tiles; decided once at the prior (17.1)",
        names.title()
            + " errors: weight "
            + error.weight()
            + ", correlation "
            + TableLines.plain(error.correlationDays())
            + " days, factor "
            + TableLines.plain(error.factor())
            + ", inflated by "
            + TableLines.plain(error.inflation())
            + " (17.3)",
        names.title()
            + " bias: "
            + bias.kind()
            + ", offset sigma "
            + TableLines.plain(bias.offsetSigma())
            + (names.units().equals("1") ? "" : " " + names.units())
            + ", gain sigma "
            + TableLines.plain(bias.gainSigma())
            + " (17.4)");
  }

  /**
   * Checks that files reach into the window.
   *
   * @param file the first of them, for the message
   * @param first day of the files
   * @param last day of the files
   * @throws InputException when they lie before or after it
   */
  protected static void requireWindow(
      MonthAxis window, Location file, LocalDate first, LocalDate last) {
    if (last.isBefore(window.firstDay()) || first.isAfter(window.lastDay())) {
      throw new InputException(
          file.toString(),
          "variable time",
          "the files reach from "
              + first
              + " to "
              + last
              + ", outside the window "
              + window.first()
              + " to "
              + window.last(),
          "Name the files of the window");
    }
  }

  /** Every cell on every day. */
  @Override
  public Observations everywhere(StreamContext context) {
    MonthAxis window = context.window();
    float error = (float) typicalError;
    LocalMisfit misfit =
        LocalMisfit.of(LocalError.STANDARD, BiasTreatment.STANDARD, RegionNames.globe());
    return new LocalObservations(
        names,
        LocalOperator.of(quantity, misfit, window),
        plan -> {
          ObservedField field =
              ObservedField.daily(plan.cells().size(), window.firstDay(), window.days());
          for (int cell = 0; cell < field.cells(); cell++) {
            Arrays.fill(field.value()[cell], 0);
            Arrays.fill(field.standardError()[cell], error);
          }
          return field;
        },
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Override
  public BlockPart.Format format() {
    return ObservedField::decode;
  }
}
