package org.ccdas.bethy.weather;

/** How a day is divided into points of light and of night. Spec sections 4.5 and 5.1. */
public enum SubDaily {
  /** Eight Gauss-Legendre points over daylight and two over the night: the default. */
  QUADRATURE(8, 2) {
    @Override
    double lightHour(int point, double dayLength) {
      // h_q = 12 + D x_q / 2
      return 12 + 0.5 * dayLength * NODES[point];
    }

    @Override
    double lightWeight(int point, double dayLength) {
      // W_q = (w_q / 2)(D / 24), no day part when D <= 0.5 h
      return dayLength > SHORTEST_DAY ? 0.5 * NODE_WEIGHTS[point] * dayLength / 24 : 0;
    }

    @Override
    double nightHour(int point, double dayLength) {
      // h = 12 + D / 2 + s (24 - D)
      double hour = 12 + dayLength / 2 + NIGHT_NODES[point] * (24 - dayLength);
      return hour >= 24 ? hour - 24 : hour;
    }

    @Override
    double nightWeight(int point, double dayLength, double sun) {
      return dayLength < LONGEST_DAY ? (24 - dayLength) / 48 : 0;
    }
  },

  /** Twenty-four mid-hour points: the reference. */
  HOURLY(24, 24) {
    @Override
    double lightHour(int point, double dayLength) {
      return point + 0.5;
    }

    @Override
    double lightWeight(int point, double dayLength) {
      return 1 / 24.0;
    }

    @Override
    double nightHour(int point, double dayLength) {
      return point + 0.5;
    }

    @Override
    double nightWeight(int point, double dayLength, double sun) {
      return sun < Astronomy.HORIZON ? 1 / 24.0 : 0;
    }
  };

  private static final double SHORTEST_DAY = 0.5;
  private static final double LONGEST_DAY = 23.999;
  private static final double[] NODES = {
    -0.9602898564975363, -0.7966664774136267, -0.5255324099163290, -0.1834346424956498,
    0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
  };
  private static final double[] NODE_WEIGHTS = {
    0.1012285362903763, 0.2223810344533745, 0.3137066458778873, 0.3626837833783620,
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
  };
  private static final double[] NIGHT_NODES = {0.2113248654051871, 0.7886751345948129};

  private final int lightPoints;
  private final int nightPoints;

  SubDaily(int lightPoints, int nightPoints) {
    this.lightPoints = lightPoints;
    this.nightPoints = nightPoints;
  }

  /** Number of points of light of every day; unused ones have weight 0. */
  public int lightPoints() {
    return lightPoints;
  }

  /** Number of points of night of every day; unused ones have weight 0. */
  public int nightPoints() {
    return nightPoints;
  }

  /** Solar hour of a point of light. */
  abstract double lightHour(int point, double dayLength);

  /** Share of the day of a point of light, if the sun is up there. */
  abstract double lightWeight(int point, double dayLength);

  /** Solar hour of a point of night, 0..24. */
  abstract double nightHour(int point, double dayLength);

  /**
   * Share of the day of a point of night on a day with light; sine of the sun's elevation there.
   */
  abstract double nightWeight(int point, double dayLength, double sun);
}
