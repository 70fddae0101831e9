package org.ccdas.inputs.netcdf;

import io.jhdf.AbstractNode;
import io.jhdf.api.Dataset;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccdas.inputs.InputException;

/**
 * The filters of HDF5 datasets, by the numbers under which they are registered. Read are deflate,
 * byte shuffling and the check sum of Fletcher, which NetCDF has always had.
 *
 * @see <a
 *     href="https://github.com/HDFGroup/hdf5_plugins/blob/master/docs/RegisteredFilterPlugins.md">The
 *     register</a>
 */
final class Hdf5Filters {
  static final int DEFLATE = 1;
  static final int SHUFFLE = 2;
  static final int FLETCHER32 = 3;

  private static final Set<Integer> READ = Set.of(DEFLATE, SHUFFLE, FLETCHER32);

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(4, "szip"),
          Map.entry(5, "n-bit packing"),
          Map.entry(6, "scale-offset packing"),
          Map.entry(307, "bzip2"),
          Map.entry(32000, "LZF"),
          Map.entry(32001, "Blosc"),
          Map.entry(32004, "LZ4"),
          Map.entry(32008, "bitshuffle"),
          Map.entry(32013, "ZFP"),
          Map.entry(32015, "Zstandard"),
          Map.entry(32017, "SZ"),
          Map.entry(32023, "Granular BitRound"),
          Map.entry(32026, "Blosc2"));

  private Hdf5Filters() {}

  /** The filters of a dataset that are not read. */
  static List<Integer> unread(Dataset dataset) {
    if (!(dataset instanceof AbstractNode node)
        || !node.getHeader().hasMessageOfType(FilterPipelineMessage.class)) {
      return List.of();
    }
    return node.getHeader().getMessageOfType(FilterPipelineMessage.class).getFilters().stream()
        .map(FilterInfo::getId)
        .filter(id -> !READ.contains(id))
        .toList();
  }

  /** Names for users, for example {@code Zstandard (HDF5 filter 32015)}. */
  static String named(List<Integer> filters) {
    return filters.stream()
        .map(id -> NAMES.getOrDefault(id, "an unknown filter") + " (HDF5 filter " + id + ")")
        .collect(Collectors.joining(" and "));
  }

  /**
   * The error at a variable with filters that are not read, with the commands that help.
   *
   * @param cause may be null
   */
  static InputException refusal(
      String file, String variable, List<Integer> filters, Throwable cause) {
    return new InputException(
        file,
        "variable " + variable,
        "is compressed by " + named(filters) + ", which is not read",
        "Compress the file by deflate: nccopy -d 4 IN OUT, or cdo -f nc4 -z zip copy IN OUT",
        cause);
  }
}
