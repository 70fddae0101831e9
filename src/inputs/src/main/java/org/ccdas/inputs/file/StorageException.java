package org.ccdas.inputs.file;

import java.io.IOException;

/**
 * A storage cannot be reached or refuses, after all attempts. The file itself may be as it should,
 * which tells this from an {@link org.ccdas.inputs.InputException}. The command line prints message
 * and remedy and exits with 1.
 */
public final class StorageException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What a user can do about it. */
  public static final String REMEDY =
      "Check the address, the network and the credentials, then run again";

  /**
   * @param place that was to be reached
   * @param problem what is wrong, in one sentence without a closing full stop
   * @param cause may be null
   */
  public StorageException(Location place, String problem, Throwable cause) {
    super(place + ": " + problem, cause);
  }
}
