package org.ccdas.autodiff.trace;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import org.ccdas.autodiff.SubsetException;

/** One method while it is inlined: its variables, and who calls it. */
final class Frame {
  private final ProcessSources sources;
  private final CompilationUnitTree unit;
  private final Element method;
  private final Frame caller;
  private final Value.Structure self;
  private final int conditions;
  private final Map<Element, Value> variables = new HashMap<>();

  /**
   * Starts a method.
   *
   * @param method the method, or the constant whose initialiser is evaluated
   * @param caller the calling frame, null for the entry method
   * @param self the record whose method it is, null for a static method
   */
  Frame(Tracer tracer, Element method, Frame caller, Value.Structure self) {
    this.sources = tracer.sources();
    this.unit = sources.unit(method);
    this.conditions = tracer.conditions();
    this.method = method;
    this.caller = caller;
    this.self = self;
  }

  /** The record whose method is inlined; null in a static method. */
  Value.Structure self() {
    return self;
  }

  /** The value of a local variable or parameter. */
  Value get(Element variable) {
    return variables.get(variable);
  }

  /** Gives a local variable or parameter its value. */
  void set(Element variable, Value value) {
    variables.put(variable, value);
  }

  /** Whether the method is being inlined already, here or in a caller. */
  boolean isInside(Element other) {
    for (Frame frame = this; frame != null; frame = frame.caller) {
      if (frame.method.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The file of the method. */
  CompilationUnitTree unit() {
    return unit;
  }

  /** What a tree of this method refers to. */
  Element element(Tree tree) {
    return sources.element(unit, tree);
  }

  /** Number of conditions of the kernel around the call of this method. */
  int conditions() {
    return conditions;
  }

  /** The error of a tree of this method. */
  SubsetException error(Tree tree, String found, String remedy) {
    return sources.error(unit, tree, found, remedy);
  }
}
