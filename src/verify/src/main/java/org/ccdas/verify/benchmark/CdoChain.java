package org.ccdas.verify.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The same work by the Climate Data Operators (cdo), where they are installed: one process, weights
 * worked out before, no mask before {@code remap} (with one, cdo leaves the weights unused without
 * saying so).
 */
final class CdoChain {
  private static final String GRID =
      """
      gridtype = lonlat
      xsize = 180
      ysize = 90
      xfirst = -179
      xinc = 2
      yfirst = -89
      yinc = 2
      """;

  private final Path folder;
  private final String pattern;

  /** CPU and wall seconds of a run. */
  record Seconds(double cpu, double wall) {}

  private CdoChain(Path folder, String pattern) {
    this.folder = folder;
    this.pattern = pattern;
  }

  /** Whether cdo can be run here. */
  static boolean installed() {
    return version().isPresent();
  }

  /** What cdo says of itself. */
  static Optional<String> version() {
    try {
      Process process = new ProcessBuilder("cdo", "--version").redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text.lines().findFirst();
    } catch (IOException e) {
      // there is no such program
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Rewrites NetCDF-3 files as NetCDF-4 with deflate level 4, in place. */
  static void deflate(List<Path> files) throws IOException {
    for (Path file : files) {
      Path packed = file.resolveSibling(file.getFileName() + ".nc4");
      run(file.getParent(), "cdo -s -f nc4 -z zip_4 copy " + file + " " + packed);
      Files.move(packed, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Works out the weights.
   *
   * @param full a file without missing values
   * @param pattern of the daily files, in the folder
   */
  static CdoChain prepare(Path folder, Path full, String pattern) throws IOException {
    Files.writeString(folder.resolve("two-degrees.grid"), GRID);
    run(folder, "cdo -s -P 1 gencon,two-degrees.grid -selname,Soil_Moisture " + full + " w.nc");
    return new CdoChain(folder, pattern);
  }

  /** The whole chain once. */
  Seconds run() throws IOException {
    return run(
        folder,
        "cdo -s -P 1 -f nc4 expr,'sm=n/m' -remap,two-degrees.grid,w.nc -setmisstoc,0"
            + " -expr,'m=(Soil_Moisture_Dqx<=0.07)*(Rfi_Prob<=0.2);n=m*Soil_Moisture'"
            + " -mergetime "
            + pattern
            + " cdo-out.nc");
  }

  /** Reading and inflating alone. */
  Seconds read() throws IOException {
    return run(folder, "cdo -s -P 1 -f nc4 timmax -mergetime " + pattern + " cdo-read.nc");
  }

  /** The file that {@link #run} wrote: variable sm(time, lat, lon), rows from the south. */
  Path output() {
    return folder.resolve("cdo-out.nc");
  }

  private static Seconds run(Path folder, String command) throws IOException {
    List<String> shell =
        new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S %R'; time " + command));
    Path log = folder.resolve("cdo.log");
    Process process =
        new ProcessBuilder(shell)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(30, TimeUnit.MINUTES)) {
        process.destroy();
        throw new IOException(command + " takes longer than half an hour");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    List<String> lines = Files.readAllLines(log);
    if (process.exitValue() != 0 || lines.isEmpty()) {
      throw new IOException(command + " failed: " + lines);
    }
    if (lines.stream().anyMatch(line -> line.contains("not used"))) {
      throw new IOException(command + " did not use its weights: " + lines);
    }
    String[] times = lines.get(lines.size() - 1).strip().split("\\s+");
    return new Seconds(
        Double.parseDouble(times[0]) + Double.parseDouble(times[1]), Double.parseDouble(times[2]));
  }
}
