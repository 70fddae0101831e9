package org.ccdas.transport.tracer;

import java.util.Arrays;

/**
 * A square sparse matrix that acts on many vectors side by side (lanes): element {@code i} of lane
 * {@code l} stands at {@code i * lanes + l}. Immutable.
 */
final class SparseMatrix {
  private final int[] start;
  private final int[] column;
  private final double[] value;

  private SparseMatrix(int[] start, int[] column, double[] value) {
    this.start = start;
    this.column = column;
    this.value = value;
  }

  /** Collects entries; those at one place add up. */
  static final class Builder {
    private final int size;
    private int count;
    private int[] row = new int[1 << 16];
    private int[] column = new int[1 << 16];
    private double[] value = new double[1 << 16];

    Builder(int size) {
      this.size = size;
    }

    void add(int toRow, int toColumn, double entry) {
      if (count == row.length) {
        row = Arrays.copyOf(row, 2 * count);
        column = Arrays.copyOf(column, 2 * count);
        value = Arrays.copyOf(value, 2 * count);
      }
      row[count] = toRow;
      column[count] = toColumn;
      value[count++] = entry;
    }

    SparseMatrix build() {
      // by row: a counting sort keeps the order of entries
      int[] end = new int[size + 1];
      for (int i = 0; i < count; i++) {
        end[row[i] + 1]++;
      }
      for (int i = 0; i < size; i++) {
        end[i + 1] += end[i];
      }
      int[] next = end.clone();
      int[] byRow = new int[count];
      for (int i = 0; i < count; i++) {
        byRow[next[row[i]]++] = i;
      }
      int[] start = new int[size + 1];
      int[] columns = new int[count];
      double[] values = new double[count];
      for (int r = 0; r < size; r++) {
        int filled = start[r];
        for (int k = end[r]; k < end[r + 1]; k++) {
          filled = insert(byRow[k], columns, values, start[r], filled);
        }
        start[r + 1] = filled;
      }
      return new SparseMatrix(
          start, Arrays.copyOf(columns, start[size]), Arrays.copyOf(values, start[size]));
    }

    /** Puts an entry among those of its row, rising by column; returns the new end. */
    private int insert(int entry, int[] columns, double[] values, int from, int to) {
      int at = to;
      while (at > from && columns[at - 1] > column[entry]) {
        at--;
      }
      if (at > from && columns[at - 1] == column[entry]) {
        values[at - 1] += value[entry];
        return to;
      }
      System.arraycopy(columns, at, columns, at + 1, to - at);
      System.arraycopy(values, at, values, at + 1, to - at);
      columns[at] = column[entry];
      values[at] = value[entry];
      return to + 1;
    }
  }

  int size() {
    return start.length - 1;
  }

  /** The transpose. */
  SparseMatrix transposed() {
    Builder builder = new Builder(size());
    for (int row = 0; row < size(); row++) {
      for (int p = start[row]; p < start[row + 1]; p++) {
        builder.add(column[p], row, value[p]);
      }
    }
    return builder.build();
  }

  /** Largest absolute value on the diagonal. */
  double largestDiagonal() {
    double largest = 0;
    for (int row = 0; row < size(); row++) {
      for (int p = start[row]; p < start[row + 1]; p++) {
        if (column[p] == row) {
          largest = Math.max(largest, Math.abs(value[p]));
        }
      }
    }
    return largest;
  }

  /** Smallest value off the diagonal. */
  double smallestOffDiagonal() {
    double smallest = 0;
    for (int row = 0; row < size(); row++) {
      for (int p = start[row]; p < start[row + 1]; p++) {
        if (column[p] != row) {
          smallest = Math.min(smallest, value[p]);
        }
      }
    }
    return smallest;
  }

  /**
   * y = base + scale A x for all lanes.
   *
   * @param y the result; neither {@code x} nor, unless the same elements, {@code base}
   */
  void addProduct(double[] base, double scale, double[] x, double[] y, int lanes) {
    if (lanes == 1) {
      addProduct(base, scale, x, y);
      return;
    }
    double[] sum = new double[lanes];
    for (int row = 0; row < start.length - 1; row++) {
      Arrays.fill(sum, 0);
      for (int p = start[row]; p < start[row + 1]; p++) {
        double a = value[p];
        int at = column[p] * lanes;
        for (int lane = 0; lane < lanes; lane++) {
          sum[lane] += a * x[at + lane];
        }
      }
      int to = row * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        y[to + lane] = base[to + lane] + scale * sum[lane];
      }
    }
  }

  private void addProduct(double[] base, double scale, double[] x, double[] y) {
    for (int row = 0; row < start.length - 1; row++) {
      double sum = 0;
      for (int p = start[row]; p < start[row + 1]; p++) {
        sum += value[p] * x[column[p]];
      }
      y[row] = base[row] + scale * sum;
    }
  }
}
