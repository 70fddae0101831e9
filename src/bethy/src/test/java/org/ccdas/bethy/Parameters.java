package org.ccdas.bethy;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.SplittableRandom;
import org.ccdas.bethy.process.TileParameters;

/** Parameter sets of tests: one value changed, or all drawn far from the prior. */
public final class Parameters {
  /**
   * Standard deviations and transforms of the parameters with a fixed prior. Spec section 18.1.
   * Those of a plant type follow by share: Vm25 20, aJV 5 percent, and so on.
   */
  private static final Map<String, Spread> SPREADS =
      Map.ofEntries(
          Map.entry("vm25", Spread.log(0, 0.2)),
          Map.entry("ajv", Spread.relative(0.05)),
          Map.entry("alphaQ", Spread.relative(0.05)),
          Map.entry("alphaI", Spread.relative(0.05)),
          Map.entry("kc25", Spread.relative(0.05)),
          Map.entry("ko25", Spread.relative(0.05)),
          Map.entry("gammaSlope", Spread.relative(0.05)),
          Map.entry("eKc", Spread.relative(0.05)),
          Map.entry("eKo", Spread.relative(0.05)),
          Map.entry("eVm", Spread.relative(0.05)),
          Map.entry("eK", Spread.relative(0.05)),
          Map.entry("eRd", Spread.relative(0.05)),
          Map.entry("leafShare", Spread.logit(0, 1, 0.25)),
          Map.entry("growthCost", Spread.relative(0.05)),
          Map.entry("q10Fast", Spread.log(1, 0.5)),
          Map.entry("q10Slow", Spread.log(1, 0.5)),
          Map.entry("fastRate", Spread.log(0, 0.6)),
          Map.entry("kappa", Spread.log(0, 1)),
          Map.entry("slowShare", Spread.logit(0, 1, 1)),
          Map.entry("beta", Spread.log(0, 0.25)),
          Map.entry("maximumLai", Spread.relative(0.05)),
          Map.entry("leafOnsetTemperature", Spread.absolute(1)),
          Map.entry("leafOnsetRange", Spread.log(0, 0.2)),
          Map.entry("leafSheddingDaylength", Spread.absolute(0.5)),
          Map.entry("leafSheddingRange", Spread.log(0, 0.2)),
          Map.entry("leafGrowthRate", Spread.log(0, 0.2)),
          Map.entry("leafSheddingRate", Spread.log(0.002, 0.5)),
          Map.entry("droughtTolerance", Spread.log(0, 0.5)),
          Map.entry("storageScale", Spread.log(0, 0.25)),
          Map.entry("bScale", Spread.log(0, 0.1)),
          Map.entry("conductivityScale", Spread.log(0, 1)),
          Map.entry("evaporationExponent", Spread.log(0, 0.25)),
          Map.entry("supplyRate", Spread.log(0, 0.2)),
          Map.entry("humidityRise", Spread.logit(0, 1, 0.2)),
          Map.entry("unstressedCi", Spread.logit(0.5, 0.95, 0.0625)));

  private Parameters() {}

  /** The parameters with one of them, by the name of its component, set to a value. */
  public static TileParameters with(TileParameters p, String name, double value) {
    double[] values = values(p);
    values[index(name)] = value;
    return of(values);
  }

  /** All parameters at control values drawn evenly within -limit..limit. */
  public static TileParameters random(TileParameters prior, double limit, SplittableRandom random) {
    double[] values = values(prior);
    RecordComponent[] components = TileParameters.class.getRecordComponents();
    for (int i = 0; i < values.length; i++) {
      Spread spread = SPREADS.get(components[i].getName());
      values[i] = spread.at(values[i], (2 * random.nextDouble() - 1) * limit);
    }
    return of(values);
  }

  /** The values in the order of the components. */
  public static double[] values(TileParameters p) {
    RecordComponent[] components = TileParameters.class.getRecordComponents();
    double[] values = new double[components.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = (double) components[i].getAccessor().invoke(p);
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return values;
  }

  private static TileParameters of(double[] values) {
    Object[] arguments = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      arguments[i] = values[i];
    }
    try {
      return (TileParameters)
          TileParameters.class.getDeclaredConstructors()[0].newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static int index(String name) {
    RecordComponent[] components = TileParameters.class.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getName().equals(name)) {
        return i;
      }
    }
    throw new AssertionError("no parameter " + name);
  }

  /** A parameter as a function of its prior value and of its control value. Spec section 18.2. */
  @FunctionalInterface
  private interface Spread {
    double at(double prior, double x);

    static Spread absolute(double sigma) {
      return (prior, x) -> prior + sigma * x;
    }

    static Spread relative(double share) {
      return (prior, x) -> prior * (1 + share * x);
    }

    static Spread log(double bound, double share) {
      return (prior, x) ->
          bound + (prior - bound) * Math.pow(1 + share * prior / (prior - bound), x);
    }

    static Spread logit(double low, double high, double share) {
      return (prior, x) -> {
        double middle = logit((prior - low) / (high - low));
        double one = logit((prior * (1 + share) - low) / (high - low));
        return low + (high - low) / (1 + Math.exp(-middle - (one - middle) * x));
      };
    }

    private static double logit(double p) {
      return Math.log(p / (1 - p));
    }
  }
}
