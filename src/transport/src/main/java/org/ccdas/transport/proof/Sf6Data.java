package org.ccdas.transport.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.transport.surface.Raster;

/**
 * Sulphur hexafluoride: monthly means of 13 NOAA stations and yearly emissions in four bands of
 * latitude.
 *
 * @param firstYear of the emissions
 * @param emissions by year and band (south to north: 90-30 S, 30-0 S, 0-30 N, 30-90 N), Gg yr-1
 * @param stations those of the table of stations
 * @param observed by station and month since January of {@code firstYear}, ppt, NaN where missing
 */
public record Sf6Data(
    int firstYear, double[][] emissions, List<Station> stations, double[][] observed) {
  /** Edges of the bands of the emissions, degrees north. */
  static final double[] BANDS = {-90, -30, 0, 30, 90};

  /** SF6 that raises the global mean by 1 ppt, Gg: molar mass 146.06 over that of carbon 12.011. */
  static final double GG_PER_PPT = 2.123 / 12.011 * 146.06;

  private static final List<String> CODES =
      List.of(
          "ALT", "SUM", "BRW", "MHD", "THD", "NWR", "KUM", "MLO", "SMO", "CGO", "USH", "PSA",
          "SPO");

  /** Reads {@code SF6.emissions.bybox.tbl} and {@code HATS_global_SF6.txt} of a folder. */
  public static Sf6Data read(Location folder) {
    TextTable boxes = TextTable.read(folder.resolve("SF6.emissions.bybox.tbl"));
    int year = boxes.column("yr");
    int firstYear = boxes.integer(0, year);
    double[][] emissions = new double[boxes.size()][4];
    for (int i = 0; i < emissions.length; i++) {
      for (int band = 0; band < 4; band++) {
        // the file's boxes go from north to south
        emissions[i][band] = boxes.value(i, boxes.column("box." + (4 - band)));
      }
    }
    TextTable table = TextTable.read(folder.resolve("HATS_global_SF6.txt"));
    double[][] observed = new double[CODES.size()][emissions.length * 12];
    for (int s = 0; s < observed.length; s++) {
      Arrays.fill(observed[s], Double.NaN);
      int column = table.column("HATS_" + CODES.get(s).toLowerCase(Locale.ROOT) + "_SF6");
      for (int i = 0; i < table.size(); i++) {
        int month =
            (table.integer(i, table.column("HATS_SF6_YYYY")) - firstYear) * 12
                + table.integer(i, table.column("HATS_SF6_MM"))
                - 1;
        if (month >= 0 && month < observed[s].length) {
          observed[s][month] = table.value(i, column);
        }
      }
    }
    StationTable standard = StationTable.standard();
    return new Sf6Data(
        firstYear, emissions, CODES.stream().map(standard::station).toList(), observed);
  }

  /** Number of months of the emissions. */
  int months() {
    return emissions.length * 12;
  }

  /** Index of January of a year. */
  int january(int year) {
    return (year - firstYear) * 12;
  }

  /** The flux of a month on the raster, ppt yr-1. */
  double[] flux(int month, double[] pattern) {
    double[] totals = emissions[month / 12].clone();
    for (int band = 0; band < totals.length; band++) {
      totals[band] /= GG_PER_PPT;
    }
    return Raster.spread(BANDS, totals, pattern);
  }
}
