package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.QuadraticForm;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.observe.stream.StreamValue;

/** Closes an evaluation after the sum over blocks: the prior and the misfit of every stream. */
public final class CostClosure {
  private final EvaluationSetup setup;

  /** A closure of this setup. */
  public CostClosure(EvaluationSetup setup) {
    this.setup = setup;
  }

  /** Parts of a vector that hold the streams one after the other. */
  private static final class Parts {
    private final double[] vector;
    private int at;

    Parts(double[] vector, int expected) {
      if (vector.length != expected) {
        throw new IllegalArgumentException(vector.length + " values, expected " + expected);
      }
      this.vector = vector;
    }

    double[] next(int length) {
      at += length;
      return Arrays.copyOfRange(vector, at - length, at);
    }
  }

  private Parts shares(double[] blockSum) {
    return new Parts(blockSum, setup.shareLength());
  }

  private double[] next(Parts shares, StreamOperator stream) {
    return shares.next(stream.shareLength(setup.control()));
  }

  private Map<String, StreamValue> values(double[] x, double[] blockSum) {
    Parts shares = shares(blockSum);
    Map<String, StreamValue> values = new LinkedHashMap<>();
    for (StreamOperator stream : setup.streams()) {
      double[] modelled = stream.modelled(setup.control(), x, next(shares, stream));
      values.put(stream.name(), new StreamValue(stream.cost(modelled), modelled));
    }
    return values;
  }

  /** The misfit of all streams as a function of elements that they see linearly at most. */
  private QuadraticForm misfit(double[] x, double[] blockSum, int[] elements) {
    Parts shares = shares(blockSum);
    double[] physical = setup.control().physical(x);
    double[] reference = Arrays.stream(elements).mapToDouble(i -> physical[i]).toArray();
    QuadraticForm sum = QuadraticForm.constant(reference, 0);
    for (StreamOperator stream : setup.streams()) {
      sum = sum.plus(stream.misfit(setup.control(), x, next(shares, stream), elements));
    }
    return sum;
  }

  /**
   * Where a candidate is evaluated: with the elements that it leaves to the evaluation counted from
   * their best, which depends on the other elements only.
   *
   * @param blockSum sum of the blocks' {@link BlockEvaluator.Run#share shares}
   */
  double[] point(Candidate candidate, double[] blockSum) {
    Elimination elimination = candidate.elimination();
    if (elimination == null) {
      return candidate.x();
    }
    int[] elements = elimination.elements();
    double[] prior = elimination.atBest(candidate.x());
    QuadraticForm misfit = misfit(prior, blockSum, elements);
    List<Parameter> parameters =
        Arrays.stream(elements).mapToObj(i -> setup.control().parameter(i)).toList();
    double[] best = new LinearMinimum(parameters, misfit, elimination.bound()).elements();
    return elimination.with(prior, MathArrays.ebeAdd(best, elimination.eliminated(candidate.x())));
  }

  /**
   * The evaluation that a candidate wants.
   *
   * @param blockSum sum of the blocks' {@link BlockEvaluator.Run#share shares}
   * @param derivatives sum of what the blocks give besides: their gradients or Jacobians, as the
   *     candidate wants; null for the cost alone
   */
  public Evaluation evaluation(Candidate candidate, double[] blockSum, double[] derivatives) {
    int id = candidate.id();
    double[] x = point(candidate, blockSum);
    return switch (candidate.wanted()) {
      case COST -> cost(id, x, blockSum);
      case GRADIENT -> gradient(id, x, blockSum, derivatives);
      case HESSIAN -> hessian(id, x, blockSum, derivatives);
    };
  }

  /**
   * Derivative of the cost by the sum of the shares, which the adjoint of every block takes.
   *
   * @param blockSum sum of the blocks' shares
   */
  public double[] shareBar(Candidate candidate, double[] blockSum) {
    return shareBar(point(candidate, blockSum), blockSum);
  }

  /**
   * The cost alone.
   *
   * @param id of the candidate
   * @param x control vector
   * @param blockSum sum of the blocks' {@link BlockEvaluator.Run#share shares}
   */
  public Evaluation cost(int id, double[] x, double[] blockSum) {
    return new Evaluation(id, x, new PriorTerm(x.length).value(x), values(x, blockSum), null, null);
  }

  /**
   * Derivative of the cost by the sum of the shares, which the adjoint of every block takes.
   *
   * @param x control vector
   * @param blockSum sum of the blocks' shares
   */
  public double[] shareBar(double[] x, double[] blockSum) {
    Map<String, StreamValue> values = values(x, blockSum);
    double[] bar = new double[setup.shareLength()];
    int at = 0;
    for (StreamOperator stream : setup.streams()) {
      double[] modelled = values.get(stream.name()).modelled();
      double[] part = stream.shareBar(setup.control(), x, stream.bar(modelled));
      System.arraycopy(part, 0, bar, at, part.length);
      at += part.length;
    }
    return bar;
  }

  /**
   * Cost and gradient.
   *
   * @param id of the candidate
   * @param x control vector
   * @param blockSum sum of the blocks' shares
   * @param gradients sum of the blocks' gradients
   */
  public Evaluation gradient(int id, double[] x, double[] blockSum, double[] gradients) {
    double[] gradient = new PriorTerm(x.length).gradient(x);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += gradients[i];
    }
    Parts shares = shares(blockSum);
    double[] derivative = setup.control().derivative(x);
    for (StreamOperator stream : setup.streams()) {
      int[] linear = LinearElements.of(setup.control(), List.of(stream));
      double[] slope = stream.misfit(setup.control(), x, next(shares, stream), linear).gradient();
      for (int k = 0; k < linear.length; k++) {
        // dJ/dx = dJ/dp dp/dx
        gradient[linear[k]] += slope[k] * derivative[linear[k]];
      }
    }
    return new Evaluation(
        id, x, new PriorTerm(x.length).value(x), values(x, blockSum), gradient, null);
  }

  /**
   * The evaluation with the Gauss-Newton Hessian.
   *
   * @param id of the candidate
   * @param x control vector
   * @param blockSum sum of the blocks' shares
   * @param jacobians sum of the blocks' {@link BlockEvaluator.Linearised#jacobian}
   */
  public Evaluation hessian(int id, double[] x, double[] blockSum, double[] jacobians) {
    Map<String, StreamValue> values = values(x, blockSum);
    Parts parts =
        new Parts(
            jacobians,
            setup.streams().stream()
                .mapToInt(stream -> stream.jacobianLength(setup.control()))
                .sum());
    List<GroupSystem> groups = new ArrayList<>();
    for (StreamOperator stream : setup.streams()) {
      groups.addAll(
          stream.systems(
              setup.control(),
              x,
              values.get(stream.name()).modelled(),
              parts.next(stream.jacobianLength(setup.control()))));
    }
    NormalSystem normal = new NormalSystem(x.length, groups);
    return new Evaluation(
        id, x, new PriorTerm(x.length).value(x), values, normal.gradientWithPrior(x), normal);
  }

  /**
   * Tangents of the modelled vectors of the streams.
   *
   * @param x control vector
   * @param direction direction of x
   * @param blockSum sum of the blocks' shares
   * @param tangents sum of the tangents of the blocks' shares
   */
  public Map<String, double[]> modelledTangent(
      double[] x, double[] direction, double[] blockSum, double[] tangents) {
    Parts shares = shares(blockSum);
    Parts dots = shares(tangents);
    Map<String, double[]> modelled = new LinkedHashMap<>();
    ControlVector control = setup.control();
    for (StreamOperator stream : setup.streams()) {
      double[] share = next(shares, stream);
      double[] dot = next(dots, stream);
      modelled.put(stream.name(), stream.modelledTangent(control, x, direction, share, dot));
    }
    return modelled;
  }

  /**
   * Tangent of the cost.
   *
   * @param x control vector
   * @param direction direction of x
   * @param blockSum sum of the blocks' shares
   * @param tangents sum of the tangents of the blocks' shares
   */
  public double tangent(double[] x, double[] direction, double[] blockSum, double[] tangents) {
    Map<String, StreamValue> values = values(x, blockSum);
    Map<String, double[]> dots = modelledTangent(x, direction, blockSum, tangents);
    double sum = 0;
    // dJ = x' dx + sum (dJ_s/dm)' dm
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * direction[i];
    }
    for (StreamOperator stream : setup.streams()) {
      double[] bar = stream.bar(values.get(stream.name()).modelled());
      double[] dot = dots.get(stream.name());
      for (int i = 0; i < dot.length; i++) {
        sum += bar[i] * dot[i];
      }
    }
    return sum;
  }
}
