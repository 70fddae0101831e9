package org.ccdas.autodiff.trace;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.ccdas.autodiff.Intrinsic;
import org.ccdas.autodiff.graph.Body;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.trace.Value.Scalar;
import org.ccdas.autodiff.trace.Value.Structure;

/** Inlines calls: of functions, of accessors and of constructors. */
final class CallTracer {
  private final Tracer tracer;
  private final MathFunctions math;
  private final Intrinsics intrinsics;

  CallTracer(Tracer tracer) {
    this.tracer = tracer;
    this.math = new MathFunctions(tracer.graph());
    this.intrinsics = new Intrinsics(tracer);
  }

  /**
   * The bodies of the intrinsics that were called, by qualified name, where kernels compute them.
   */
  Map<String, Body> bodies() {
    return intrinsics.bodies();
  }

  /** The value of a call of a method. */
  Value method(MethodInvocationTree tree, Frame frame) {
    ExecutableElement method = (ExecutableElement) frame.element(tree.getMethodSelect());
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    List<Value> arguments = arguments(method, tree.getArguments(), frame);
    if (owner.getQualifiedName().contentEquals("java.lang.Math")) {
      String name = method.getSimpleName().toString();
      return new Scalar(math.apply(name, numbers(arguments, tree, frame), tree, frame));
    } else if (method.getAnnotation(Intrinsic.class) != null) {
      return new Scalar(intrinsics.call(method, numbers(arguments, tree, frame), tree, frame));
    } else if (method.getModifiers().contains(Modifier.STATIC)) {
      return inline(method, null, arguments, tree, frame);
    } else if (owner.getKind() == ElementKind.RECORD) {
      Structure self = receiver(tree, frame);
      boolean implied = tracer.sources().source(method) == null;
      return implied && arguments.isEmpty() && Tracer.hasComponent(self, method.getSimpleName())
          ? Tracer.component(self, method.getSimpleName())
          : inline(method, self, arguments, tree, frame);
    }
    throw unknownCall(method, tree, frame);
  }

  private Structure receiver(MethodInvocationTree tree, Frame frame) {
    Value receiver =
        tree.getMethodSelect() instanceof MemberSelectTree select
            ? tracer.expressions().visit(select.getExpression(), frame)
            : frame.self();
    if (receiver instanceof Structure structure) {
      return structure;
    }
    throw frame.error(tree, "a call on something that is no record", "call it on a record");
  }

  /** The record that a constructor makes. */
  Value constructor(NewClassTree tree, Frame frame) {
    Element constructor = frame.element(tree);
    TypeElement type = (TypeElement) constructor.getEnclosingElement();
    if (type.getKind() != ElementKind.RECORD || tree.getClassBody() != null) {
      throw frame.error(tree, "a new object of " + type, "make records of doubles only");
    } else if (!tracer.sources().isImplied(constructor)) {
      throw frame.error(
          tree,
          "a constructor written out in record " + type.getSimpleName(),
          "leave the record with its implied constructor and write a static factory method");
    }
    return new Structure(
        type, arguments((ExecutableElement) constructor, tree.getArguments(), frame));
  }

  /** The value of a method, run on arguments. */
  Value inline(
      ExecutableElement method, Structure self, List<Value> arguments, Tree tree, Frame frame) {
    MethodTree source = tracer.sources().source(method);
    if (source == null || source.getBody() == null) {
      throw unknownCall(method, tree, frame);
    } else if (frame.isInside(method)) {
      throw frame.error(
          tree, "a recursive call of " + method.getSimpleName(), "write a loop of constant length");
    }
    Frame inner = new Frame(tracer, method, frame, self);
    for (int i = 0; i < arguments.size(); i++) {
      inner.set(method.getParameters().get(i), arguments.get(i));
    }
    Value returned = tracer.statements().visit(source.getBody(), inner);
    return returned == null
        ? new Value.Nothing()
        : tracer.arithmetic().convert(returned, method.getReturnType());
  }

  private static RuntimeException unknownCall(ExecutableElement method, Tree tree, Frame frame) {
    return frame.error(
        tree,
        "the unknown call " + method.getEnclosingElement() + "." + method.getSimpleName(),
        "call static methods of this package and of Math, or mark the method @Intrinsic");
  }

  private List<Value> arguments(
      ExecutableElement method, List<? extends ExpressionTree> trees, Frame frame) {
    List<? extends VariableElement> parameters = method.getParameters();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      if (method.isVarArgs()) {
        throw frame.error(
            trees.get(i), "a call with a variable number of arguments", "pass a double[]");
      }
      Value value = tracer.expressions().visit(trees.get(i), frame);
      values.add(tracer.arithmetic().convert(value, parameters.get(i).asType()));
    }
    return values;
  }

  private List<Node> numbers(List<Value> values, Tree tree, Frame frame) {
    return values.stream().map(v -> tracer.arithmetic().number(v, tree, frame)).toList();
  }
}
