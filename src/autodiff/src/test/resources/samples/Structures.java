package samples;

import org.ccdas.autodiff.Constant;
import org.ccdas.autodiff.Kernel;

/** Records, enums, options known at build time, and many operations. */
final class Structures {
  enum Texture {
    SAND,
    LOAM,
    CLAY
  }

  record Water(double top, double root) {
    static Water of(double both) {
      return new Water(both, both);
    }

    double total() {
      return top + this.root;
    }

    Water plus(Water other) {
      return new Water(top + other.top(), root + other.root);
    }
  }

  record State(Water water, double snow) {}

  @Constant
  record Weather(double rain, double temperature) {}

  record Fluxes(State state, double runoff, double zero, double input) {}

  private Structures() {}

  @Kernel(
      value = "SandDay",
      fix = {"texture=SAND", "deep=false", "layers=2"})
  @Kernel(
      value = "ClayDay",
      fix = {"texture = CLAY", "deep = true", "layers = 5"})
  static Fluxes day(
      Texture texture, boolean deep, int layers, State state, double rate, Weather weather) {
    double melt = state.snow() * Math.exp(0.1 * weather.temperature()) * rate;
    Water water = state.water().plus(Water.of(0.5 * (weather.rain() + melt)));
    if (deep) {
      double lost = 0;
      for (int i = 1; i <= layers; i++) {
        lost += drainage(texture, water.total() / i);
      }
      return new Fluxes(
          new State(new Water(water.top(), water.root() - lost), state.snow() - melt),
          lost,
          0,
          rate);
    }
    double runoff;
    switch (texture) {
      case SAND -> runoff = 0.1 * water.top() * layers;
      default -> runoff = 0;
    }
    return new Fluxes(new State(water, state.snow() - melt), runoff, 0, weather.rain());
  }

  private static double drainage(Texture texture, double water) {
    double exponent =
        switch (texture) {
          case SAND -> 2;
          case LOAM -> 3.5;
          case CLAY -> 4.5;
        };
    return texture == Texture.SAND || texture != Texture.CLAY ? 0 : Math.pow(water, exponent);
  }
}
