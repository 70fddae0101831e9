package org.ccdas.evaluate.reference;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.time.MonthAxis;

/**
 * A collection of independent data: how its files are recognised, and what sign, unit and content
 * their numbers have. Implementations are found through {@link java.util.ServiceLoader}: a jar on
 * the classpath names them in {@code META-INF/services/}, followed by the name of this interface.
 * They have no state.
 */
public interface ReferenceDataset {
  /** Name for files and messages, such as {@code gcb2020}. */
  String name();

  /** What it is, with its source, for people. */
  String title();

  /**
   * Whether it reads a file of this name.
   *
   * @param fileName without folders
   */
  boolean reads(String fileName);

  /**
   * Reads files that it recognised. Series may be longer than the window of the run; what lies
   * outside is not compared.
   *
   * @param files at least one
   * @param cells land cells of the run, onto which a gridded flux is brought
   * @param window of the run
   * @throws InputException when a file is not what its name says
   */
  ReferenceData read(List<Location> files, List<Cell> cells, MonthAxis window);
}
