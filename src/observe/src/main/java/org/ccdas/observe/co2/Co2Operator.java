package org.ccdas.observe.co2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.stream.BlockOperator;
import org.ccdas.observe.stream.BlockView;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.transport.Response;

/**
 * Monthly CO2 at stations: a summed stream. The share of a block is what its land gives to the
 * concentrations; the modelled vector are the concentrations of all stations, station-major, {@code
 * [station * window months + month]}, ppm. The stations of the misfit come first, of which some or
 * all months may be held out; stations that are only modelled may follow.
 *
 * @param term the misfit to the assimilated stations
 * @param background concentrations of all stations by the background fluxes alone, ppm
 */
public record Co2Operator(Co2Term term, double[] background) implements StreamOperator {
  /** Name of the stream. */
  public static final String NAME = "co2";

  /** Key of the errors of CO2 within a draw; local streams have the following ones. */
  private static final long DRAW = 1;

  /** Checks that observations, background and window fit each other. */
  public Co2Operator {
    int months = term.window().count();
    if (background.length % months != 0 || background.length < term.size()) {
      throw new IllegalArgumentException(
          "Background of "
              + background.length
              + " values for "
              + term.size()
              + " of the assimilated stations and "
              + months
              + " months");
    }
  }

  /**
   * The part of CO2 in blocks.
   *
   * @param response of all stations to all transport regions
   */
  public static BlockPart.Source source(Response response) {
    return plan -> CellTransport.of(response, plan);
  }

  /** The same with other observations. */
  public Co2Operator with(Co2Term other) {
    return new Co2Operator(other, background);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<ModelSeries> series() {
    return EnumSet.noneOf(ModelSeries.class);
  }

  @Override
  public int shareLength() {
    return background.length;
  }

  @Override
  public int jacobianLength(int parameters) {
    return parameters * background.length;
  }

  @Override
  public BlockOperator on(BlockView block) {
    return new Co2Block(block);
  }

  private static int offset(ControlVector control) {
    OptionalInt index = control.indexOf(ControlVectorFile.CO2_OFFSET);
    return index.orElseThrow(
        () ->
            new IllegalArgumentException(
                "The control vector has no offset " + ControlVectorFile.CO2_OFFSET));
  }

  private void requireLength(double[] values) {
    if (values.length != background.length) {
      throw new IllegalArgumentException(
          values.length + " values, expected " + background.length + " concentrations");
    }
  }

  @Override
  public double[] modelled(ControlVector control, double[] x, double[] share) {
    requireLength(share);
    double[] concentrations = new double[background.length];
    // c = c0 + background + land
    double offset = control.physical(x)[offset(control)];
    for (int i = 0; i < concentrations.length; i++) {
      concentrations[i] = offset + (background[i] + share[i]);
    }
    return concentrations;
  }

  @Override
  public double[] modelledTangent(
      ControlVector control, double[] x, double[] direction, double[] share) {
    requireLength(share);
    int offset = offset(control);
    // dc = dc0/dx dx + dland
    double shift = control.derivative(x)[offset] * direction[offset];
    double[] tangent = share.clone();
    for (int i = 0; i < tangent.length; i++) {
      tangent[i] += shift;
    }
    return tangent;
  }

  /** The stations that the misfit sees. */
  double[] assimilated(double[] concentrations) {
    return Arrays.copyOf(concentrations, term.size());
  }

  @Override
  public double cost(double[] modelled) {
    return term.value(assimilated(modelled));
  }

  /** Zero at stations held out. */
  @Override
  public double[] bar(double[] modelled) {
    return Arrays.copyOf(term.gradient(assimilated(modelled)), background.length);
  }

  @Override
  public void addGradient(ControlVector control, double[] x, double[] bar, double[] gradient) {
    int offset = offset(control);
    double sum = 0;
    for (double element : bar) {
      sum += element;
    }
    gradient[offset] += control.derivative(x)[offset] * sum;
  }

  @Override
  public List<GroupSystem> systems(
      ControlVector control, double[] x, double[] modelled, double[] jacobian) {
    int length = background.length;
    double[][] columns = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      double[] direction = new double[x.length];
      direction[i] = 1;
      double[] share = Arrays.copyOfRange(jacobian, i * length, (i + 1) * length);
      columns[i] = modelledTangent(control, x, direction, share);
    }
    return term.normalSystems(assimilated(modelled), columns);
  }

  @Override
  public Co2Operator frozenBy(List<byte[]> prior) {
    return this;
  }

  @Override
  public Co2Operator observing(double[] modelled, OptionalLong seed) {
    if (term.stations().isEmpty()) {
      return this;
    }
    NormalStream noise = seed.isPresent() ? NormalStream.of(seed.getAsLong(), DRAW) : null;
    List<StationObservations> observed = new ArrayList<>();
    for (StationObservations station : term.stations()) {
      int months = station.window().count();
      int from = observed.size() * months;
      double[] value = new double[months];
      Arrays.fill(value, Double.NaN);
      int[] with = station.months();
      double[] errors = new double[with.length];
      if (noise != null) {
        errors = term.error().whitening(station).colour(noise.next(with.length));
      }
      for (int k = 0; k < with.length; k++) {
        // d = c(x_t) + e
        value[with[k]] = modelled[from + with[k]] + errors[k];
      }
      observed.add(station.withValues(value));
    }
    return with(new Co2Term(observed, term.error()));
  }

  @Override
  public Co2Operator unbiased() {
    return this;
  }

  @Override
  public void requireObservable() {
    // any truth gives concentrations
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Co2Operator that
        && term == that.term
        && Arrays.equals(background, that.background);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(background);
  }

  @Override
  public String toString() {
    return "CO2 of " + background.length / term.window().count() + " stations";
  }
}
