package org.ccdas.verify.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.satellite.LandMask;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.smos.CatdsL3;
import org.ccdas.observe.smos.CatdsWriter;
import org.ccdas.observe.smos.ScienceFlag;

/**
 * Writes the synthetic world as SMOS would deliver it: ascending and descending files of CATDS
 * Level 3 in {@code .tgz} archives, with the swaths of the three-day repeat, noise, interference,
 * frost, forest, relief, lakes and coast. The same seed gives the same bytes.
 *
 * <pre>{@code
 * SmosWorld smos = new SmosWorld(folder, seed, cells);
 * List<Location> files = smos.write(SmosWorld.days(first, last, 7), (cell, day) -> theta1[cell][...]);
 * smos.writeLandMask(folder.resolve("land-mask.nc"));
 * }</pre>
 */
public final class SmosWorld {
  /** Version of the files written. */
  public static final int VERSION = 300;

  private static final LatLonGrid GRID = EaseGrid2.grid25km(true);
  private static final String FILE_CLASS = "OPER";

  /** Pixels differ from the mean of their cell by this part of their standard error. */
  private static final double SCATTER = 0.3;

  /** Retrievals over frozen ground see this part of the water. */
  private static final double THAWED = 0.5;

  /** What SMOS is to see. */
  @FunctionalInterface
  public interface Moisture {
    /**
     * Mean surface soil moisture of a cell on a day, m3 m-3, with the errors that the mean shall
     * have; NaN when nothing is to be retrieved.
     *
     * @param cell index within the list of cells
     */
    double at(int cell, LocalDate date);
  }

  private final Location folder;
  private final long seed;
  private final SmosScene scene;

  /**
   * @param folder for the archives
   * @param seed of noise and interference
   * @param cells of the world; pixels outside them are sea
   */
  public SmosWorld(Location folder, long seed, List<Cell> cells) {
    this.folder = folder;
    this.seed = seed;
    this.scene = new SmosScene(cells);
  }

  /** As above, with the cells of {@link SyntheticWorld}. */
  public SmosWorld(Location folder, long seed) {
    this(folder, seed, WorldLand.cells().cells());
  }

  /**
   * Every n-th day of a period. A multiple of three would see the same swaths again and again.
   *
   * @param every at least 1
   */
  public static List<LocalDate> days(LocalDate first, LocalDate last, int every) {
    return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(every)).toList();
  }

  /**
   * Writes two archives a day, on all processors.
   *
   * @return the archives, by day
   */
  public List<Location> write(List<LocalDate> days, Moisture moisture) throws IOException {
    StoredFiles.makeFolder(folder);
    try {
      return IntStream.range(0, 2 * days.size())
          .parallel()
          .mapToObj(
              i -> {
                Overpass overpass = i % 2 == 0 ? Overpass.ASCENDING : Overpass.DESCENDING;
                return write(days.get(i / 2), overpass, VERSION, moisture);
              })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes what goes wrong in real archives: an older version of a file that is there, and a file
   * that was cut in transfer.
   *
   * @param duplicate a day that was written
   * @param cut a day that was not written
   */
  public void writeFaults(LocalDate duplicate, LocalDate cut, Moisture moisture)
      throws IOException {
    try {
      write(duplicate, Overpass.ASCENDING, VERSION - 20, moisture);
      Location whole = write(cut, Overpass.DESCENDING, VERSION, moisture);
      byte[] bytes = StoredFiles.read(whole);
      StoredFiles.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Location write(LocalDate date, Overpass overpass, int version, Moisture moisture) {
    String stem = CatdsWriter.stem(date, overpass, FILE_CLASS, version);
    try {
      return CatdsWriter.writeDelivery(folder, stem, retrievals(date, overpass, moisture, stem));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The retrievals of one overpass. */
  public Retrievals retrievals(LocalDate date, Overpass overpass, Moisture moisture) {
    return retrievals(
        date, overpass, moisture, CatdsWriter.stem(date, overpass, FILE_CLASS, VERSION));
  }

  private Retrievals retrievals(LocalDate date, Overpass overpass, Moisture moisture, String stem) {
    int size = GRID.size();
    float[] value = missing(size);
    float[] error = missing(size);
    float[] interference = missing(size);
    float[] probability = missing(size);
    float[] position = missing(size);
    float[] hours = missing(size);
    int[] flags = new int[size];
    Arrays.fill(flags, -1);
    SwathGeometry swath = new SwathGeometry(date, overpass);
    // neighbouring seeds, days and overpasses share no numbers
    NormalStream normal =
        new NormalStream(1_000_003 * seed + 2 * date.toEpochDay() + overpass.ordinal());
    for (int row = 0; row < GRID.rows(); row++) {
      double lat = EaseGrid2.centreLatitude(GRID, row);
      double track = swath.track(lat);
      double cosine = StrictMath.cos(Math.toRadians(lat));
      for (int column = 0; column < GRID.columns(); column++) {
        int pixel = row * GRID.columns() + column;
        int cell = scene.cell(pixel);
        if (cell == SmosScene.SEA) {
          continue;
        }
        double lon = 0.5 * (GRID.west(column) + GRID.east(column));
        double away = SwathGeometry.position(track, cosine, lon);
        double mean = moisture.at(cell, date);
        if (Math.abs(away) > SwathGeometry.HALF_WIDTH || Double.isNaN(mean)) {
          continue;
        }
        int winter = scene.winter(cell, date.getMonthValue());
        // log-normal errors and interference; the edge of the swath has fewer looks
        double edge = 1 + 0.3 * Math.abs(away) / SwathGeometry.HALF_WIDTH;
        double dqx = scene.error(cell, pixel) * edge * StrictMath.exp(0.15 * normal.next());
        double seen = winter == 0 ? mean : THAWED * mean;
        // below 0 too, as retrievals are: screening sees to it
        value[pixel] = (float) Math.max(-0.5, Math.min(1.05, seen + SCATTER * dqx * normal.next()));
        error[pixel] = clamp(dqx);
        interference[pixel] =
            clamp(scene.interference(pixel) * StrictMath.exp(0.9 * normal.next()));
        // chi-square of a right model has a uniform probability
        probability[pixel] = (float) uniform(normal.next());
        position[pixel] = (float) away;
        hours[pixel] = (float) swath.hour(lon);
        flags[pixel] = scene.flags(pixel) | winter;
        if (probability[pixel] > 0.98f) {
          flags[pixel] |= ScienceFlag.RAIN.mask() | ScienceFlag.EXTERNAL.mask();
        }
      }
    }
    return new Retrievals(
        stem,
        new CatdsL3().identify(stem + ".tgz").orElseThrow(),
        GRID,
        Map.of(
            Layer.SOIL_MOISTURE,
            value,
            Layer.STANDARD_ERROR,
            error,
            Layer.RFI_PROBABILITY,
            interference,
            Layer.CHI2_PROBABILITY,
            probability,
            Layer.SWATH_POSITION,
            position,
            Layer.ACQUISITION_HOURS,
            hours),
        Map.of(Layer.SCIENCE_FLAGS, flags));
  }

  private static float[] missing(int size) {
    float[] field = new float[size];
    Arrays.fill(field, Float.NaN);
    return field;
  }

  private static float clamp(double value) {
    return (float) Math.max(0, Math.min(1, value));
  }

  /** The probability of a standard normal number, by the logistic curve that is near to it. */
  private static double uniform(double normal) {
    return 1 / (1 + StrictMath.exp(-1.702 * normal));
  }

  /** Standard error that the accepted retrievals of a cell typically have, m3 m-3. */
  double typicalError(Cell cell) {
    // edge of the swath and log-normal spread make the mean a little greater
    return Math.min(0.062, 1.1 * SmosScene.error(cell.pfts().get(0)));
  }

  /** Writes which pixels are land, in the format of the CATDS mask. */
  public void writeLandMask(Location path) throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("Land of the synthetic world")
            .dimension("lat", GRID.rows())
            .dimension("lon", GRID.columns());
    double[] lats = new double[GRID.rows()];
    Arrays.setAll(lats, row -> EaseGrid2.centreLatitude(GRID, row));
    double[] lons = new double[GRID.columns()];
    Arrays.setAll(lons, c -> 0.5 * (GRID.west(c) + GRID.east(c)));
    double[] land = new double[GRID.size()];
    Arrays.setAll(land, pixel -> scene.cell(pixel) == SmosScene.SEA ? 0 : 1);
    output.floats("lat", "lat").units("degrees_north").values(lats);
    output.floats("lon", "lon").units("degrees_east").values(lons);
    output.ints(LandMask.VARIABLE, "lat", "lon").longName("1 on land, 0 elsewhere").values(land);
    output.write(path);
  }
}
