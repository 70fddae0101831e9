package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.ccdas.bethy.SyntheticWeather;
import org.ccdas.bethy.process.TileTraits;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.weather.SubDaily;

/** A block of a few cells in synthetic weather, each with some tiles of one pathway, for tests. */
final class SyntheticBlock {
  private static final double[] LATITUDES = {-3, 61, 12, 28, 50, 15};
  private static final SyntheticWeather[] CLIMATES = {
    SyntheticWeather.TROPICS,
    SyntheticWeather.BOREAL,
    SyntheticWeather.SAVANNA,
    SyntheticWeather.HOTDRY,
    SyntheticWeather.TEMPERATE,
    SyntheticWeather.SAHEL
  };

  static final int SPRING = 120;
  static final int WINTER = 0;

  final List<LaneGroup> groups = new ArrayList<>();
  final List<double[]> live = new ArrayList<>();
  final BlockWeather weather;
  final Schedule schedule;

  /**
   * @param spinUpDays days before the window, run twice
   * @param windowDays days of the window
   * @param everyPft all 13 types in all climates, else one tile of each pathway
   */
  SyntheticBlock(int spinUpDays, int windowDays, boolean everyPft) {
    this(spinUpDays, windowDays, everyPft, SPRING);
  }

  /**
   * As above.
   *
   * @param firstWeather day of the year whose weather comes first; {@link #WINTER} has snow
   */
  SyntheticBlock(int spinUpDays, int windowDays, boolean everyPft, int firstWeather) {
    LocalDate start = LocalDate.of(2010, 1, 1).minusDays(spinUpDays);
    schedule =
        Schedule.of(
            start, LocalDate.of(2010, 1, 1), LocalDate.of(2010, 1, 1).plusDays(windowDays - 1), 2);
    int days = schedule.forcingDays();
    int cells = CLIMATES.length;
    float[][] minimum = new float[cells][days];
    float[][] maximum = new float[cells][days];
    float[][] rain = new float[cells][days];
    float[][] light = new float[cells][days];
    for (int cell = 0; cell < cells; cell++) {
      for (int day = 0; day < days; day++) {
        SyntheticWeather.Daily daily = CLIMATES[cell].day(firstWeather + day);
        minimum[cell][day] = (float) daily.tmin();
        maximum[cell][day] = (float) daily.tmax();
        rain[cell][day] = (float) daily.precipitation();
        light[cell][day] = (float) daily.shortwave();
      }
    }
    double[] co2 = new double[days];
    Arrays.fill(co2, 390);
    double[] elevation = new double[cells];
    Arrays.fill(elevation, 100);
    weather =
        new BlockWeather(
            SubDaily.QUADRATURE, LATITUDES, elevation, minimum, maximum, rain, light, co2);
    for (boolean c4 : new boolean[] {false, true}) {
      List<Integer> lanes = new ArrayList<>();
      List<TileTraits> traits = new ArrayList<>();
      for (int cell = 0; cell < cells; cell++) {
        for (PlantFunctionalType pft : PlantFunctionalType.all()) {
          if ((pft.pathway() == Pathway.C4) == c4
              && (everyPft || pft.number() == 4 || pft.number() == 10)
              && lanes.size() < LANES) {
            lanes.add(cell);
            traits.add(pft.traits(SoilTexture.of(cell % 6 + 1)));
          }
        }
      }
      int[] at = lanes.stream().mapToInt(Integer::intValue).toArray();
      int[] tiles = new int[at.length];
      Arrays.setAll(tiles, i -> i);
      groups.add(new LaneGroup(c4, at, tiles, traits));
      double[] alive = new double[at.length];
      Arrays.fill(alive, 1);
      live.add(alive);
    }
  }

  BlockModel model() {
    return model(StageKernels::of);
  }

  /** A model whose runs carry every series. */
  BlockModel model(Function<Boolean, StageKernels> kernels) {
    return model(kernels, EnumSet.allOf(ModelSeries.class));
  }

  BlockModel model(Function<Boolean, StageKernels> kernels, Set<ModelSeries> wanted) {
    return new BlockModel(groups, live, weather, schedule, kernels, wanted);
  }

  /** The type of a lane, found by its traits. */
  PlantFunctionalType pft(int group, int lane) {
    TileTraits traits = groups.get(group).traits().get(lane);
    int cell = groups.get(group).cells()[lane];
    return PlantFunctionalType.all().stream()
        .filter(pft -> (pft.pathway() == Pathway.C4) == groups.get(group).c4())
        .filter(pft -> pft.traits(SoilTexture.of(cell % 6 + 1)).equals(traits))
        .findFirst()
        .orElseThrow();
  }

  /** Prior parameters, each changed by up to the given share. */
  List<double[]> parameters(double spread, long seed) {
    Random random = new Random(seed);
    List<double[]> parameters = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      double[] slots = new double[LaneForcing.PARAMETERS * LANES];
      for (int lane = 0; lane < groups.get(g).lanes(); lane++) {
        double[] prior = LaneForcing.values(PriorParameters.of(pft(g, lane)));
        for (int c = 0; c < prior.length; c++) {
          slots[c * LANES + lane] = prior[c] * (1 + spread * (2 * random.nextDouble() - 1));
        }
      }
      parameters.add(slots);
    }
    return parameters;
  }

  /** A direction that changes every parameter by about its own size times a normal number. */
  List<double[]> direction(List<double[]> parameters, long seed) {
    Random random = new Random(seed);
    List<double[]> direction = new ArrayList<>();
    for (double[] slots : parameters) {
      double[] dots = new double[slots.length];
      for (int i = 0; i < dots.length; i++) {
        dots[i] = slots[i] * random.nextGaussian();
      }
      direction.add(dots);
    }
    return direction;
  }

  /** Random sensitivities of some series. */
  List<LaneSeries> bars(long seed, Set<ModelSeries> which) {
    Random random = new Random(seed);
    List<LaneSeries> bars = new ArrayList<>();
    for (LaneGroup group : groups) {
      LaneSeries bar = LaneSeries.zero(group.lanes(), schedule, which);
      for (ModelSeries series : which) {
        Arrays.setAll(bar.of(series), i -> random.nextGaussian());
      }
      bars.add(bar);
    }
    return bars;
  }

  /** Sum of products over the series that {@code a} carries, of all groups. */
  static double dot(List<LaneSeries> a, List<LaneSeries> b) {
    double sum = 0;
    for (int g = 0; g < a.size(); g++) {
      for (ModelSeries series : a.get(g).carried()) {
        double[] left = a.get(g).of(series);
        double[] right = b.get(g).of(series);
        for (int k = 0; k < left.length; k++) {
          sum += left[k] * right[k];
        }
      }
    }
    return sum;
  }
}
