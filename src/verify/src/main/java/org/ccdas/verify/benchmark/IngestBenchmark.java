package org.ccdas.verify.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.AreaMeasure;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.observe.satellite.EqualAreaRegrid;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.GriddedRetrievals;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.ccdas.observe.smos.CatdsL3;

/**
 * Seconds a file to read, screen and regrid daily SMOS files of full size (1388 x 584, three packed
 * variables, deflate level 4) onto 2 x 2 degrees, on one core and on two, with the chain of cdo
 * beside it where cdo is installed.
 *
 * <pre>{@code
 * new IngestBenchmark(folder, 60, 5, 4382).run(System.out);
 * }</pre>
 */
public final class IngestBenchmark {
  private static final int WARM_UP = 2;
  private static final RegridRule ALL = new RegridRule(0, 0);

  private final Path folder;
  private final int files;
  private final int repeats;
  private final int longRun;
  private final CatdsL3 product = new CatdsL3();
  private final Screening screening;
  private final SoilMoistureGrid grid = SoilMoistureGrid.global(2, 2);
  private final EqualAreaRegrid regrid;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** CPU and wall seconds a file. */
  private record PerFile(double cpu, double wall) {}

  /**
   * @param folder for the files; some 60 MB
   * @param files number of daily files, at least 1
   * @param repeats number of measurements, of which the median is told
   * @param longRun number of files of the run that shows the memory; the daily files again and
   *     again; 0 leaves it out
   */
  public IngestBenchmark(Path folder, int files, int repeats, int longRun) {
    this.folder = folder;
    this.files = files;
    this.repeats = repeats;
    this.longRun = longRun;
    Screening own = product.screening();
    for (String reason : own.reasons()) {
      if (!List.of(CatdsL3.RANGE, CatdsL3.DQX, CatdsL3.RFI).contains(reason)) {
        own = own.without(reason);
      }
    }
    this.screening = own;
    // on the sphere, as cdo has it
    this.regrid = EqualAreaRegrid.between(EaseGrid2.grid25km(true), grid, AreaMeasure.SPHERE);
  }

  /** Runs it from the command line: folder, files, repeats, files of the long run. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "bench-ingest");
    new IngestBenchmark(
            folder, number(arguments, 1, 60), number(arguments, 2, 5), number(arguments, 3, 4382))
        .run(System.out);
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  /** Measures, and prints a table. */
  public void run(PrintStream out) throws IOException {
    Files.createDirectories(folder);
    List<Path> paths = BenchmarkFiles.write(folder, files);
    boolean cdo = CdoChain.installed();
    if (cdo) {
      CdoChain.deflate(paths);
    } else {
      out.println("cdo is not installed: the files are not deflated, and there is no peer");
    }
    List<byte[]> contents = new ArrayList<>();
    for (Path path : paths) {
      contents.add(Files.readAllBytes(path));
    }
    out.printf(
        Locale.ROOT,
        "%d files of %.2f MB each%n",
        files,
        contents.stream().mapToInt(bytes -> bytes.length).average().orElse(0) / 1e6);
    PerFile one = median(1, paths);
    PerFile two = median(2, paths);
    line(out, "ccdas, one core", one);
    line(out, "ccdas, two cores", two);
    if (cdo) {
      compare(out, paths, one, two);
    }
    if (longRun > 0) {
      longRun(out, paths);
    }
  }

  private static void line(PrintStream out, String what, PerFile seconds) {
    out.printf(
        Locale.ROOT,
        "%-24s %.4f CPU s a file, %.4f wall s a file, %.1f files a second%n",
        what,
        seconds.cpu(),
        seconds.wall(),
        1 / seconds.wall());
  }

  private void compare(PrintStream out, List<Path> paths, PerFile one, PerFile two)
      throws IOException {
    Path full = folder.resolve("full.nc");
    BenchmarkFiles.writeFull(full);
    CdoChain.deflate(List.of(full));
    CdoChain chain = CdoChain.prepare(folder.toAbsolutePath(), full.toAbsolutePath(), "day*.nc");
    chain.run();
    List<PerFile> runs = new ArrayList<>();
    List<PerFile> reads = new ArrayList<>();
    for (int i = 0; i < repeats; i++) {
      CdoChain.Seconds seconds = chain.run();
      runs.add(new PerFile(seconds.cpu() / files, seconds.wall() / files));
      CdoChain.Seconds read = chain.read();
      reads.add(new PerFile(read.cpu() / files, read.wall() / files));
    }
    PerFile cdo = median(runs);
    line(out, "cdo, one process", cdo);
    line(out, "cdo, reading only", median(reads));
    out.printf(
        Locale.ROOT,
        "CPU a file: %.2f of cdo's; files a second on two cores: %.2f times cdo's%n",
        one.cpu() / cdo.cpu(),
        cdo.wall() / two.wall());
    agreement(out, paths, chain.output());
  }

  /** Largest difference from what cdo made of the same files. */
  private void agreement(PrintStream out, List<Path> paths, Path output) throws IOException {
    double largest = 0;
    long both = 0;
    long onlyOne = 0;
    try (NetcdfInput input = NetcdfInput.open(Location.of(output))) {
      double[] theirs = input.variable("sm").read();
      for (int day = 0; day < paths.size(); day++) {
        float[] ours = ingest(paths.get(day), day).value();
        for (int box = 0; box < ours.length; box++) {
          double their = theirs[day * ours.length + box];
          if (Float.isNaN(ours[box]) != Double.isNaN(their)) {
            onlyOne++;
          } else if (!Double.isNaN(their)) {
            both++;
            largest = Math.max(largest, Math.abs(their - ours[box]) / their);
          }
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "agreement with cdo: %d values, largest relative difference %.1e; %d in one only%n",
        both,
        largest,
        onlyOne);
  }

  private GriddedRetrievals ingest(Path path, int day) throws IOException {
    FileIdentity identity =
        new FileIdentity(CatdsL3.NAME, BenchmarkFiles.FIRST.plusDays(day), Overpass.ASCENDING, "");
    Retrievals retrievals =
        product.read(
            new ProductBytes(path.toString(), Files.readAllBytes(path)),
            identity,
            screening.layers());
    return regrid.apply(screening.apply(retrievals), regrid.boxAreas(), ALL);
  }

  private PerFile median(int threads, List<Path> paths) throws IOException {
    List<PerFile> runs = new ArrayList<>();
    for (int i = 0; i < WARM_UP + repeats; i++) {
      PerFile run = measure(threads, paths, paths.size());
      if (i >= WARM_UP) {
        runs.add(run);
      }
    }
    return median(runs);
  }

  private static PerFile median(List<PerFile> runs) {
    double[] cpu = runs.stream().mapToDouble(PerFile::cpu).sorted().toArray();
    double[] wall = runs.stream().mapToDouble(PerFile::wall).sorted().toArray();
    return new PerFile(cpu[cpu.length / 2], wall[wall.length / 2]);
  }

  /** Ingests files from disk, again and again from the first, until the count is reached. */
  private PerFile measure(int threads, List<Path> paths, int count) throws IOException {
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> parts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        Callable<Integer> part =
            () -> {
              int values = 0;
              for (int i = first; i < count; i += threads) {
                values += ingest(paths.get(i % paths.size()), i).count();
              }
              return values;
            };
        parts.add(pool.submit(part));
      }
      long values = 0;
      for (Future<Integer> part : parts) {
        values += part.get();
      }
      if (values == 0) {
        throw new IOException("no value came out");
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      pool.shutdownNow();
    }
    return new PerFile(
        (system.getProcessCpuTime() - cpu) / 1e9 / count, (System.nanoTime() - wall) / 1e9 / count);
  }

  /** Live memory after each tenth of a long run, on two threads. */
  private void longRun(PrintStream out, List<Path> paths) throws IOException {
    int tenth = Math.max(1, longRun / 10);
    double cpu = 0;
    double wall = 0;
    long[] live = new long[10];
    for (int part = 0; part < live.length; part++) {
      int count = part < 9 ? tenth : Math.max(1, longRun - 9 * tenth);
      PerFile seconds = measure(2, paths, count);
      cpu += seconds.cpu() * count;
      wall += seconds.wall() * count;
      System.gc();
      live[part] = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
    out.printf(
        Locale.ROOT,
        "%d files: %.1f CPU s, %.1f wall s; live memory after each tenth, MB: %s%s%n",
        longRun,
        cpu,
        wall,
        Arrays.stream(live).mapToObj(bytes -> String.valueOf(Math.round(bytes / 1e6))).toList(),
        residentPeak().map(peak -> "; peak of the process " + peak).orElse(""));
  }

  /** What the operating system counts, on Linux. */
  private static Optional<String> residentPeak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Optional.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring("VmHWM:".length()).strip())
        .findFirst();
  }
}
