package org.ccdas.report.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;

/** The streams that are installed, as the pages show them. */
public final class StreamPages {
  private StreamPages() {}

  private static final class Installed {
    private static final Map<String, StreamPage> PAGES = find();
  }

  private static Map<String, StreamPage> find() {
    Map<String, StreamPage> pages = new LinkedHashMap<>();
    ServiceLoader.load(StreamPage.class, StreamPages.class.getClassLoader())
        .forEach(page -> pages.put(page.stream(), page));
    return pages;
  }

  /** All of them. */
  public static List<StreamPage> all() {
    return List.copyOf(Installed.PAGES.values());
  }

  /** Those of a run. */
  public static List<StreamPage> of(RunResults run) {
    return all().stream().filter(page -> run.streams().contains(page.stream())).toList();
  }

  /** A stream in a sentence or table. */
  public static String title(String stream) {
    StreamPage page = Installed.PAGES.get(stream);
    return page == null ? stream : page.title();
  }

  /** The statistics of the fit to a stream that tables show. */
  public static List<FitStatistic> statistics(String stream) {
    StreamPage page = Installed.PAGES.get(stream);
    return page == null ? List.of() : page.statistics();
  }

  /** What a run assimilates of a stream, in words. */
  public static String assimilated(String stream, RunSummary summary) {
    StreamPage page = Installed.PAGES.get(stream);
    return page == null
        ? summary.observations().get(stream) + " values of " + stream
        : page.assimilated(summary);
  }
}
