package org.ccdas.verify.world;

import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.observe.smos.ScienceFlag;

/**
 * What SMOS sees of the synthetic world, pixel by pixel: land and coast, forest, relief, lakes,
 * towns, zones of interference, and the months in which the ground is frozen or under snow. All
 * choices; the shares are of the size that real files have.
 */
final class SmosScene {
  /** In {@link #cell}: no land. */
  static final int SEA = -1;

  private static final LatLonGrid GRID = EaseGrid2.grid25km(true);
  private static final double WHOLE = 0.97;

  /** South, north, west and east edges of zones of strong interference, degrees. */
  private static final double[][] INTERFERENCE = {
    {22, 42, 40, 62}, {22, 42, 100, 122}, {44, 54, 5, 25}
  };

  private final int[] cell;
  private final int[] flags;
  private final float[] error;
  private final float[] interference;
  private final double[][] temperature;

  SmosScene(List<Cell> cells) {
    int size = GRID.size();
    cell = new int[size];
    flags = new int[size];
    error = new float[size];
    interference = new float[size];
    temperature = new double[cells.size()][];
    Arrays.fill(cell, SEA);
    for (int c = 0; c < cells.size(); c++) {
      MonthlyClimate climate = WorldClimate.at(cells.get(c).lat(), cells.get(c).lon());
      temperature[c] = climate.temperature();
      paint(c, cells.get(c));
    }
  }

  private void paint(int index, Cell of) {
    LatLonBox box = of.box();
    double share = of.area() / box.area();
    // the land of a cell that is part sea lies in its west
    double shore = share > WHOLE ? box.east() + 1 : box.west() + share * (box.east() - box.west());
    for (int row = 0; row < GRID.rows(); row++) {
      double lat = EaseGrid2.centreLatitude(GRID, row);
      if (lat <= box.south() || lat > box.north()) {
        continue;
      }
      for (int column = 0; column < GRID.columns(); column++) {
        double lon = 0.5 * (GRID.west(column) + GRID.east(column));
        double turned = lon < box.west() ? lon + 360 : lon - box.west() >= 360 ? lon - 360 : lon;
        if (turned > box.west() && turned <= box.east() && turned <= shore) {
          int pixel = row * GRID.columns() + column;
          cell[pixel] = index;
          flags[pixel] = scene(of, lat, lon, shore - turned);
          error[pixel] = error(of.pfts().get(0));
          interference[pixel] = interfered(lat, lon) ? 0.3f : 0.02f;
        }
      }
    }
  }

  private static int scene(Cell of, double lat, double lon, double toShore) {
    int flags = 0;
    int pft = of.pfts().get(0);
    if (pft <= 6) {
      flags |= ScienceFlag.FOREST.mask();
    }
    if (pft <= 2) {
      flags |= ScienceFlag.THICK_FOREST.mask();
    }
    double relief = wave(7 * lon) * wave(5 * lat + 40);
    if (relief > 0.85) {
      flags |= ScienceFlag.STRONG_TOPOGRAPHY.mask();
    } else if (relief > 0.7) {
      flags |= ScienceFlag.MODERATE_TOPOGRAPHY.mask();
    }
    if (wave(13 * lon + 20) * wave(11 * lat) > 0.92) {
      flags |= ScienceFlag.OPEN_WATER.mask();
    }
    if (wave(31 * lon) * wave(29 * lat + 70) > 0.985) {
      flags |= ScienceFlag.URBAN_HIGH.mask();
    }
    if (toShore < 0.52) {
      flags |= ScienceFlag.COAST.mask();
    }
    int any = ScienceFlag.NON_NOMINAL.mask() | ScienceFlag.ANY_SCENE.mask();
    return flags == 0 ? ScienceFlag.NOMINAL.mask() : flags | any;
  }

  /** Typical standard error of a retrieval, m3 m-3: vegetation hides the soil. */
  static float error(int pft) {
    return pft == 1 ? 0.065f : pft <= 2 ? 0.055f : pft <= 6 ? 0.045f : 0.03f;
  }

  private static boolean interfered(double lat, double lon) {
    for (double[] zone : INTERFERENCE) {
      if (lat > zone[0] && lat < zone[1] && lon > zone[2] && lon < zone[3]) {
        return true;
      }
    }
    return false;
  }

  private static double wave(double degrees) {
    return StrictMath.sin(Math.toRadians(degrees));
  }

  /** Index of the cell of a pixel, or {@link #SEA}. */
  int cell(int pixel) {
    return cell[pixel];
  }

  /** Flags that do not change. */
  int flags(int pixel) {
    return flags[pixel];
  }

  /** Typical standard error of a retrieval, m3 m-3. */
  float error(int cellIndex, int pixel) {
    return cellIndex == SEA ? Float.NaN : error[pixel];
  }

  /** Typical probability of interference. */
  float interference(int pixel) {
    return interference[pixel];
  }

  /** Flags of frost and snow, by the mean temperature of the month in degC. */
  int winter(int cellIndex, int month) {
    double mean = temperature[cellIndex][month - 1];
    if (mean > 0) {
      return 0;
    }
    return mean > -3
        ? ScienceFlag.FROST.mask()
        : ScienceFlag.FROST.mask() | ScienceFlag.DRY_SNOW.mask();
  }
}
