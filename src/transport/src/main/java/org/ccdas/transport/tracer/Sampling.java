package org.ccdas.transport.tracer;

import org.ccdas.transport.Receptor;

/**
 * What a station sees of the cells around it (spec section 16.7): linear between the centres of
 * rows, columns and layers. A station below 500 m takes its neighbours by their share of sea, as
 * flasks are filled in wind from the sea; where all are land, and higher up, land counts like sea.
 * Heights are turned into sigma by exp(-z/7.5 km): the model has no mountains.
 */
final class Sampling {
  private static final double MARINE = 500;

  private final TracerGrid grid;
  private final double[] land;

  Sampling(TracerGrid grid, double[] land) {
    this.grid = grid;
    this.land = land;
  }

  /** Weight of each cell in the concentration at a receptor; they sum to 1. */
  double[] weights(Receptor receptor) {
    double[] columns = horizontal(receptor, receptor.elevation() < MARINE);
    double[] layers = vertical(receptor.elevation());
    double[] weights = new double[grid.cells()];
    for (int column = 0; column < columns.length; column++) {
      for (int layer = 0; layer < layers.length; layer++) {
        weights[grid.cell(column, layer)] = columns[column] * layers[layer];
      }
    }
    return weights;
  }

  private double[] horizontal(Receptor receptor, boolean marine) {
    double position = (receptor.lat() + 90) / 180 * grid.rows() - 0.5;
    int south = (int) Math.max(0, Math.min(grid.rows() - 2, Math.floor(position)));
    double north = Math.max(0, Math.min(1, position - south));
    double[] weights = new double[grid.columns()];
    addRow(weights, south, receptor.lon(), 1 - north);
    addRow(weights, south + 1, receptor.lon(), north);
    double[] sea = weights.clone();
    double sum = 0;
    for (int column = 0; column < sea.length; column++) {
      sea[column] *= 1 - land[column];
      sum += sea[column];
    }
    if (!marine || sum < 1e-3) {
      return weights;
    }
    for (int column = 0; column < sea.length; column++) {
      sea[column] /= sum;
    }
    return sea;
  }

  private void addRow(double[] weights, int row, double lon, double share) {
    double position = (lon + 180) / 360 * grid.columns(row) - 0.5;
    int west = (int) Math.floor(position);
    double east = position - west;
    weights[grid.column(row, west)] += share * (1 - east);
    weights[grid.column(row, west + 1)] += share * east;
  }

  private double[] vertical(double elevation) {
    double sigma = Math.exp(-Math.max(0, elevation) / VerticalExchange.SCALE_HEIGHT);
    double[] weights = new double[grid.layers()];
    int below = 0;
    while (below < grid.layers() - 2 && sigma < grid.middle(below + 1)) {
      below++;
    }
    double above = (grid.middle(below) - sigma) / (grid.middle(below) - grid.middle(below + 1));
    above = Math.max(0, Math.min(1, above));
    weights[below] = 1 - above;
    weights[below + 1] = above;
    return weights;
  }
}
