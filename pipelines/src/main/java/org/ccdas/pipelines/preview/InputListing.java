package org.ccdas.pipelines.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.FilePattern;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ObservationSettings;

/**
 * The files and folders that an experiment names, with their sizes, in the order of its keys. Every
 * path anywhere in the settings is found, so that none is forgotten when keys are added.
 */
record InputListing(List<Entry> entries) {
  private static final double MEGA = 1e6;

  /**
   * A path that the experiment names.
   *
   * @param key of the experiment file
   * @param location path or address
   * @param files number of files: 1, or those in the folder; 0 when there is nothing
   * @param bytes size of all; -1 when it comes with the system
   */
  record Entry(String key, String location, int files, long bytes) {
    /** Whether there is nothing at this place. */
    boolean missing() {
      return bytes >= 0 && files == 0;
    }

    /** A line of the table. */
    String line() {
      String size =
          bytes < 0
              ? "comes with the system"
              : missing()
                  ? "MISSING"
                  : String.format(
                      Locale.ROOT,
                      "%d file%s, %.2f MB",
                      files,
                      files == 1 ? "" : "s",
                      bytes / MEGA);
      return String.format(Locale.ROOT, "  %-36s %-24s %s", key, size, location);
    }
  }

  static InputListing of(Experiment experiment) {
    List<Entry> entries = new ArrayList<>();
    collect("", experiment, entries);
    return new InputListing(entries);
  }

  private static void collect(String key, Object value, List<Entry> entries) {
    if (value instanceof DataPath path) {
      entries.add(entry(key, path));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(key + "[" + i + "]", list.get(i), entries);
      }
    } else if (value instanceof Record settings) {
      for (RecordComponent component : settings.getClass().getRecordComponents()) {
        String name = key.isEmpty() ? component.getName() : key + "." + component.getName();
        collect(name, read(settings, component), entries);
      }
    } else if (value instanceof ObservationSettings streams) {
      streams.used().forEach((stream, used) -> collect(key + "." + stream, used, entries));
    }
  }

  private static Object read(Record settings, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static Entry entry(String key, DataPath path) {
    if (path.isResource()) {
      return new Entry(key, path.location(), 1, -1);
    }
    List<StoredFile> files = new ArrayList<>();
    for (Location place : matching(path.path())) {
      files.addAll(files(place));
    }
    long bytes = files.stream().mapToLong(StoredFile::bytes).sum();
    return new Entry(key, path.location(), files.size(), bytes);
  }

  private static List<Location> matching(Location path) {
    try {
      return FilePattern.files(path);
    } catch (InputException e) {
      // listed as missing, with all others that are
      return List.of();
    }
  }

  private static List<StoredFile> files(Location path) {
    try {
      return StoredFiles.isFolder(path)
          ? StoredFiles.list(path)
          : StoredFiles.find(path).stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that are not there. */
  List<Entry> missing() {
    return entries.stream().filter(Entry::missing).toList();
  }
}
