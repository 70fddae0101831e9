package org.ccdas.autodiff.trace;

import com.sun.source.tree.Tree;
import java.util.Locale;

/** Names of the parts of the language, for messages. */
final class Words {
  private Words() {}

  /** A kind of tree in words. */
  static String of(Tree.Kind kind) {
    return switch (kind) {
      case WHILE_LOOP, DO_WHILE_LOOP -> "a loop of unknown length (while)";
      case REMAINDER, REMAINDER_ASSIGNMENT -> "%";
      case LAMBDA_EXPRESSION -> "a lambda expression";
      case STRING_LITERAL -> "a string";
      case NULL_LITERAL -> "null";
      default -> "'" + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "'";
    };
  }
}
