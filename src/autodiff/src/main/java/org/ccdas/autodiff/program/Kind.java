package org.ccdas.autodiff.program;

import org.ccdas.autodiff.graph.Node;

/** How generated code computes a value over lanes. */
enum Kind {
  /** Written where it is used: literals and conditions; or there from the start: inputs. */
  IN_PLACE,
  /** By one vector instruction, or few: in loops with others of its kind. */
  VECTOR,
  /** By a function that works on whole arrays. */
  BATCH,
  /** Lane by lane: in loops of its own, since one such step keeps a loop from being vectorised. */
  SCALAR;

  static Kind of(Node node) {
    return switch (node.operation()) {
      case CONSTANT, INPUT -> IN_PLACE;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQRT, ABS, FLOOR, CEIL -> VECTOR;
      case EXP, EXPM1, LOG -> BATCH;
      default -> node.operation().isCondition() ? IN_PLACE : SCALAR;
    };
  }
}
