package org.ccdas.autodiff.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.ccdas.autodiff.Constant;
import org.ccdas.autodiff.Kernel;
import org.ccdas.autodiff.graph.Input;
import org.ccdas.autodiff.graph.Output;
import org.ccdas.autodiff.trace.TracedKernel.Argument;
import org.ccdas.autodiff.trace.TracedKernel.Slot;

/** Turns a kernel method into the expressions of its outputs. */
public final class KernelTracer {
  private final ProcessSources sources;
  private final ExecutableElement method;
  private final Kernel kernel;
  private final Tracer tracer;
  private final Map<String, String> fixed = new LinkedHashMap<>();
  private final List<Argument> arguments = new ArrayList<>();
  private final List<Slot> inputs = new ArrayList<>();
  private final List<Slot> outputs = new ArrayList<>();
  private final List<Output> results = new ArrayList<>();

  private KernelTracer(ProcessSources sources, ExecutableElement method, Kernel kernel) {
    this.sources = sources;
    this.method = method;
    this.kernel = kernel;
    this.tracer = new Tracer(sources);
  }

  /**
   * Inlines every kernel of a package.
   *
   * @throws org.ccdas.autodiff.SubsetException at the first thing that cannot be differentiated
   */
  public static List<TracedKernel> traceAll(ProcessSources sources) {
    Map<String, TracedKernel> traced = new LinkedHashMap<>();
    for (ExecutableElement method : sources.kernelMethods()) {
      for (Kernel kernel : method.getAnnotationsByType(Kernel.class)) {
        TracedKernel next = new KernelTracer(sources, method, kernel).trace();
        if (traced.put(kernel.value(), next) != null) {
          throw sources.error(
              method, "a second kernel named " + kernel.value(), "give each its own name");
        }
      }
    }
    return List.copyOf(traced.values());
  }

  private TracedKernel trace() {
    if (!SourceVersion.isName(kernel.value()) || kernel.value().contains(".")) {
      throw error("the kernel name '" + kernel.value() + "'", "use a simple name of a class");
    } else if (!method.getModifiers().contains(Modifier.STATIC)) {
      throw error("a kernel method that is not static", "make it static");
    }
    readFixed();
    // The class calls its method: a frame to start from.
    Frame frame = new Frame(tracer, method.getEnclosingElement(), null, null);
    List<Value> values = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      values.add(argument(parameter));
    }
    if (!fixed.isEmpty()) {
      throw error(
          "fix of '" + fixed.keySet().iterator().next() + "', which is no parameter",
          "name a parameter of the method");
    }
    Value result = tracer.calls().inline(method, null, values, sources.source(method), frame);
    addOutputs("", result, method.getReturnType());
    String origin = method.getEnclosingElement().getSimpleName() + "." + method.getSimpleName();
    List<SlotName> names =
        SlotName.all(
            arguments,
            inputs,
            outputs,
            name -> error("two slots named " + name, "rename a parameter or a component"));
    return new TracedKernel(
        kernel.value(),
        origin,
        arguments,
        inputs,
        outputs,
        names,
        results,
        tracer.calls().bodies());
  }

  private void readFixed() {
    for (String fix : kernel.fix()) {
      int equals = fix.indexOf('=');
      if (equals < 0) {
        throw error("fix '" + fix + "'", "write it as name=value");
      }
      fixed.put(fix.substring(0, equals).strip(), fix.substring(equals + 1).strip());
    }
  }

  private Value argument(VariableElement parameter) {
    String name = parameter.getSimpleName().toString();
    TypeMirror type = parameter.asType();
    String value = fixed.remove(name);
    if (value != null) {
      return fixedValue(name, type, value);
    }
    arguments.add(new Argument(name, inputs.size()));
    return input(name, type, parameter.getAnnotation(Constant.class) != null, parameter);
  }

  private Value fixedValue(String name, TypeMirror type, String value) {
    Element declared =
        type.getKind() == TypeKind.DECLARED ? ((DeclaredType) type).asElement() : null;
    if (type.getKind() == TypeKind.BOOLEAN && (value.equals("true") || value.equals("false"))) {
      return tracer.arithmetic().literal(value.equals("true"));
    } else if (type.getKind() == TypeKind.INT && value.matches("-?\\d{1,9}")) {
      return new Value.Whole(Integer.parseInt(value));
    } else if (declared != null && declared.getKind() == ElementKind.ENUM) {
      for (Element constant : declared.getEnclosedElements()) {
        if (constant.getKind() == ElementKind.ENUM_CONSTANT
            && constant.getSimpleName().contentEquals(value)) {
          return new Value.EnumConstant(constant);
        }
      }
    }
    throw error(
        "fix '" + name + "=" + value + "' of a parameter of type " + type,
        "fix booleans to true or false, ints to a number, enums to one of their constants");
  }

  private Value input(String path, TypeMirror type, boolean constant, Element parameter) {
    if (type.getKind() == TypeKind.DOUBLE) {
      Input input = new Input(Input.Array.VALUE, inputs.size(), !constant);
      inputs.add(new Slot(path, !constant));
      return new Value.Scalar(tracer.graph().input(input));
    }
    TypeElement structure = structure(type);
    if (structure == null) {
      boolean known = type.getKind() == TypeKind.BOOLEAN || type.getKind() == TypeKind.INT;
      throw sources.error(
          parameter,
          "the input '" + path + "' of type " + type,
          known || isEnum(type)
              ? "give its value in the mark, @Kernel(fix = \"" + path + "=...\")"
              : "use doubles and records of doubles");
    }
    boolean ofConstants = constant || structure.getAnnotation(Constant.class) != null;
    List<Value> components = new ArrayList<>();
    for (RecordComponentElement component : structure.getRecordComponents()) {
      components.add(
          input(
              path + "." + component.getSimpleName(), component.asType(), ofConstants, parameter));
    }
    return new Value.Structure(structure, components);
  }

  private void addOutputs(String path, Value value, TypeMirror type) {
    if (value instanceof Value.Structure structure) {
      List<? extends RecordComponentElement> components = structure.type().getRecordComponents();
      for (int i = 0; i < components.size(); i++) {
        RecordComponentElement component = components.get(i);
        String inner = path.isEmpty() ? "" : path + ".";
        addOutputs(
            inner + component.getSimpleName(), structure.components().get(i), component.asType());
      }
    } else if (value instanceof Value.Scalar scalar && type.getKind() == TypeKind.DOUBLE) {
      results.add(new Output(outputs.size(), scalar.node()));
      outputs.add(new Slot(path.isEmpty() ? "value" : path, scalar.node().isActive()));
    } else {
      throw error(
          "the result" + (path.isEmpty() ? "" : " '" + path + "'") + " of type " + type,
          "return a double or a record of doubles");
    }
  }

  private static TypeElement structure(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
            && ((DeclaredType) type).asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.RECORD
        ? element
        : null;
  }

  private static boolean isEnum(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((DeclaredType) type).asElement().getKind() == ElementKind.ENUM;
  }

  private RuntimeException error(String found, String remedy) {
    return sources.error(method, found, remedy);
  }
}
