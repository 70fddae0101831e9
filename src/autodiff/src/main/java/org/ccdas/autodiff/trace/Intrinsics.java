package org.ccdas.autodiff.trace;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.ccdas.autodiff.Inlined;
import org.ccdas.autodiff.Intrinsic;
import org.ccdas.autodiff.graph.Body;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Input;
import org.ccdas.autodiff.graph.IntrinsicCall;
import org.ccdas.autodiff.graph.Node;

/** Calls of methods that carry their own derivatives. */
final class Intrinsics {
  private final Tracer tracer;
  private final Graph graph;
  private final ProcessSources sources;
  private final Map<String, Body> bodies = new TreeMap<>();

  Intrinsics(Tracer tracer) {
    this.tracer = tracer;
    this.graph = tracer.graph();
    this.sources = tracer.sources();
  }

  /** The bodies of the functions marked {@link Inlined} that were called, by qualified name. */
  Map<String, Body> bodies() {
    return bodies;
  }

  /**
   * The call of a method marked {@link Intrinsic}.
   *
   * @throws org.ccdas.autodiff.SubsetException when the method or its partials do not fit, or an
   *     argument without a partial depends on a parameter or a state
   */
  Node call(ExecutableElement method, List<Node> arguments, Tree tree, Frame frame) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    String name = method.getSimpleName().toString();
    List<String> partials = Arrays.asList(method.getAnnotation(Intrinsic.class).partials());
    int n = method.getParameters().size();
    if (!isFunctionOfDoubles(method, n) || !owner.getModifiers().contains(Modifier.PUBLIC)) {
      throw sources.error(
          method,
          "an intrinsic that generated code cannot call",
          "make " + name + " and its class public, static, and take and return doubles only");
    } else if (partials.size() != n) {
      throw sources.error(
          method,
          "an intrinsic of " + n + " arguments with " + partials.size() + " partials",
          "name one partial for each argument; empty for an argument that is constant");
    }
    for (int i = 0; i < n; i++) {
      String partial = partials.get(i);
      if (!partial.isEmpty() && !hasFunction(owner, partial, n)) {
        throw sources.error(
            method,
            "the partial '" + partial + "', which is no function of " + owner.getSimpleName(),
            "write a public static method of that name with the arguments of " + name);
      } else if (partial.isEmpty() && arguments.get(i).isActive()) {
        throw frame.error(
            tree,
            "argument "
                + (i + 1)
                + " of "
                + name
                + " that depends on a parameter or a state, but has no partial",
            "name its partial in @Intrinsic, or pass a constant");
      }
    }
    addBody(method, tree, frame);
    for (String partial : partials) {
      ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
          .filter(m -> m.getSimpleName().contentEquals(partial) && isFunctionOfDoubles(m, n))
          .forEach(m -> addBody(m, tree, frame));
    }
    IntrinsicCall target = new IntrinsicCall(owner.getQualifiedName().toString(), name, partials);
    return graph.call(target, arguments);
  }

  private void addBody(ExecutableElement method, Tree tree, Frame frame) {
    String name = method.getEnclosingElement() + "." + method.getSimpleName();
    if (method.getAnnotation(Inlined.class) == null || bodies.containsKey(name)) {
      return;
    }
    List<Node> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      parameters.add(graph.input(new Input(Input.Array.VALUE, i, false)));
    }
    List<Value> values = parameters.stream().map(p -> (Value) new Value.Scalar(p)).toList();
    Value result = tracer.calls().inline(method, null, values, tree, frame);
    bodies.put(name, new Body(parameters, tracer.arithmetic().number(result, tree, frame)));
  }

  private static boolean hasFunction(TypeElement owner, String name, int arguments) {
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .anyMatch(m -> m.getSimpleName().contentEquals(name) && isFunctionOfDoubles(m, arguments));
  }

  private static boolean isFunctionOfDoubles(ExecutableElement method, int arguments) {
    return method.getModifiers().containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC))
        && method.getReturnType().getKind() == TypeKind.DOUBLE
        && method.getParameters().size() == arguments
        && method.getParameters().stream().allMatch(Intrinsics::isDouble);
  }

  private static boolean isDouble(VariableElement parameter) {
    return parameter.asType().getKind() == TypeKind.DOUBLE;
  }
}
