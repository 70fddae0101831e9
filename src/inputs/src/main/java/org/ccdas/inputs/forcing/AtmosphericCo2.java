package org.ccdas.inputs.forcing;

import java.io.Serializable;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;

/** Annual global mean CO2 of the air that leaves see, umol mol-1 (spec section 4.4). */
public final class AtmosphericCo2 implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String RESOURCE = "atmospheric-co2.csv";

  private final String file;
  private final TreeMap<Integer, Double> ppm;

  private AtmosphericCo2(String file, TreeMap<Integer, Double> ppm) {
    this.file = file;
    this.ppm = ppm;
  }

  /** The table of spec section 4.4: 1700 to 2024. */
  public static AtmosphericCo2 standard() {
    return of(CsvTable.resource(AtmosphericCo2.class, RESOURCE, "year", "ppm"));
  }

  /** A table with columns {@code year,ppm}. */
  public static AtmosphericCo2 read(Location path) {
    return of(CsvTable.read(path, "year", "ppm"));
  }

  private static AtmosphericCo2 of(CsvTable table) {
    TreeMap<Integer, Double> ppm = new TreeMap<>();
    for (CsvTable.Row row : table.rows()) {
      double value = row.number("ppm");
      if (!(value >= 150 && value <= 2000)) {
        throw row.problem("ppm is " + value, "Give the mole fraction in umol mol-1");
      }
      if (ppm.put(row.integer("year"), value) != null) {
        throw row.problem("year " + row.integer("year") + " is there twice", "Remove one");
      }
    }
    return new AtmosphericCo2(table.file(), ppm);
  }

  /** First year of the table. */
  public int firstYear() {
    return ppm.firstKey();
  }

  /** Last year of the table. */
  public int lastYear() {
    return ppm.lastKey();
  }

  /**
   * Mole fraction of a year, umol mol-1.
   *
   * @throws InputException when the table lacks it
   */
  public double ppm(int year) {
    Double value = ppm.get(year);
    if (value == null) {
      throw new InputException(
          file,
          "year " + year,
          "there is no CO2 of " + year + ", the table has " + firstYear() + " to " + lastYear(),
          "Give a table of CO2 that covers the run with its spin-up");
    }
    return value;
  }
}
