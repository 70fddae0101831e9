package org.ccdas.autodiff.trace;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.ccdas.autodiff.graph.Node;

/**
 * Executes statements of the source. All that decides the flow of control is known at build time,
 * so that statements run just as in Java. A visit gives the value returned, or null when the
 * statement ends without a return.
 */
final class StatementTracer extends SimpleTreeVisitor<Value, Frame> {
  /** Most turns of one loop. */
  static final int MOST_TURNS = 64;

  /** Far above any process; stops nested loops before they fill the memory. */
  private static final int MOST_NODES = 100_000;

  private final Tracer tracer;

  StatementTracer(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  protected Value defaultAction(Tree tree, Frame frame) {
    throw frame.error(
        tree,
        Words.of(tree.getKind()),
        "use assignments, for loops over a constant number of turns, if and switch on values known"
            + " at build time, and return only");
  }

  /** Executes statements until one returns. */
  Value visitAll(List<? extends StatementTree> statements, Frame frame) {
    for (StatementTree statement : statements) {
      Value returned = visit(statement, frame);
      if (returned != null) {
        return returned;
      }
    }
    return null;
  }

  @Override
  public Value visitBlock(BlockTree tree, Frame frame) {
    return visitAll(tree.getStatements(), frame);
  }

  @Override
  public Value visitEmptyStatement(EmptyStatementTree tree, Frame frame) {
    return null;
  }

  @Override
  public Value visitExpressionStatement(ExpressionStatementTree tree, Frame frame) {
    evaluate(tree.getExpression(), frame);
    return null;
  }

  @Override
  public Value visitVariable(VariableTree tree, Frame frame) {
    TypeMirror type = frame.element(tree).asType();
    if (!isAllowed(type)) {
      throw frame.error(
          tree,
          "a variable of type " + type,
          "use double, int, boolean, enums, records and double[] only");
    }
    if (tree.getInitializer() != null) {
      Value value = evaluate(tree.getInitializer(), frame);
      frame.set(frame.element(tree), tracer.arithmetic().convert(value, type));
    }
    return null;
  }

  private static boolean isAllowed(TypeMirror type) {
    return switch (type.getKind()) {
      case DOUBLE, INT, BOOLEAN -> true;
      case ARRAY -> ((ArrayType) type).getComponentType().getKind() == TypeKind.DOUBLE;
      case DECLARED -> {
        ElementKind kind = ((DeclaredType) type).asElement().getKind();
        yield kind == ElementKind.RECORD || kind == ElementKind.ENUM;
      }
      default -> false;
    };
  }

  @Override
  public Value visitReturn(ReturnTree tree, Frame frame) {
    return tree.getExpression() == null
        ? new Value.Nothing()
        : evaluate(tree.getExpression(), frame);
  }

  @Override
  public Value visitIf(IfTree tree, Frame frame) {
    if (isTrue(tree.getCondition(), "an if", frame)) {
      return visit(tree.getThenStatement(), frame);
    }
    return tree.getElseStatement() == null ? null : visit(tree.getElseStatement(), frame);
  }

  @Override
  public Value visitSwitch(SwitchTree tree, Frame frame) {
    return tracer.choices().statement(tree, frame);
  }

  @Override
  public Value visitForLoop(ForLoopTree tree, Frame frame) {
    Value returned = visitAll(tree.getInitializer(), frame);
    int turns = 0;
    while (returned == null
        && (tree.getCondition() == null || isTrue(tree.getCondition(), "a loop", frame))) {
      turns++;
      failAbove(turns, tree, frame);
      returned = visit(tree.getStatement(), frame);
      if (returned == null) {
        visitAll(tree.getUpdate(), frame);
      }
    }
    return returned;
  }

  @Override
  public Value visitEnhancedForLoop(EnhancedForLoopTree tree, Frame frame) {
    if (tracer.sources().type(frame.unit(), tree.getExpression()).getKind() != TypeKind.ARRAY) {
      throw frame.error(
          tree, "a loop over something that is no array", "loop over a double[] or count an int");
    }
    Node[] elements = tracer.arrays().array(tree.getExpression(), frame).elements();
    failAbove(elements.length, tree, frame);
    for (int i = 0; i < elements.length; i++) {
      frame.set(frame.element(tree.getVariable()), new Value.Scalar(elements[i]));
      Value returned = visit(tree.getStatement(), frame);
      if (returned != null) {
        return returned;
      }
    }
    return null;
  }

  private void failAbove(int turns, Tree tree, Frame frame) {
    if (turns > MOST_TURNS) {
      throw frame.error(
          tree,
          "a loop of more than " + MOST_TURNS + " turns",
          "make it shorter, or split it into methods of nested loops");
    } else if (tracer.graph().size() > MOST_NODES) {
      throw frame.error(
          tree, "a kernel of more than " + MOST_NODES + " operations", "split it into stages");
    }
  }

  private boolean isTrue(ExpressionTree condition, String what, Frame frame) {
    Value value = evaluate(condition, frame);
    Boolean known =
        tracer.arithmetic().known(tracer.arithmetic().condition(value, condition, frame));
    if (known == null) {
      throw frame.error(
          condition,
          what + " on a value that is not known at build time",
          "write a conditional expression, condition ? x : y, and loops of constant length");
    }
    return known;
  }

  private Value evaluate(ExpressionTree tree, Frame frame) {
    return tracer.expressions().visit(tree, frame);
  }
}
