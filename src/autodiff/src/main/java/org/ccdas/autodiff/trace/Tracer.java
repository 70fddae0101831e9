package org.ccdas.autodiff.trace;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.VariableElement;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.trace.Value.Array;
import org.ccdas.autodiff.trace.Value.Structure;

/** Inlining of one kernel: its graph, and the parts that know expressions, statements, calls. */
final class Tracer {
  private final ProcessSources sources;
  private final Graph graph = new Graph();
  private final Arithmetic arithmetic = new Arithmetic(graph);
  private final ExpressionTracer expressions;
  private final ArrayTracer arrays;
  private final AssignmentTracer assignments;
  private final StatementTracer statements;
  private final ChoiceTracer choices;
  private final CallTracer calls;
  private final Map<VariableElement, Value> constants = new HashMap<>();
  private int conditions;

  Tracer(ProcessSources sources) {
    this.sources = sources;
    this.expressions = new ExpressionTracer(this);
    this.arrays = new ArrayTracer(this);
    this.assignments = new AssignmentTracer(this);
    this.statements = new StatementTracer(this);
    this.choices = new ChoiceTracer(this);
    this.calls = new CallTracer(this);
  }

  ProcessSources sources() {
    return sources;
  }

  Graph graph() {
    return graph;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  ExpressionTracer expressions() {
    return expressions;
  }

  ArrayTracer arrays() {
    return arrays;
  }

  AssignmentTracer assignments() {
    return assignments;
  }

  StatementTracer statements() {
    return statements;
  }

  ChoiceTracer choices() {
    return choices;
  }

  CallTracer calls() {
    return calls;
  }

  /**
   * Evaluates what Java evaluates only where a condition of the kernel holds. The kernel evaluates
   * it always, so that it must change nothing that was there before.
   */
  Value conditionally(ExpressionTree tree, Frame frame) {
    conditions++;
    Value value = expressions.visit(tree, frame);
    conditions--;
    return value;
  }

  /** Number of conditions of the kernel around what is being evaluated. */
  int conditions() {
    return conditions;
  }

  /** The value of a static final field. */
  Value constant(VariableElement field, Tree use, Frame frame) {
    if (field.getConstantValue() instanceof Double literal) {
      return arithmetic.literal(literal);
    } else if (field.getConstantValue() instanceof Integer literal) {
      return new Value.Whole(literal);
    } else if (field.getConstantValue() instanceof Boolean literal) {
      return arithmetic.literal((boolean) literal);
    }
    boolean constant = field.getModifiers().containsAll(List.of(Modifier.STATIC, Modifier.FINAL));
    ExpressionTree initialiser =
        sources.source(field) instanceof VariableTree tree ? tree.getInitializer() : null;
    if (!constant || initialiser == null || frame.isInside(field)) {
      throw frame.error(
          use,
          "the field '" + field.getSimpleName() + "'",
          "use static final constants that are set where they are declared");
    }
    Value known = constants.get(field);
    if (known == null) {
      Frame own = new Frame(this, field, frame, null);
      known = arithmetic.convert(expressions.visit(initialiser, own), field.asType());
      if (known instanceof Array array) {
        known = new Array(array.elements(), Array.NEVER);
      }
      constants.put(field, known);
    }
    return known;
  }

  /** Whether an element is the field behind a record's component. */
  static boolean isComponentField(Element element) {
    return element.getKind() == ElementKind.FIELD
        && element.getEnclosingElement().getKind() == ElementKind.RECORD
        && !element.getModifiers().contains(Modifier.STATIC);
  }

  /** Whether a record has a component of that name. */
  static boolean hasComponent(Structure structure, Name name) {
    return structure.type().getRecordComponents().stream()
        .anyMatch(c -> c.getSimpleName().equals(name));
  }

  /** A component of a record. */
  static Value component(Structure structure, Name name) {
    List<? extends RecordComponentElement> components = structure.type().getRecordComponents();
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).getSimpleName().equals(name)) {
        return structure.components().get(i);
      }
    }
    throw new IllegalArgumentException("no component " + name + " in " + structure.type());
  }
}
