package org.ccdas.autodiff.trace;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.ccdas.autodiff.trace.Value.Array;
import org.ccdas.autodiff.trace.Value.Scalar;
import org.ccdas.autodiff.trace.Value.Whole;

/** Changes local variables and elements of arrays, in the order in which Java does it. */
final class AssignmentTracer {
  /** What is assigned to: a variable, or an element whose index is evaluated once. */
  private interface Place {
    Value get();

    void set(Value value);
  }

  private final Tracer tracer;

  AssignmentTracer(Tracer tracer) {
    this.tracer = tracer;
  }

  /** {@code place = value}; gives the value. */
  Value assign(AssignmentTree tree, Frame frame) {
    Place place = place(tree.getVariable(), frame);
    place.set(tracer.expressions().visit(tree.getExpression(), frame));
    return place.get();
  }

  /** {@code place += value} and its like; gives the new value. */
  Value change(CompoundAssignmentTree tree, Frame frame) {
    Place place = place(tree.getVariable(), frame);
    Value old = place.get();
    Value by = tracer.expressions().visit(tree.getExpression(), frame);
    if (old instanceof Whole && by instanceof Scalar) {
      throw frame.error(tree, "a double added to an int", "declare the variable as a double");
    }
    place.set(tracer.arithmetic().binary(tree.getKind(), old, by, tree, frame));
    return place.get();
  }

  /** {@code place++} and its like; gives the old value or the new one, as Java does. */
  Value step(UnaryTree tree, Frame frame) {
    Place place = place(tree.getExpression(), frame);
    Value old = place.get();
    boolean up =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
    boolean prefix =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.PREFIX_DECREMENT;
    Tree.Kind operator = up ? Tree.Kind.PLUS : Tree.Kind.MINUS;
    place.set(tracer.arithmetic().binary(operator, old, new Whole(1), tree, frame));
    return prefix ? place.get() : old;
  }

  private Place place(ExpressionTree target, Frame frame) {
    if (target instanceof ParenthesizedTree inner) {
      return place(inner.getExpression(), frame);
    } else if (target instanceof ArrayAccessTree access) {
      return element(access, frame);
    } else if (target instanceof IdentifierTree && isLocal(frame.element(target))) {
      return variable(target, frame);
    }
    throw frame.error(
        target, "an assignment to '" + target + "'", "assign to local variables and arrays only");
  }

  private static boolean isLocal(Element element) {
    ElementKind kind = element.getKind();
    return kind == ElementKind.LOCAL_VARIABLE || kind == ElementKind.PARAMETER;
  }

  private Place variable(ExpressionTree target, Frame frame) {
    failInsideCondition(frame.conditions(), target, frame);
    Element variable = frame.element(target);
    return new Place() {
      @Override
      public Value get() {
        return frame.get(variable);
      }

      @Override
      public void set(Value value) {
        frame.set(variable, tracer.arithmetic().convert(value, variable.asType()));
      }
    };
  }

  private Place element(ArrayAccessTree target, Frame frame) {
    Array array = tracer.arrays().array(target.getExpression(), frame);
    if (array.conditions() == Array.NEVER) {
      throw frame.error(target, "a change of a static array", "copy what is needed first");
    }
    failInsideCondition(array.conditions(), target, frame);
    int index = tracer.arrays().index(target, array, frame);
    return new Place() {
      @Override
      public Value get() {
        return new Scalar(array.elements()[index]);
      }

      @Override
      public void set(Value value) {
        array.elements()[index] = tracer.arithmetic().number(value, target, frame);
      }
    };
  }

  // A kernel evaluates both sides of a conditional expression, and would make the change always.
  private void failInsideCondition(int conditions, Tree tree, Frame frame) {
    if (tracer.conditions() > conditions) {
      throw frame.error(
          tree,
          "a change inside of a conditional expression",
          "both sides are evaluated: let each give a value, and assign the result");
    }
  }
}
