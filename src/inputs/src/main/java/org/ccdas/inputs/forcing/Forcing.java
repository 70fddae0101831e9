package org.ccdas.inputs.forcing;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.ccdas.inputs.grid.Cell;

/** A source of daily weather for any cells and period; travels to workers. */
public interface Forcing extends Serializable {
  /**
   * The weather of these cells on these days.
   *
   * @param cells in the order in which the result has them
   * @param first first day
   * @param last last day, included
   * @throws org.ccdas.inputs.InputException when the source lacks a cell or day, or has an
   *     impossible value
   */
  DailyForcing read(List<Cell> cells, LocalDate first, LocalDate last);

  /** What its files leave open and how they are read, in words. */
  default List<String> notes() {
    return List.of();
  }

  /**
   * What results on this weather must say of it, in plain words; none when nothing was made up.
   *
   * @throws org.ccdas.inputs.InputException when the source must be read for it and is bad
   */
  default List<String> choices(List<Cell> cells) {
    return List.of();
  }
}
