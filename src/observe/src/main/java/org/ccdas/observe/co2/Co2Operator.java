package org.ccdas.observe.co2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ccdas.bethy.lane.Dependence;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.control.TileSymbols;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.QuadraticForm;
import org.ccdas.observe.stream.BlockOperator;
import org.ccdas.observe.stream.BlockView;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.transport.Response;
import org.ccdas.transport.ResponseHandle;

/**
 * Monthly CO2 at stations: a summed stream. The share of a block is what its land gives to the
 * concentrations, respiration whose factors are estimated apart; the modelled vector are the
 * concentrations of all stations, station-major, {@code [station * window months + month]}, ppm.
 * The stations of the misfit come first, of which some or all months may be held out; stations that
 * are only modelled may follow.
 *
 * @param term the misfit to the assimilated stations
 * @param background concentrations of all stations by the background fluxes alone, ppm
 * @param factors estimated factors on background fluxes, whose concentrations at factor 1 are in
 *     the background
 */
public record Co2Operator(Co2Term term, double[] background, List<BackgroundFactor> factors)
    implements StreamOperator {
  /** Name of the stream. */
  public static final String NAME = "co2";

  /** Key of the errors of CO2 within a draw; local streams have the following ones. */
  private static final long DRAW = 1;

  /** Background fluxes that are certain. */
  public Co2Operator(Co2Term term, double[] background) {
    this(term, background, List.of());
  }

  /** Checks that observations, background and window fit each other. */
  public Co2Operator {
    factors = new ArrayList<>(factors);
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
    ResponseHandle handle = response.handle();
    return plan -> CellTransport.of(handle.response(), plan);
  }

  /** The same with other observations. */
  public Co2Operator with(Co2Term other) {
    return new Co2Operator(other, background, factors);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<ModelSeries> series() {
    return EnumSet.noneOf(ModelSeries.class);
  }

  /** CO2 sees NEP, the offset of all concentrations, and the background fluxes. */
  @Override
  public Dependence dependence(Parameter parameter) {
    return parameter.symbol().equals(ControlVectorFile.CO2_OFFSET)
            || factors.stream().anyMatch(factor -> factor.symbol().equals(parameter.symbol()))
        ? Dependence.AFFINE
        : TileSymbols.dependence(ModelSeries.NEP, parameter.symbol());
  }

  /**
   * What the land gives to the concentrations without the respiration whose factors are estimated,
   * followed by a column of such respiration for every factor.
   */
  @Override
  public int shareLength(ControlVector control) {
    return background.length * (1 + RespirationColumns.of(control).count());
  }

  /**
   * For every element its derivative, that of a factor being its column; then the derivatives of
   * the columns by pairs of factor and parameter.
   */
  @Override
  public int jacobianLength(ControlVector control) {
    return background.length * (control.size() + RespirationColumns.of(control).pairs());
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

  private RespirationColumns columns(ControlVector control, double[] share) {
    RespirationColumns columns = RespirationColumns.of(control);
    int expected = background.length * (1 + columns.count());
    if (share.length != expected) {
      throw new IllegalArgumentException(
          share.length + " values of concentrations, expected " + expected);
    }
    return columns;
  }

  @Override
  public double[] modelled(ControlVector control, double[] x, double[] share) {
    RespirationColumns columns = columns(control, share);
    double[] physical = control.physical(x);
    int length = background.length;
    double[] concentrations = Arrays.copyOf(share, length);
    // c = c0 + background + land, land = c_base + sum beta_k r_k
    for (int k = 0; k < columns.count(); k++) {
      addColumn(concentrations, physical[columns.element(k)], share, (1 + k) * length);
    }
    // background = sum of all fluxes + sum (f_b - 1) c_b
    for (BackgroundFactor factor : factors) {
      double change = physical[element(control, factor)] - 1;
      addColumn(concentrations, change, factor.concentrations(), 0);
    }
    double offset = physical[offset(control)];
    for (int i = 0; i < length; i++) {
      concentrations[i] = offset + (background[i] + concentrations[i]);
    }
    return concentrations;
  }

  private static int element(ControlVector control, BackgroundFactor factor) {
    return control
        .indexOf(factor.symbol())
        .orElseThrow(
            () -> new IllegalArgumentException("The control vector has no " + factor.symbol()));
  }

  /**
   * Derivative of the concentrations by the physical value of an element that acts outside the
   * blocks; null for another.
   */
  private double[] outside(ControlVector control, int element) {
    String symbol = control.parameter(element).symbol();
    if (symbol.equals(ControlVectorFile.CO2_OFFSET)) {
      double[] ones = new double[background.length];
      Arrays.fill(ones, 1);
      return ones;
    }
    return factors.stream()
        .filter(factor -> factor.symbol().equals(symbol))
        .map(BackgroundFactor::concentrations)
        .findFirst()
        .orElse(null);
  }

  private static void addColumn(double[] sum, double factor, double[] columns, int from) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * columns[from + i];
    }
  }

  @Override
  public double[] modelledTangent(
      ControlVector control, double[] x, double[] direction, double[] share, double[] shareDot) {
    RespirationColumns columns = columns(control, share);
    columns(control, shareDot);
    double[] physical = control.physical(x);
    double[] derivative = control.derivative(x);
    int length = background.length;
    double[] tangent = Arrays.copyOf(shareDot, length);
    // dc = dc0 + sum df_b c_b + dc_base + sum (beta_k dr_k + dbeta_k r_k)
    for (int k = 0; k < columns.count(); k++) {
      int element = columns.element(k);
      addColumn(tangent, physical[element], shareDot, (1 + k) * length);
      addColumn(tangent, derivative[element] * direction[element], share, (1 + k) * length);
    }
    for (BackgroundFactor factor : factors) {
      int element = element(control, factor);
      addColumn(tangent, derivative[element] * direction[element], factor.concentrations(), 0);
    }
    int offset = offset(control);
    double shift = derivative[offset] * direction[offset];
    for (int i = 0; i < length; i++) {
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

  /** Of a column by its factor times that of the concentrations. */
  @Override
  public double[] shareBar(ControlVector control, double[] x, double[] bar) {
    RespirationColumns columns = RespirationColumns.of(control);
    double[] physical = control.physical(x);
    double[] all = Arrays.copyOf(bar, bar.length * (1 + columns.count()));
    for (int k = 0; k < columns.count(); k++) {
      for (int i = 0; i < bar.length; i++) {
        all[(1 + k) * bar.length + i] = physical[columns.element(k)] * bar[i];
      }
    }
    return all;
  }

  @Override
  public QuadraticForm misfit(ControlVector control, double[] x, double[] share, int[] elements) {
    RespirationColumns columns = columns(control, share);
    double[] physical = control.physical(x);
    double[][] whitened = new double[elements.length][];
    for (int k = 0; k < elements.length; k++) {
      int column = columns.column(elements[k]);
      double[] derivative = outside(control, elements[k]);
      if (column >= 0) {
        int from = (1 + column) * background.length;
        derivative = Arrays.copyOfRange(share, from, from + background.length);
      }
      whitened[k] =
          term.whiten(derivative == null ? new double[term.size()] : assimilated(derivative));
    }
    return QuadraticForm.of(
        Arrays.stream(elements).mapToDouble(i -> physical[i]).toArray(),
        term.whitenedMisfit(assimilated(modelled(control, x, share))),
        whitened);
  }

  @Override
  public List<GroupSystem> systems(
      ControlVector control, double[] x, double[] modelled, double[] jacobian) {
    RespirationColumns respiration = RespirationColumns.of(control);
    double[] physical = control.physical(x);
    double[] derivative = control.derivative(x);
    int length = background.length;
    double[][] columns = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      columns[i] = Arrays.copyOfRange(jacobian, i * length, (i + 1) * length);
      double[] outside = outside(control, i);
      if (outside != null) {
        // of no block: dc/dx = 1 dc0/dx, or c_b df/dx
        double slope = derivative[i];
        columns[i] = Arrays.stream(outside).map(value -> slope * value).toArray();
      } else if (respiration.column(i) >= 0) {
        // dc/dx = r_k dbeta/dx
        for (int c = 0; c < length; c++) {
          columns[i][c] *= derivative[i];
        }
      } else {
        // dc/dx = dc_base/dx + sum beta_k dr_k/dx
        for (int k = 0; k < respiration.count(); k++) {
          int pair = respiration.pair(k, i);
          if (pair >= 0) {
            double beta = physical[respiration.element(k)];
            addColumn(columns[i], beta, jacobian, (x.length + pair) * length);
          }
        }
      }
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
        && Arrays.equals(background, that.background)
        && factors.equals(that.factors);
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
