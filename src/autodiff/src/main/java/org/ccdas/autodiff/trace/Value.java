package org.ccdas.autodiff.trace;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.ccdas.autodiff.graph.Node;

/** What an expression of the source stands for while its method is inlined. */
sealed interface Value {
  /** A double, or a truth value: an expression of the graph. */
  record Scalar(Node node) implements Value {}

  /** An int: always known at build time. */
  record Whole(int value) implements Value {}

  /** A constant of an enum: always known at build time. */
  record EnumConstant(Element constant) implements Value {}

  /** A record, by its components in order. */
  record Structure(TypeElement type, List<Value> components) implements Value {
    public Structure {
      components = List.copyOf(components);
    }
  }

  /**
   * A {@code double[]}; shared by all that hold it, as in Java.
   *
   * @param conditions number of conditions of the kernel around its making; it may be changed
   *     inside of no others
   */
  record Array(Node[] elements, int conditions) implements Value {
    /** For arrays that nobody may change. */
    static final int NEVER = -1;
  }

  /** What a void method returns. */
  record Nothing() implements Value {}
}
