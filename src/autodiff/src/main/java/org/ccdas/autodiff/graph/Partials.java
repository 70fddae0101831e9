package org.ccdas.autodiff.graph;

/** The rules of differentiation: one for each operation, used by tangent and adjoint alike. */
final class Partials {
  private Partials() {}

  /**
   * The product of {@code factor} and the partial derivative of {@code z} with respect to one of
   * its operands. Both nodes are of {@code graph}.
   */
  static Node times(Graph graph, Node z, int operand, Node factor) {
    Node x = z.operand(0);
    return switch (z.operation()) {
      case ADD -> factor;
      case SUBTRACT -> operand == 0 ? factor : graph.negate(factor);
      case NEGATE -> graph.negate(factor);
      case MULTIPLY -> graph.multiply(factor, z.operand(1 - operand));
      case DIVIDE -> {
        // d(x/y) = dx 1/y - (x/y) dy 1/y     the reciprocal is shared
        Node quotient = graph.multiply(factor, graph.divide(graph.constant(1), z.operand(1)));
        yield operand == 0 ? quotient : graph.negate(graph.multiply(quotient, z));
      }
      case EXP -> graph.multiply(factor, z);
      case LOG -> overOperand(graph, factor, x);
      case SQRT -> graph.multiply(factor, graph.divide(graph.constant(0.5), z));
      case CBRT ->
          // d cbrt(x) = dx / (3 z^2)
          overOperand(graph, factor, graph.multiply(graph.constant(3), graph.multiply(z, z)));
      case SIN -> graph.multiply(factor, graph.function(Operation.COS, x));
      case COS -> graph.negate(graph.multiply(factor, graph.function(Operation.SIN, x)));
      case TAN -> graph.multiply(factor, graph.add(graph.constant(1), graph.multiply(z, z)));
      case TANH -> graph.multiply(factor, graph.subtract(graph.constant(1), graph.multiply(z, z)));
      case ATAN -> overOperand(graph, factor, graph.add(graph.constant(1), graph.multiply(x, x)));
      case EXPM1 -> graph.multiply(factor, graph.add(z, graph.constant(1)));
      case LOG1P -> overOperand(graph, factor, graph.add(graph.constant(1), x));
      case CALL -> graph.multiply(factor, graph.call(z.call().partial(operand), z.operands()));
      case SELECT -> {
        Node zero = graph.constant(0.0);
        yield operand == 1 ? graph.select(x, factor, zero) : graph.select(x, zero, factor);
      }
      default -> throw new IllegalStateException("no derivative of " + z);
    };
  }

  private static Node overOperand(Graph graph, Node factor, Node divisor) {
    return graph.multiply(factor, graph.divide(graph.constant(1), divisor));
  }
}
