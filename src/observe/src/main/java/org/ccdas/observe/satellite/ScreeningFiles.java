package org.ccdas.observe.satellite;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;

/** What an ingest tells of its screening: tables of counts and maps. */
public final class ScreeningFiles {
  /** In the table of counts: retrievals that failed any criterion. */
  public static final String ANY = "any";

  private static final double PERCENT = 100;

  private ScreeningFiles() {}

  /**
   * The counts as CSV with columns {@code
   * product,reason,retrievals,rejected,rejected_alone,rejected_percent}: a row a criterion and one
   * for {@value #ANY} of them, product by product in the given order. A retrieval that fails
   * several criteria counts for each.
   */
  public static byte[] counts(Collection<RejectionCounts> products) {
    return csv(
        List.of(
            "product", "reason", "retrievals", "rejected", "rejected_alone", "rejected_percent"),
        printer -> {
          for (RejectionCounts counts : products) {
            long all = counts.retrievals();
            long alone = 0;
            for (int r = 0; r < counts.reasons().size(); r++) {
              printer.printRecord(
                  counts.product(),
                  counts.reasons().get(r),
                  all,
                  counts.rejected()[r],
                  counts.alone()[r],
                  percent(counts.rejected()[r], all));
              alone += counts.alone()[r];
            }
            long any = all - counts.accepted();
            printer.printRecord(counts.product(), ANY, all, any, alone, percent(any, all));
          }
        });
  }

  private static String percent(long part, long all) {
    return all == 0 ? "" : String.format(Locale.ROOT, "%.4f", PERCENT * part / all);
  }

  /** Files that were not used as CSV with columns {@code file,reason}, in the order given. */
  public static byte[] files(Map<String, String> reasons) {
    return csv(
        List.of("file", "reason"),
        printer -> {
          for (Map.Entry<String, String> entry : reasons.entrySet()) {
            printer.printRecord(entry.getKey(), entry.getValue());
          }
        });
  }

  @FunctionalInterface
  private interface Rows {
    void print(CSVPrinter printer) throws IOException;
  }

  private static byte[] csv(List<String> columns, Rows rows) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
      printer.printRecord(columns);
      rows.print(printer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes the maps as CF NetCDF: {@code retrievals(lat, lon)} and {@code rejected(reason, lat,
   * lon)}, numbers of pixels whose centre lies in a box; reasons of all products follow each other,
   * named {@code PRODUCT: REASON} when there are several products.
   *
   * @param maps one a product, at least one with at least one reason
   */
  public static void writeMaps(Location path, SoilMoistureGrid grid, List<RejectionMap> maps)
      throws IOException {
    List<String> names = new ArrayList<>();
    List<int[]> fields = new ArrayList<>();
    double[] retrievals = new double[grid.size()];
    for (RejectionMap map : maps) {
      for (int r = 0; r < map.reasons().size(); r++) {
        String reason = map.reasons().get(r);
        names.add(maps.size() == 1 ? reason : map.product() + ": " + reason);
        fields.add(map.rejected()[r]);
      }
      for (int box = 0; box < retrievals.length; box++) {
        retrievals[box] += map.retrievals()[box];
      }
    }
    NetcdfOutput output = NetcdfOutput.titled("Rejected retrievals of soil moisture");
    output.dimension("reason", names.size());
    output.dimension("lat", grid.rows()).dimension("lon", grid.columns());
    output
        .doubles("lat", "lat")
        .units("degrees_north")
        .standardName("latitude")
        .values(grid.lats());
    output
        .doubles("lon", "lon")
        .units("degrees_east")
        .standardName("longitude")
        .values(grid.lons());
    output.strings("reason_name", "reason", names);
    output
        .ints("retrievals", "lat", "lon")
        .units("1")
        .longName("number of retrievals whose centre lies in the box")
        .values(retrievals);
    output
        .ints("rejected", "reason", "lat", "lon")
        .units("1")
        .longName("number of them that failed a criterion")
        .slabs(reason -> wide(fields.get(reason)));
    output.write(path);
  }

  private static double[] wide(int[] field) {
    double[] wide = new double[field.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = field[i];
    }
    return wide;
  }
}
