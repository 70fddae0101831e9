package org.ccdas.observe.stream;

import java.util.function.IntFunction;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockLanes;

/**
 * A block as streams see it.
 *
 * @param block cells, tiles and the streams' own parts
 * @param lanes where the tiles are in a run, and which elements of the control vector act on them
 * @param fluxMonths months of the monthly series
 * @param window days of the daily series, and the months that are observed
 * @param unfrozen unfrozen share of the soil of a cell on every day of the window, 0..1
 */
public record BlockView(
    Block block,
    BlockLanes lanes,
    MonthAxis fluxMonths,
    MonthAxis window,
    IntFunction<double[]> unfrozen) {}
