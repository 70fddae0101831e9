package org.ccdas.verify.benchmark;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.List;
import java.util.Random;
import org.ccdas.bethy.kernel.LightC3;
import org.ccdas.bethy.lane.LaneForcing;
import org.ccdas.bethy.process.DayForcing;
import org.ccdas.bethy.process.Morning;
import org.ccdas.bethy.process.PointFluxes;
import org.ccdas.bethy.process.PointForcing;
import org.ccdas.bethy.process.SubDailyPoint;
import org.ccdas.bethy.process.TileParameters;
import org.ccdas.bethy.process.TileTraits;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.bethy.weather.WeatherMemory;

/**
 * Sunlit points of a lane group, each of another tile in other weather: the input of benchmarks.
 *
 * @param c4 the pathway of all lanes
 * @param in input slots of the kernel {@code LightC3} or {@code LightC4}, {@code [slot * 64 +
 *     lane]}
 * @param expected fluxes of the plain model, one a lane
 */
record SunlitPoints(boolean c4, double[] in, List<PointFluxes> expected) {
  private static final int TEXTURES = 6;
  private static final double CO2 = 390;

  /** The points of a pathway; the same in every run. */
  static SunlitPoints of(boolean c4) {
    List<PlantFunctionalType> types =
        PlantFunctionalType.all().stream()
            .filter(type -> (type.pathway() == Pathway.C4) == c4)
            .toList();
    Random random = new Random(1);
    double[] in = new double[LightC3.INPUTS * LANES];
    PointFluxes[] expected = new PointFluxes[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      PlantFunctionalType type = types.get(lane % types.size());
      TileParameters parameters = PriorParameters.of(type);
      TileTraits traits = type.traits(SoilTexture.of(lane % TEXTURES + 1));
      double minimum = uniform(random, 5, 20);
      DayWeather weather =
          DayWeather.of(
              SubDaily.QUADRATURE,
              uniform(random, -40, 60),
              uniform(random, 0, 1500),
              CO2,
              uniform(random, 120, 240) < 180 ? 150 : 200,
              minimum,
              minimum + uniform(random, 4, 14),
              uniform(random, 0, 10),
              uniform(random, 120, 280),
              WeatherMemory.start(minimum));
      DayForcing day = weather.day();
      PointForcing point = brightest(weather.light());
      double moisture = uniform(random, 0.1, 0.95);
      Morning morning =
          new Morning(
              moisture,
              uniform(random, 50, 300),
              0,
              uniform(random, 0.1, 0.3),
              uniform(random, 0.3, 6),
              uniform(random, 0.3, 1),
              (0.96 + 0.04 * moisture) * day.saturationAtMinimum());
      double stress = uniform(random, 0, 3e-3);
      put(in, LightC3.IN_P, lane, parameters);
      put(in, LightC3.IN_T, lane, traits);
      put(in, LightC3.IN_D, lane, day);
      put(in, LightC3.IN_M, lane, morning);
      put(in, LightC3.IN_F, lane, point);
      in[LightC3.IN_STRESS * LANES + lane] = stress;
      expected[lane] = SubDailyPoint.light(c4, parameters, traits, day, morning, point, stress);
    }
    return new SunlitPoints(c4, in, List.of(expected));
  }

  private static PointForcing brightest(PointForcing[] points) {
    PointForcing brightest = points[0];
    for (PointForcing point : points) {
      if (point.shortwave() > brightest.shortwave()) {
        brightest = point;
      }
    }
    return brightest;
  }

  private static double uniform(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private static void put(double[] slots, int first, int lane, Record record) {
    double[] values = LaneForcing.values(record);
    for (int i = 0; i < values.length; i++) {
      slots[(first + i) * LANES + lane] = values[i];
    }
  }

  /**
   * Largest difference of outputs from those of the plain model, relative to the larger of the
   * value and 1e-6 of its unit.
   *
   * @param out output slots, {@code [slot * 64 + lane]}
   */
  double largestError(double[] out) {
    double largest = 0;
    for (int lane = 0; lane < LANES; lane++) {
      double[] values = LaneForcing.values(expected.get(lane));
      for (int slot = 0; slot < values.length; slot++) {
        double error = Math.abs(out[slot * LANES + lane] - values[slot]);
        // Math.max keeps NaN, the worst of errors
        largest = Math.max(largest, error / Math.max(1e-6, Math.abs(values[slot])));
      }
    }
    return largest;
  }
}
