package org.ccdas.observe.normal;

import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;

/**
 * The observations' share of cost, gradient and Gauss-Newton Hessian at one control vector, by
 * group. The prior, N(0, I), is not among the groups: {@link #hessianWithPrior} and {@link
 * #gradientWithPrior} add it. Sums run over the groups in their order, so that the same groups give
 * the same bits. Spec sections 18.5 and 18.10.
 *
 * @param parameters n, number of parameters
 * @param groups sorted; no group twice
 */
public record NormalSystem(int parameters, List<GroupSystem> groups) implements Serializable {
  /** Sorts the groups and checks that they fit each other. */
  public NormalSystem {
    groups = groups.stream().sorted((a, b) -> a.group().compareTo(b.group())).toList();
    for (int k = 0; k < groups.size(); k++) {
      GroupSystem group = groups.get(k);
      if (group.gradient().length != parameters) {
        throw new IllegalArgumentException(
            group.group().label()
                + " has "
                + group.gradient().length
                + " of "
                + parameters
                + " parameters");
      }
      if (k > 0 && groups.get(k - 1).group().equals(group.group())) {
        throw new IllegalArgumentException(group.group().label() + " is there twice");
      }
    }
  }

  /** The misfit of all observations, sum J_k. */
  public double cost() {
    double sum = 0;
    for (GroupSystem group : groups) {
      sum += group.cost();
    }
    return sum;
  }

  /** Gradient of the misfit of all observations, sum g_k; n values. */
  public double[] gradient() {
    double[] sum = new double[parameters];
    for (GroupSystem group : groups) {
      for (int i = 0; i < parameters; i++) {
        sum[i] += group.gradient()[i];
      }
    }
    return sum;
  }

  /** The data Hessian, sum H_k, {@link LowerTriangle packed}. */
  public double[] hessian() {
    double[] sum = new double[LowerTriangle.length(parameters)];
    for (GroupSystem group : groups) {
      LowerTriangle.add(sum, 1, group.hessian());
    }
    return sum;
  }

  /**
   * Gradient of the cost with the prior, x + sum g_k; n values.
   *
   * @param x control vector at which the system was made, n values
   */
  public double[] gradientWithPrior(double[] x) {
    double[] sum = gradient();
    for (int i = 0; i < parameters; i++) {
      sum[i] += x[i];
    }
    return sum;
  }

  /** Hessian of the cost with the prior, I + sum H_k, {@link LowerTriangle packed}. */
  public double[] hessianWithPrior() {
    double[] sum = hessian();
    LowerTriangle.addDiagonal(sum, parameters, 1);
    return sum;
  }

  /** The groups that meet a condition. */
  public NormalSystem where(Predicate<ObservationGroup> condition) {
    return new NormalSystem(
        parameters, groups.stream().filter(group -> condition.test(group.group())).toList());
  }

  /** Whether all numbers are finite. */
  public boolean isFinite() {
    return groups.stream().allMatch(GroupSystem::isFinite);
  }
}
