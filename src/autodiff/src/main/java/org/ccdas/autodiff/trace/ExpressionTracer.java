package org.ccdas.autodiff.trace;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.trace.Value.Array;
import org.ccdas.autodiff.trace.Value.Scalar;
import org.ccdas.autodiff.trace.Value.Structure;
import org.ccdas.autodiff.trace.Value.Whole;

/** Evaluates expressions of the source to values. */
final class ExpressionTracer extends SimpleTreeVisitor<Value, Frame> {
  private final Tracer tracer;
  private final Graph graph;
  private final Arithmetic arithmetic;

  ExpressionTracer(Tracer tracer) {
    this.tracer = tracer;
    this.graph = tracer.graph();
    this.arithmetic = tracer.arithmetic();
  }

  @Override
  protected Value defaultAction(Tree tree, Frame frame) {
    throw frame.error(
        tree,
        Words.of(tree.getKind()),
        "use doubles, records of doubles, double[] of constant length, ints and enums only");
  }

  @Override
  public Value visitParenthesized(ParenthesizedTree tree, Frame frame) {
    return visit(tree.getExpression(), frame);
  }

  @Override
  public Value visitLiteral(LiteralTree tree, Frame frame) {
    Object literal = tree.getValue();
    if (literal instanceof Double number) {
      return arithmetic.literal(number);
    } else if (literal instanceof Integer number) {
      return new Whole(number);
    } else if (literal instanceof Boolean truth) {
      return arithmetic.literal((boolean) truth);
    }
    return defaultAction(tree, frame);
  }

  @Override
  public Value visitIdentifier(IdentifierTree tree, Frame frame) {
    Element element = frame.element(tree);
    Value local = frame.get(element);
    if (local != null) {
      return local;
    } else if (tree.getName().contentEquals("this") && frame.self() != null) {
      return frame.self();
    }
    return field(element, frame.self(), tree, frame);
  }

  @Override
  public Value visitMemberSelect(MemberSelectTree tree, Frame frame) {
    Element element = frame.element(tree);
    Element left = frame.element(tree.getExpression());
    boolean ofType = left != null && (left.getKind().isClass() || left.getKind().isInterface());
    if (ofType) {
      return field(element, null, tree, frame);
    }
    Value owner = visit(tree.getExpression(), frame);
    if (owner instanceof Array array && tree.getIdentifier().contentEquals("length")) {
      return new Whole(array.elements().length);
    }
    return field(element, owner instanceof Structure structure ? structure : null, tree, frame);
  }

  private Value field(Element element, Structure owner, Tree tree, Frame frame) {
    if (element instanceof VariableElement variable) {
      if (element.getKind() == ElementKind.ENUM_CONSTANT) {
        return new Value.EnumConstant(element);
      } else if (owner != null && Tracer.isComponentField(element)) {
        return Tracer.component(owner, element.getSimpleName());
      } else if (element.getKind() == ElementKind.FIELD) {
        return tracer.constant(variable, tree, frame);
      }
    }
    throw frame.error(
        tree, "'" + tree + "'", "use parameters, local variables and static final constants only");
  }

  @Override
  public Value visitBinary(BinaryTree tree, Frame frame) {
    Value left = visit(tree.getLeftOperand(), frame);
    boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
    if (!and && tree.getKind() != Tree.Kind.CONDITIONAL_OR) {
      Value right = visit(tree.getRightOperand(), frame);
      return arithmetic.binary(tree.getKind(), left, right, tree, frame);
    }
    Node first = arithmetic.condition(left, tree.getLeftOperand(), frame);
    Boolean known = arithmetic.known(first);
    if (known != null && known != and) {
      return left;
    }
    Value right =
        known == null
            ? tracer.conditionally(tree.getRightOperand(), frame)
            : visit(tree.getRightOperand(), frame);
    Node second = arithmetic.condition(right, tree.getRightOperand(), frame);
    return new Scalar(and ? graph.and(first, second) : graph.or(first, second));
  }

  @Override
  public Value visitUnary(UnaryTree tree, Frame frame) {
    return switch (tree.getKind()) {
      case UNARY_PLUS -> visit(tree.getExpression(), frame);
      case UNARY_MINUS -> arithmetic.negate(visit(tree.getExpression(), frame), tree, frame);
      case LOGICAL_COMPLEMENT -> {
        Value value = visit(tree.getExpression(), frame);
        yield new Scalar(graph.not(arithmetic.condition(value, tree.getExpression(), frame)));
      }
      case POSTFIX_INCREMENT, PREFIX_INCREMENT, POSTFIX_DECREMENT, PREFIX_DECREMENT ->
          tracer.assignments().step(tree, frame);
      default -> defaultAction(tree, frame);
    };
  }

  @Override
  public Value visitConditionalExpression(ConditionalExpressionTree tree, Frame frame) {
    Node condition =
        arithmetic.condition(visit(tree.getCondition(), frame), tree.getCondition(), frame);
    Boolean known = arithmetic.known(condition);
    if (known != null) {
      Value chosen = visit(known ? tree.getTrueExpression() : tree.getFalseExpression(), frame);
      return arithmetic.convert(chosen, tracer.sources().type(frame.unit(), tree));
    }
    return arithmetic.select(
        condition,
        tracer.conditionally(tree.getTrueExpression(), frame),
        tracer.conditionally(tree.getFalseExpression(), frame),
        tree,
        frame);
  }

  @Override
  public Value visitSwitchExpression(SwitchExpressionTree tree, Frame frame) {
    Value chosen = tracer.choices().expression(tree, frame);
    return arithmetic.convert(chosen, tracer.sources().type(frame.unit(), tree));
  }

  @Override
  public Value visitTypeCast(TypeCastTree tree, Frame frame) {
    Value value = visit(tree.getExpression(), frame);
    TypeKind target = tracer.sources().type(frame.unit(), tree.getType()).getKind();
    if (target == TypeKind.DOUBLE) {
      return new Scalar(arithmetic.number(value, tree, frame));
    } else if (target == TypeKind.INT && value instanceof Whole) {
      return value;
    } else if (target == TypeKind.INT && value instanceof Scalar s && s.node().isConstant()) {
      return new Whole((int) s.node().value());
    }
    throw frame.error(
        tree, "a cast to " + tree.getType(), "cast to double, or a literal to int, only");
  }

  @Override
  public Value visitAssignment(AssignmentTree tree, Frame frame) {
    return tracer.assignments().assign(tree, frame);
  }

  @Override
  public Value visitCompoundAssignment(CompoundAssignmentTree tree, Frame frame) {
    return tracer.assignments().change(tree, frame);
  }

  @Override
  public Value visitArrayAccess(ArrayAccessTree tree, Frame frame) {
    return tracer.arrays().read(tree, frame);
  }

  @Override
  public Value visitNewArray(NewArrayTree tree, Frame frame) {
    return tracer.arrays().create(tree, frame);
  }

  @Override
  public Value visitMethodInvocation(MethodInvocationTree tree, Frame frame) {
    return tracer.calls().method(tree, frame);
  }

  @Override
  public Value visitNewClass(NewClassTree tree, Frame frame) {
    return tracer.calls().constructor(tree, frame);
  }
}
