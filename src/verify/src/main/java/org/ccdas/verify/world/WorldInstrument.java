package org.ccdas.verify.world;

import java.io.IOException;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.observe.stream.StreamOperator;

/**
 * Lets one stream of observations look at the synthetic world and leave files of a real format.
 * Instruments are named in {@code META-INF/services/org.ccdas.verify.world.WorldInstrument}.
 */
public interface WorldInstrument {
  /** Name of the stream. */
  String stream();

  /**
   * An instrument that looks at a world.
   *
   * @param operator of observations that have errors but no values yet
   * @param part the stream's part of blocks
   */
  record Ready(StreamOperator operator, BlockPart.Source part) {}

  /**
   * What the instrument would have measured.
   *
   * @param noisy as its files have it
   * @param perfect the same without errors
   */
  record Measured(StreamOperator noisy, StreamOperator perfect) {}

  /** Sets the instrument up. */
  Ready ready(StreamContext context);

  /**
   * Measures, and writes the files.
   *
   * <p>Gives nothing where what was measured stands in files only: such a stream is not part of the
   * evaluations that fit the files.
   *
   * @param folder of the world
   * @param seed of the errors
   * @param ready of {@link #ready}, with everything frozen
   * @param truth what a run at the truth gives
   */
  Optional<Measured> measure(Location folder, long seed, StreamOperator ready, WorldTruth truth)
      throws IOException;
}
