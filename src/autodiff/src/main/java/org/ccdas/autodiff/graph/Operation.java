package org.ccdas.autodiff.graph;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * What a {@link Node} does. Literals are folded with {@link StrictMath}, so that the generated text
 * is the same on every machine.
 */
public enum Operation {
  /** A literal double. */
  CONSTANT,
  /** An element of an input array; see {@link Input}. */
  INPUT,
  /** A call of a registered intrinsic; see {@link IntrinsicCall}. */
  CALL,
  /** Operands: condition, value where it holds, value elsewhere. Both values are evaluated. */
  SELECT,

  /** x + y. */
  ADD(Double::sum),
  /** x - y. */
  SUBTRACT((x, y) -> x - y),
  /** x y. */
  MULTIPLY((x, y) -> x * y),
  /** x / y. */
  DIVIDE((x, y) -> x / y),
  /** -x. */
  NEGATE(x -> -x),

  /** Smooth functions of {@link Math}. */
  EXP(StrictMath::exp),
  /** Natural logarithm. */
  LOG(StrictMath::log),
  /** Square root. */
  SQRT(StrictMath::sqrt),
  /** Cube root. */
  CBRT(StrictMath::cbrt),
  /** Sine. */
  SIN(StrictMath::sin),
  /** Cosine. */
  COS(StrictMath::cos),
  /** Tangent. */
  TAN(StrictMath::tan),
  /** Hyperbolic tangent. */
  TANH(StrictMath::tanh),
  /** Inverse tangent. */
  ATAN(StrictMath::atan),
  /** exp(x) - 1. */
  EXPM1(StrictMath::expm1),
  /** log(1 + x). */
  LOG1P(StrictMath::log1p),

  /** Functions with a kink or a pole of the derivative: only of inputs without a derivative. */
  ABS(StrictMath::abs, true),
  /** Largest integer not above x. */
  FLOOR(StrictMath::floor, true),
  /** Smallest integer not below x. */
  CEIL(StrictMath::ceil, true),
  /** Inverse sine. */
  ASIN(StrictMath::asin, true),
  /** Inverse cosine. */
  ACOS(StrictMath::acos, true),
  /** Smaller of two. */
  MIN(StrictMath::min, true),
  /** Larger of two. */
  MAX(StrictMath::max, true),
  /** Angle of the point (y, x). */
  ATAN2(StrictMath::atan2, true),

  /** The condition that always holds. */
  TRUE,
  /** The condition that never holds. */
  FALSE,
  /** x &lt; y. */
  LESS,
  /** x &lt;= y. */
  LESS_OR_EQUAL,
  /** x == y. */
  EQUAL,
  /** Both conditions hold. */
  AND,
  /** One of two conditions holds, or both. */
  OR,
  /** The condition does not hold. */
  NOT;

  private final DoubleUnaryOperator unary;
  private final DoubleBinaryOperator binary;
  private final boolean kinked;

  Operation() {
    this(null, null, false);
  }

  Operation(DoubleUnaryOperator unary) {
    this(unary, null, false);
  }

  Operation(DoubleBinaryOperator binary) {
    this(null, binary, false);
  }

  Operation(DoubleUnaryOperator unary, boolean kinked) {
    this(unary, null, kinked);
  }

  Operation(DoubleBinaryOperator binary, boolean kinked) {
    this(null, binary, kinked);
  }

  Operation(DoubleUnaryOperator unary, DoubleBinaryOperator binary, boolean kinked) {
    this.unary = unary;
    this.binary = binary;
    this.kinked = kinked;
  }

  /** Whether the value is a truth value and not a double. */
  public boolean isCondition() {
    return compareTo(TRUE) >= 0;
  }

  /** Whether this is a function of {@link Math}, of the same name in lower case. */
  public boolean isMathFunction() {
    return compareTo(EXP) >= 0 && compareTo(ATAN2) <= 0;
  }

  /** Whether the function has no derivative that could be relied on. */
  public boolean isKinked() {
    return kinked;
  }

  /** Number of operands of an arithmetic operation or a function: 1 or 2. */
  public int arity() {
    return unary != null ? 1 : 2;
  }

  double fold(double x) {
    return unary.applyAsDouble(x);
  }

  double fold(double x, double y) {
    return binary.applyAsDouble(x, y);
  }
}
