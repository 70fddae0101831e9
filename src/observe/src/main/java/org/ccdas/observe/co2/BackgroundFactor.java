package org.ccdas.observe.co2;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.control.Scope;
import org.ccdas.inputs.control.Transform;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.TransportOperator;

/**
 * A factor on one background flux, prior 1, estimated since the flux is not certain (spec section
 * 16.4).
 *
 * @param parameter the element of the control vector, under any number
 * @param concentrations of all stations by the flux at factor 1, ppm
 */
public record BackgroundFactor(Parameter parameter, double[] concentrations)
    implements Serializable {
  /** Smallest yearly total, as a share of its uncertainty, on which a factor makes sense. */
  private static final double LEAST_TOTAL = 0.1;

  /**
   * The factors on those fluxes that are not certain.
   *
   * @throws InputException when a flux is too small for a factor on it
   */
  static List<BackgroundFactor> of(
      StreamContext.AtmosphericTransport transport,
      BackgroundFluxes fluxes,
      TransportOperator operator) {
    List<BackgroundFactor> factors = new ArrayList<>();
    for (BackgroundFluxes.Component flux : fluxes.components()) {
      double uncertainty = transport.uncertainty(flux.name());
      if (uncertainty > 0) {
        factors.add(
            new BackgroundFactor(
                parameter(flux, fluxes.months(), uncertainty),
                operator.concentrations(flux.flux())));
      }
    }
    return factors;
  }

  /**
   * The element of the control vector: a normal factor around 1.
   *
   * @param uncertainty standard deviation of the yearly total, PgC, above 0
   * @throws InputException when the flux is too small for a factor on it
   */
  static Parameter parameter(
      BackgroundFluxes.Component flux, MonthAxis months, double uncertainty) {
    double total = Math.abs(yearlyTotal(flux, months));
    if (!(total > LEAST_TOTAL * uncertainty)) {
      throw new InputException(
          "the experiment",
          "background " + flux.name() + ", uncertainty",
          "the flux is " + total + " PgC a year, its uncertainty " + uncertainty,
          "A factor cannot stand for that: give a smaller uncertainty, or divide the flux");
    }
    return new Parameter(
        1,
        ControlVectorFile.BACKGROUND_FACTOR + flux.name(),
        Scope.parse("global"),
        1,
        uncertainty / total,
        "-",
        new Transform.Identity(),
        "uncertainty of the background flux in the experiment");
  }

  /** Mean over all months, PgC yr-1. */
  private static double yearlyTotal(BackgroundFluxes.Component flux, MonthAxis months) {
    double mass = 0;
    double years = 0;
    for (int month = 0; month < months.count(); month++) {
      double length = CarbonUnits.years(months, month);
      years += length;
      for (int at = month; at < flux.flux().length; at += months.count()) {
        mass += flux.flux()[at] * length / CarbonUnits.KG_PER_PG;
      }
    }
    return mass / years;
  }

  /** Symbol of the element of the control vector. */
  String symbol() {
    return parameter.symbol();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BackgroundFactor that
        && parameter.equals(that.parameter)
        && Arrays.equals(concentrations, that.concentrations);
  }

  @Override
  public int hashCode() {
    return 31 * parameter.hashCode() + Arrays.hashCode(concentrations);
  }

  @Override
  public String toString() {
    return symbol();
  }
}
