package org.ccdas.autodiff.emit;

import java.util.List;
import org.ccdas.autodiff.graph.Differentiator;
import org.ccdas.autodiff.graph.Input;
import org.ccdas.autodiff.graph.LocalJacobian;
import org.ccdas.autodiff.graph.Output;

/** The four methods of a kernel: what each computes, reads and writes. */
enum Sweep {
  FORWARD("forward", "", "out", false) {
    @Override
    List<Output> outputs(List<Output> results) {
      return results;
    }
  },
  TANGENT("tangent", "inDot", "outDot", false) {
    @Override
    List<Output> outputs(List<Output> results) {
      return Differentiator.tangent(results);
    }
  },
  ADJOINT("adjoint", "outBar", "inBar", true) {
    @Override
    List<Output> outputs(List<Output> results) {
      return Differentiator.adjoint(results);
    }
  },
  JACOBIAN("jacobian", "", "jac", true) {
    @Override
    List<Output> outputs(List<Output> results) {
      return LocalJacobian.of(results).outputs();
    }
  };

  private final String method;
  private final String given;
  private final String written;
  private final boolean adds;

  Sweep(String method, String given, String written, boolean adds) {
    this.method = method;
    this.given = given;
    this.written = written;
    this.adds = adds;
  }

  /** What the sweep writes, from the results of the kernel method. */
  abstract List<Output> outputs(List<Output> results);

  /** Name of the method. */
  String method() {
    return method;
  }

  /** Parameters of the method after the number of lanes, in order. */
  List<String> arrays() {
    return given.isEmpty() ? List.of("in", written, "work") : List.of("in", given, written, "work");
  }

  /** Name of the array that holds an input. */
  static String arrayOf(Input.Array array) {
    return switch (array) {
      case VALUE -> "in";
      case DIRECTION -> "inDot";
      case WEIGHT -> "outBar";
    };
  }

  /** Name of the array that is written. */
  String written() {
    return written;
  }

  /** Whether results are added to what the written array holds. */
  boolean adds() {
    return adds;
  }
}
