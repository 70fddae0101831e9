package org.ccdas.evaluate.reference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.time.MonthAxis;

/**
 * FLUXNET2015 (Pastorello et al. 2020, Scientific Data 7, 225), monthly files {@code
 * FLX_SITE_FLUXNET2015_*_MM_*.csv}, with the places of the sites in {@value #SITES}. A month counts
 * when at least {@value #LEAST_GOOD} of it is measured or filled with high confidence.
 *
 * <ul>
 *   <li>NEP is {@code -NEE_VUT_REF} (NEE is positive to the atmosphere), gC m-2 d-1, its error the
 *       random one and half the range of the friction-velocity thresholds from 25 to 75 percent;
 *   <li>GPP is the mean of the night-time and the day-time partitioning, its error half their
 *       difference;
 *   <li>soil moisture is {@code SWC_F_MDS_1}, percent, of the uppermost sensor, whose depth
 *       differs;
 *   <li>ET is {@code LE_F_MDS}, W m-2, over the latent heat of evaporation; the energy balance is
 *       not closed.
 * </ul>
 */
public final class FluxnetMonthly implements ReferenceDataset {
  /** Table of the sites. */
  static final String SITES = "FluxNET_sites.csv";

  /** Share of good data that a month needs. */
  static final double LEAST_GOOD = 0.7;

  private static final Pattern NAME =
      Pattern.compile("FLX_([A-Z]{2}-\\w{3})_FLUXNET2015_\\w+?_MM_.+\\.csv");
  private static final String SOURCE = "FLUXNET2015";
  private static final double MISSING = -9999;
  private static final double SECONDS_PER_DAY = 86400;

  @Override
  public String name() {
    return "fluxnet-monthly";
  }

  @Override
  public String title() {
    return "FLUXNET2015 (Pastorello et al. 2020): monthly NEE, GPP, latent heat and soil water at towers";
  }

  @Override
  public boolean reads(String fileName) {
    return fileName.equals(SITES) || NAME.matcher(fileName).matches();
  }

  @Override
  public ReferenceData read(List<Location> files, List<Cell> cells, MonthAxis window) {
    Location sites =
        files.stream()
            .filter(file -> file.name().equals(SITES))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        files.get(0).parent().toString(),
                        "",
                        "there is no table " + SITES + " with the places of the sites",
                        "Add it: columns SITE_ID, LOCATION_LAT, LOCATION_LONG, IGBP"));
    Map<String, Site> places = places(sites);
    List<SiteSeries> series = new ArrayList<>();
    for (Location file : files) {
      Matcher name = NAME.matcher(file.name());
      if (name.matches()) {
        Site site = places.get(name.group(1));
        if (site == null) {
          throw new InputException(
              sites.toString(), "", "site " + name.group(1) + " is not in it", "Add its place");
        }
        series.addAll(read(file, site));
      }
    }
    return new ReferenceData(List.of(), series, List.of());
  }

  private static Map<String, Site> places(Location file) {
    Map<String, Site> places = new HashMap<>();
    for (CsvTable.Row row :
        CsvTable.read(file, "SITE_ID", "LOCATION_LAT", "LOCATION_LONG", "IGBP").rows()) {
      if (row.find("LOCATION_LAT").isPresent()) {
        Site site =
            new Site(
                row.text("SITE_ID"),
                row.number("LOCATION_LAT"),
                row.number("LOCATION_LONG"),
                row.find("IGBP").orElse(""));
        places.put(site.name(), site);
      }
    }
    return places;
  }

  private static List<SiteSeries> read(Location file, Site site) {
    CsvTable table =
        CsvTable.read(
            file,
            "TIMESTAMP",
            "TA_F",
            "NEE_VUT_REF",
            "NEE_VUT_REF_QC",
            "GPP_NT_VUT_REF",
            "GPP_DT_VUT_REF",
            "LE_F_MDS",
            "LE_F_MDS_QC");
    List<CsvTable.Row> rows = table.rows();
    MonthAxis months = MonthAxis.of(month(rows.get(0)), month(rows.get(rows.size() - 1)));
    Column nep = new Column(months);
    Column gpp = new Column(months);
    Column et = new Column(months);
    Column moisture = new Column(months);
    for (CsvTable.Row row : rows) {
      int m = months.indexOf(month(row));
      if (m < 0 || m >= months.count()) {
        throw row.problem("the months are not in order", "Give the file of FLUXNET unchanged");
      }
      if (number(row, "NEE_VUT_REF_QC") >= LEAST_GOOD) {
        double random = number(row, "NEE_VUT_REF_RANDUNC");
        double threshold = (number(row, "NEE_VUT_75") - number(row, "NEE_VUT_25")) / 2;
        nep.set(m, -number(row, "NEE_VUT_REF"), Math.hypot(random, threshold));
        double night = number(row, "GPP_NT_VUT_REF");
        double day = number(row, "GPP_DT_VUT_REF");
        gpp.set(m, (night + day) / 2, Math.abs(night - day) / 2);
      }
      if (number(row, "LE_F_MDS_QC") >= LEAST_GOOD) {
        double perWatt = SECONDS_PER_DAY / latentHeat(number(row, "TA_F"));
        et.set(m, number(row, "LE_F_MDS") * perWatt, Math.abs(number(row, "LE_RANDUNC")) * perWatt);
      }
      if (number(row, "SWC_F_MDS_1_QC") >= LEAST_GOOD) {
        moisture.set(m, number(row, "SWC_F_MDS_1") / 100, Double.NaN);
      }
    }
    return List.of(
        nep.of(site, Quantity.NEP),
        gpp.of(site, Quantity.GPP),
        et.of(site, Quantity.ET),
        moisture.of(site, Quantity.SOIL_MOISTURE));
  }

  /** Latent heat of evaporation, J kg-1: (2.501 - 0.002361 T) 1e6, T in degC (Harrison 1963). */
  static double latentHeat(double celsius) {
    return (2.501 - 0.002361 * celsius) * 1e6;
  }

  private static YearMonth month(CsvTable.Row row) {
    int stamp = row.integer("TIMESTAMP");
    if (stamp % 100 < 1 || stamp % 100 > 12) {
      throw row.problem("'" + stamp + "' is no month yyyymm", "Give a monthly file of FLUXNET");
    }
    return YearMonth.of(stamp / 100, stamp % 100);
  }

  /** NaN where the column is absent, blank or -9999. */
  private static double number(CsvTable.Row row, String column) {
    if (row.find(column).isEmpty()) {
      return Double.NaN;
    }
    double value = row.number(column);
    return value == MISSING ? Double.NaN : value;
  }

  /** Values of a quantity by month. */
  private static final class Column {
    private final MonthAxis months;
    private final double[] values;
    private final double[] sigma;

    Column(MonthAxis months) {
      this.months = months;
      values = new double[months.count()];
      sigma = new double[months.count()];
      Arrays.fill(values, Double.NaN);
      Arrays.fill(sigma, Double.NaN);
    }

    void set(int month, double value, double error) {
      values[month] = value;
      sigma[month] = error;
    }

    SiteSeries of(Site site, Quantity quantity) {
      return new SiteSeries(SOURCE, site, quantity, months, values, sigma);
    }
  }
}
