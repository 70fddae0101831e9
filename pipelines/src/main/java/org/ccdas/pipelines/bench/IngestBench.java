package org.ccdas.pipelines.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.ccdas.observe.smos.CatdsL3;
import org.ccdas.observe.smos.CatdsWriter;
import org.ccdas.pipelines.config.RunnerName;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.pipelines.ingest.IngestRun;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.soilmoisture.IngestSettings;
import org.ccdas.verify.benchmark.Figure;
import org.ccdas.verify.benchmark.Stopwatch;

/**
 * Whole ingests through the pipeline, from files to products: seconds a file with one and two
 * workers, and the memory of an archive of many years. The archives are made of links to a few
 * files of full size, under the names of other days.
 */
public final class IngestBench {
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final int VERSION = 300;
  private static final double MEGA = 1e6;
  private static final long MILLISECONDS_BETWEEN_SAMPLES = 100;

  private final Path folder;
  private final List<Path> contents;
  private final int files;
  private final int repeats;
  private final int manyFiles;

  /**
   * @param folder for archives and products
   * @param contents daily files of CATDS Level 3, of soil moisture, DQX and RFI probability
   * @param files number of files of the short archive
   * @param repeats number of measurements of the short archive, of which the median is told
   * @param manyFiles number of files of the long archive, which is ingested once; 0 leaves it out
   */
  public IngestBench(Path folder, List<Path> contents, int files, int repeats, int manyFiles) {
    this.folder = folder;
    this.contents = List.copyOf(contents);
    this.files = files;
    this.repeats = repeats;
    this.manyFiles = manyFiles;
  }

  /** Measures. */
  public List<Figure> measure() throws IOException {
    List<Figure> figures = new ArrayList<>();
    Path few = archive("few", files);
    for (int workers = 1; workers <= 2; workers++) {
      int parallelism = workers;
      double seconds = Stopwatch.median(repeats, () -> ingest(few, parallelism));
      String name = workers == 1 ? "one worker" : "two workers";
      figures.add(new Figure(files + " files, " + name, files / seconds, "files a second"));
    }
    figures.add(new Figure(files + " files, live heap at most", liveHeap(few) / MEGA, "MB"));
    if (manyFiles > 0) {
      Path many = archive("many", manyFiles);
      long start = System.nanoTime();
      long live = liveHeap(many);
      double seconds = (System.nanoTime() - start) * 1e-9;
      figures.add(new Figure(manyFiles + " files, two workers", seconds, "s"));
      figures.add(
          new Figure(manyFiles + " files, two workers", manyFiles / seconds, "files a second"));
      figures.add(new Figure(manyFiles + " files, live heap at most", live / MEGA, "MB"));
    }
    return figures;
  }

  /** Links under the names of days, ascending and descending. */
  private Path archive(String name, int count) throws IOException {
    Path archive = folder.resolve(name);
    Files.createDirectories(archive);
    try (Stream<Path> former = Files.list(archive)) {
      for (Path file : former.toList()) {
        Files.delete(file);
      }
    }
    for (int i = 0; i < count; i++) {
      Overpass overpass = i % 2 == 0 ? Overpass.ASCENDING : Overpass.DESCENDING;
      String stem = CatdsWriter.stem(FIRST.plusDays(i / 2), overpass, "OPER", VERSION);
      Files.createLink(archive.resolve(stem + ".DBL.nc"), contents.get(i % contents.size()));
    }
    return archive;
  }

  private void ingest(Path archive, int workers) throws IOException {
    Path products = folder.resolve(archive.getFileName() + "-products");
    new IngestRun(archive.toString(), products.toString(), settings(), 0)
        .run(
            BeamSession.of(RunnerSettings.of(RunnerName.DIRECT, workers, RunnerSettings.EMBEDDED)));
  }

  /** Only the criteria whose layers the files have. */
  private static IngestSettings settings() {
    Screening screening = new CatdsL3().screening();
    for (String reason : screening.reasons()) {
      if (!List.of(CatdsL3.RANGE, CatdsL3.DQX, CatdsL3.RFI).contains(reason)) {
        screening = screening.without(reason);
      }
    }
    return IngestSettings.onto(SoilMoistureGrid.global(2, 2))
        .withScreenings(Map.of(CatdsL3.NAME, screening));
  }

  /** The most that garbage collections left of the heap during an ingest, bytes. */
  private long liveHeap(Path archive) throws IOException {
    AtomicLong most = new AtomicLong();
    ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
    System.gc();
    try {
      sampler.scheduleAtFixedRate(
          () -> most.accumulateAndGet(afterCollections(), Math::max),
          0,
          MILLISECONDS_BETWEEN_SAMPLES,
          TimeUnit.MILLISECONDS);
      ingest(archive, 2);
      System.gc();
      return most.accumulateAndGet(afterCollections(), Math::max);
    } finally {
      sampler.shutdownNow();
    }
  }

  private static long afterCollections() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
        bytes += pool.getCollectionUsage().getUsed();
      }
    }
    return bytes;
  }
}
