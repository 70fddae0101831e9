package org.ccdas.transport;

import java.io.Serializable;

/** What of a response travels to workers, and gives it there. */
public interface ResponseHandle extends Serializable {
  /**
   * The response.
   *
   * @throws org.ccdas.inputs.InputException when its file cannot be read any more, or has changed
   */
  Response response();
}
