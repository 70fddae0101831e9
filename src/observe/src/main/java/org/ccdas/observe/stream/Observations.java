package org.ccdas.observe.stream;

import java.util.List;
import java.util.OptionalDouble;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.block.BlockPart;

/** The observations of one stream in one experiment, read. */
public interface Observations {
  /** Name of the stream. */
  String stream();

  /** The files that were read or will be. */
  List<Location> files();

  /** Makes the stream's parts of the blocks. */
  BlockPart.Source source();

  /** How the observations enter the cost; nothing is frozen yet. */
  StreamOperator operator();

  /**
   * The prior of an element of the control vector that has none of its own.
   *
   * @param symbol of the element
   * @return empty when the observations say nothing of it
   */
  OptionalDouble prior(String symbol);

  /** Elements that the stream adds to the control vector, under any numbers. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** How much there is, in a few words: {@code 718 CO2 observations at 10 stations}. */
  String counted();

  /** What the settings choose where the published systems leave it open, a sentence each. */
  List<String> choices();

  /** What the files leave open and how they are read, a sentence each. */
  default List<String> notes() {
    return List.of();
  }

  /** Places to show on a map; none for what is observed everywhere. */
  List<ObservedPlace> places();

  /** Tells in some lines what would be assimilated and what compared with. */
  void preview(TableLines lines);

  /** What became of them in a run. */
  StreamFindings findings(StreamRun run);
}
