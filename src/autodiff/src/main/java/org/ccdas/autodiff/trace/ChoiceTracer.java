package org.ccdas.autodiff.trace;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import java.util.List;
import org.ccdas.autodiff.trace.Value.EnumConstant;

/** Takes the one branch of a {@code switch} that is known at build time. */
final class ChoiceTracer {
  private final Tracer tracer;

  ChoiceTracer(Tracer tracer) {
    this.tracer = tracer;
  }

  /** The value of a switch expression. */
  Value expression(SwitchExpressionTree tree, Frame frame) {
    Tree body = chosen(tree, tree.getExpression(), tree.getCases(), frame);
    if (body instanceof ExpressionTree expression) {
      return tracer.expressions().visit(expression, frame);
    }
    throw frame.error(
        body == null ? tree : body,
        "a branch of a switch that is no plain expression",
        "give each branch a value, or put its statements into a method");
  }

  /** Executes a switch statement; gives the value returned, or null. */
  Value statement(SwitchTree tree, Frame frame) {
    Tree body = chosen(tree, tree.getExpression(), tree.getCases(), frame);
    if (body instanceof ExpressionTree expression) {
      tracer.expressions().visit(expression, frame);
      return null;
    }
    return body == null ? null : tracer.statements().visit((StatementTree) body, frame);
  }

  private Tree chosen(
      Tree tree, ExpressionTree selector, List<? extends CaseTree> cases, Frame frame) {
    Value value = tracer.expressions().visit(selector, frame);
    if (!(value instanceof EnumConstant) && !(value instanceof Value.Whole)) {
      throw frame.error(
          selector,
          "a switch on a value that is not known at build time",
          "switch on an enum or int that is known at build time");
    }
    Tree otherwise = null;
    for (CaseTree branch : cases) {
      if (branch.getCaseKind() != CaseTree.CaseKind.RULE) {
        throw frame.error(tree, "a switch with colons", "write its branches with arrows, ->");
      }
      for (ExpressionTree label : branch.getExpressions()) {
        if (matches(label, value, frame)) {
          return branch.getBody();
        }
      }
      if (branch.getExpressions().isEmpty()) {
        otherwise = branch.getBody();
      }
    }
    if (otherwise instanceof ThrowTree) {
      throw frame.error(tree, "a switch without a branch for " + value, "add the branch");
    }
    return otherwise;
  }

  private boolean matches(ExpressionTree label, Value value, Frame frame) {
    if (value instanceof EnumConstant constant) {
      return label instanceof IdentifierTree name
          && constant.constant().getSimpleName().equals(name.getName());
    }
    return value.equals(tracer.expressions().visit(label, frame));
  }
}
