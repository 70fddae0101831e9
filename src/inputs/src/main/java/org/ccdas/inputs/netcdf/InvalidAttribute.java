package org.ccdas.inputs.netcdf;

/** An attribute that cannot be understood. */
final class InvalidAttribute extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String attribute;

  InvalidAttribute(String attribute, String problem, Throwable cause) {
    super(problem, cause);
    this.attribute = attribute;
  }

  /** Name of the attribute, with which the message goes on. */
  String attribute() {
    return attribute;
  }
}
