package org.ccdas.autodiff;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** A generated kernel, called through reflection: its interface is generated, too. */
public final class GeneratedKernel {
  public static final int LANES = 64;

  private final Object instance;

  GeneratedKernel(Class<?> type) throws ReflectiveOperationException {
    this.instance = type.getField("INSTANCE").get(null);
  }

  public int inputs() {
    return (int) call("inputs");
  }

  public int outputs() {
    return (int) call("outputs");
  }

  @SuppressWarnings("unchecked")
  public List<String> inputNames() {
    return (List<String>) call("inputNames");
  }

  @SuppressWarnings("unchecked")
  public List<String> outputNames() {
    return (List<String>) call("outputNames");
  }

  public boolean active(int input) {
    return (boolean) call("active", input);
  }

  public int constant(String name) throws ReflectiveOperationException {
    return instance.getClass().getField(name).getInt(null);
  }

  /** Value of each output and lane; lanes not asked for keep NaN. */
  public double[] forward(int lanes, double[] in) {
    double[] out = missing(outputs());
    call("forward", lanes, in, out, workspace());
    return out;
  }

  public double[] tangent(int lanes, double[] in, double[] inDot) {
    double[] outDot = missing(outputs());
    call("tangent", lanes, in, inDot, outDot, workspace());
    return outDot;
  }

  /** Adds to {@code inBar}. */
  public void adjoint(int lanes, double[] in, double[] outBar, double[] inBar) {
    call("adjoint", lanes, in, outBar, inBar, workspace());
  }

  public int partials() {
    return (int) call("partials");
  }

  public int partialOutput(int partial) {
    return (int) call("partialOutput", partial);
  }

  public int partialInput(int partial) {
    return (int) call("partialInput", partial);
  }

  /** Adds to {@code jac}. */
  public void jacobian(int lanes, double[] in, double[] jac) {
    call("jacobian", lanes, in, jac, workspace());
  }

  private double[] workspace() {
    return missing((int) call("workspace"));
  }

  private static double[] missing(int slots) {
    double[] array = new double[slots * LANES];
    Arrays.fill(array, Double.NaN);
    return array;
  }

  private Object call(String name, Object... arguments) {
    for (Method method : instance.getClass().getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
        try {
          return method.invoke(instance, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
          throw new AssertionError("calling " + name, e);
        }
      }
    }
    throw new AssertionError("no method " + name);
  }
}
