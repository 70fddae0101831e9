package org.ccdas.inputs.control;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.random.NormalStream;

/**
 * The parameters that are estimated, in order. Element i of a vector x belongs to the parameter of
 * number i + 1. Spec section 18. Immutable.
 *
 * @param parameters numbered 1, 2, ... without gaps; no two set the same property of one tile
 */
public record ControlVector(List<Parameter> parameters) implements Serializable {
  /** Truths are drawn within this many prior standard deviations. */
  public static final double DRAW_LIMIT = 3;

  /** Checks numbering and scopes. */
  public ControlVector {
    parameters = List.copyOf(parameters);
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("A control vector needs at least one parameter");
    }
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (parameter.number() != i + 1) {
        throw new IllegalArgumentException(
            parameter.label() + " has number " + parameter.number() + ", expected " + (i + 1));
      }
      for (Parameter earlier : parameters.subList(0, i)) {
        if (parameter.collidesWith(earlier)) {
          throw new IllegalArgumentException(
              parameter.label() + " and " + earlier.label() + " overlap");
        }
      }
    }
  }

  /** Number of parameters n. */
  public int size() {
    return parameters.size();
  }

  /** The parameter of element {@code index}, 0..n-1. */
  public Parameter parameter(int index) {
    return parameters.get(index);
  }

  /** Index of the only parameter of this symbol; empty when there is none. */
  public OptionalInt indexOf(String symbol) {
    List<Parameter> found =
        parameters.stream().filter(parameter -> parameter.symbol().equals(symbol)).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(symbol + " stands for " + found.size() + " parameters");
    }
    return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0).number() - 1);
  }

  /** This control vector with another prior for the only parameter of this symbol. */
  public ControlVector withPrior(String symbol, double value) {
    int index =
        indexOf(symbol)
            .orElseThrow(() -> new IllegalArgumentException("There is no parameter " + symbol));
    List<Parameter> changed = new ArrayList<>(parameters);
    changed.set(index, parameters.get(index).withPrior(value));
    return new ControlVector(changed);
  }

  /** This control vector followed by others, numbered anew. */
  public ControlVector with(List<Parameter> others) {
    List<Parameter> all = new ArrayList<>(parameters);
    others.forEach(parameter -> all.add(parameter.withNumber(all.size() + 1)));
    return new ControlVector(all);
  }

  /** The parameters that are wanted, numbered anew; the others keep their table values. */
  public ControlVector select(Predicate<Parameter> wanted) {
    List<Parameter> kept = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (wanted.test(parameter)) {
        kept.add(parameter.withNumber(kept.size() + 1));
      }
    }
    return new ControlVector(kept);
  }

  /** Physical values p(x), each in the unit of its parameter. */
  public double[] physical(double[] x) {
    return map(x, Parameter::value);
  }

  /** dp/dx, the diagonal of the Jacobian of {@link #physical}. */
  public double[] derivative(double[] x) {
    return map(x, Parameter::derivative);
  }

  /** The x of physical values. */
  public double[] inverse(double[] p) {
    return map(p, Parameter::inverse);
  }

  /**
   * Lower end of the asymmetric range of the physical values, p(x - s). Spec section 18.5.
   *
   * @param s standard deviations of x, not below 0
   */
  public double[] lowerRange(double[] x, double[] s) {
    return physical(moved(x, s, -1));
  }

  /** Upper end of the asymmetric range of the physical values, p(x + s). */
  public double[] upperRange(double[] x, double[] s) {
    return physical(moved(x, s, 1));
  }

  /**
   * A truth for a twin experiment: every element from N(0, 1), numbers beyond {@value #DRAW_LIMIT}
   * skipped. Each parameter has a stream of its own ({@link NormalStream}, seeded by the 64-bit
   * FNV-1a hash of its label, exclusive-or the seed), so that leaving out a parameter changes no
   * other.
   */
  public double[] draw(long seed) {
    double[] x = new double[size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = new NormalStream(seed ^ hash(parameters.get(i).label())).nextWithin(DRAW_LIMIT);
    }
    return x;
  }

  /**
   * SHA-256 over all that determines p(x): order, symbols, scopes, priors, sigmas, transforms.
   * Results of control vectors with different digests must not be mixed.
   */
  public String digest() {
    MessageDigest sha = DigestUtils.getSha256Digest();
    for (Parameter p : parameters) {
      String text = p.label() + "|" + p.transform().text() + "\n";
      sha.update(text.getBytes(StandardCharsets.UTF_8));
      sha.update(ByteBuffer.allocate(16).putDouble(p.prior()).putDouble(p.sigma()).array());
    }
    return Hex.encodeHexString(sha.digest());
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  private double[] moved(double[] x, double[] s, int sign) {
    requireLength(x);
    requireLength(s);
    double[] moved = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (!(s[i] >= 0)) {
        throw new IllegalArgumentException("Standard deviation " + s[i] + " at index " + i);
      }
      moved[i] = x[i] + sign * s[i];
    }
    return moved;
  }

  private double[] map(double[] values, ToDoubleBiFunction<Parameter, Double> function) {
    requireLength(values);
    double[] mapped = new double[values.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = function.applyAsDouble(parameters.get(i), values[i]);
    }
    return mapped;
  }

  private void requireLength(double[] values) {
    if (values.length != size()) {
      throw new IllegalArgumentException(
          values.length + " values for a control vector of " + size() + " parameters");
    }
  }
}
