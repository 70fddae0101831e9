package org.ccdas.autodiff.trace;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.Arrays;
import javax.lang.model.type.TypeKind;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.trace.Value.Array;
import org.ccdas.autodiff.trace.Value.Scalar;

/** Makes and reads arrays of doubles, of length and index known at build time. */
final class ArrayTracer {
  private final Tracer tracer;

  ArrayTracer(Tracer tracer) {
    this.tracer = tracer;
  }

  /** The array that an expression stands for. */
  Array array(ExpressionTree tree, Frame frame) {
    if (tracer.expressions().visit(tree, frame) instanceof Array array) {
      return array;
    }
    throw frame.error(tree, "'" + tree + "' where an array is needed", "use a double[]");
  }

  /** An element. */
  Value read(ArrayAccessTree tree, Frame frame) {
    Array array = array(tree.getExpression(), frame);
    return new Scalar(array.elements()[index(tree, array, frame)]);
  }

  /** The index of an element, inside the array. */
  int index(ArrayAccessTree tree, Array array, Frame frame) {
    int index = whole(tree.getIndex(), frame);
    if (index < 0 || index >= array.elements().length) {
      throw frame.error(
          tree,
          "index " + index + " of an array of length " + array.elements().length,
          "stay inside the array");
    }
    return index;
  }

  /** A new array: of a length, all zero, or of the elements written out. */
  Array create(NewArrayTree tree, Frame frame) {
    Tree type = tree.getType();
    boolean ofDoubles =
        type == null || tracer.sources().type(frame.unit(), type).getKind() == TypeKind.DOUBLE;
    if (!ofDoubles || tree.getDimensions().size() > 1) {
      throw frame.error(tree, "an array that is no double[]", "use double[] only");
    } else if (tree.getInitializers() != null) {
      Node[] elements =
          tree.getInitializers().stream()
              .map(e -> tracer.arithmetic().number(tracer.expressions().visit(e, frame), e, frame))
              .toArray(Node[]::new);
      return new Array(elements, tracer.conditions());
    }
    ExpressionTree length = tree.getDimensions().get(0);
    int n = whole(length, frame);
    if (n < 0) {
      throw frame.error(length, "an array of negative length", "give a length of at least 0");
    }
    Node[] elements = new Node[n];
    Arrays.fill(elements, tracer.graph().constant(0.0));
    return new Array(elements, tracer.conditions());
  }

  private int whole(ExpressionTree tree, Frame frame) {
    return tracer.arithmetic().whole(tracer.expressions().visit(tree, frame), tree, frame);
  }
}
