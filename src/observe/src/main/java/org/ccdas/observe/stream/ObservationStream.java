package org.ccdas.observe.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.ccdas.observe.block.BlockPart;

/**
 * A kind of observations that runs can assimilate or compare with. The system loops over the kinds
 * that {@link ObservationStreams} finds, named in {@code
 * META-INF/services/org.ccdas.observe.stream.ObservationStream}, and knows none by name. {@code
 * docs/adding-a-stream.md} adds one.
 *
 * @param <S> the settings below {@code observations.NAME} of an experiment file: a record whose
 *     components have {@link org.ccdas.inputs.setting.Setting}
 */
public interface ObservationStream<S extends Record> {
  /** Name, as it stands in experiment files and results, for example {@code co2}. */
  String name();

  /** What it is, for people, for example {@code flask CO2}. */
  String title();

  /** The record of its settings. */
  Class<S> settings();

  /**
   * The part of the settings that the blocks depend on: what becomes of the observations in the
   * cost does not belong to it.
   *
   * @param settings the complete tree of the settings; may be changed
   */
  ObjectNode blockSettings(ObjectNode settings);

  /** The keys of {@link HeldOut} that mean something to the stream besides {@code years}. */
  Set<String> heldOutKeys();

  /**
   * Changes settings to those of a member of a comparison.
   *
   * @param settings the complete tree of the base's settings, changed
   * @param assimilated whether the member assimilates the stream, or only compares with it
   * @param heldOut what the member holds out, nothing where it does not assimilate the stream; a
   *     stream takes what concerns it
   * @throws org.ccdas.inputs.setting.InvalidSetting with a key of {@code heldOut}, when that makes
   *     no sense with these settings
   */
  void change(ObjectNode settings, boolean assimilated, HeldOut heldOut);

  /**
   * Reads the observations of an experiment.
   *
   * @throws org.ccdas.inputs.InputException when a file is missing or bad
   */
  Observations read(S settings, StreamContext context);

  /**
   * Observations everywhere that the stream could have some, of no values yet: for checks of
   * derivatives, benchmarks and twins, which let a truth give them by {@link
   * StreamOperator#observing} and {@link BlockOperator#observed}.
   */
  Observations everywhere(StreamContext context);

  /** Reads its parts of block files. */
  BlockPart.Format format();
}
