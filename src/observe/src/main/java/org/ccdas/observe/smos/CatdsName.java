package org.ccdas.observe.smos;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Overpass;

/**
 * Names of CATDS Level-3 soil-moisture files (spec section 19.1), such as {@code
 * SM_OPER_MIR_CLF31A_20150820T000000_20150820T235959_300_001_7.DBL.nc}: class (OPER, or RExx of a
 * reprocessing), type, first and last second, version, counter, site.
 */
final class CatdsName {
  static final String PRODUCT = "smos-catds-l3";

  private static final Pattern NAME =
      Pattern.compile(
          "(SM_([A-Z0-9]{4})_MIR_(CL[A-Z0-9]{4})_(\\d{8})T\\d{6}_(\\d{8})T\\d{6}"
              + "_(\\d{3})_(\\d{3})_\\d)\\.(DBL\\.nc|nc|tgz|tar\\.gz|HDR|DBL)");
  private static final Pattern DAILY = Pattern.compile("CLF(31|3S)([AD])");

  private CatdsName() {}

  static Optional<FileIdentity> identify(String fileName) {
    Matcher name = NAME.matcher(fileName);
    if (!name.matches() || name.group(8).equals("HDR")) {
      return Optional.empty();
    }
    Matcher daily = DAILY.matcher(name.group(3));
    if (!daily.matches()) {
      throw new InputException(
          fileName,
          "",
          "is of type " + name.group(3) + ", which is not a daily map of soil moisture",
          "Give files of type CLF31A, CLF31D, CLF3SA or CLF3SD");
    }
    if (name.group(8).equals("DBL")) {
      throw new InputException(
          fileName,
          "",
          "is a data block in the binary format",
          "Give the product in NetCDF, whose names end in .DBL.nc or .nc");
    }
    LocalDate first = date(fileName, name.group(4));
    LocalDate last = date(fileName, name.group(5));
    if (!last.equals(first)) {
      throw new InputException(
          fileName, "", "covers " + first + " to " + last, "Give files of one day each");
    }
    Overpass overpass = daily.group(2).equals("A") ? Overpass.ASCENDING : Overpass.DESCENDING;
    // a reprocessing replaces what came out in operation, a later one an earlier one
    String precedence =
        String.format(
            Locale.ROOT,
            "%s %s %s %s",
            name.group(2).startsWith("RE") ? "1 " + name.group(2) : "0 " + name.group(2),
            name.group(6),
            name.group(7),
            fileName);
    return Optional.of(new FileIdentity(PRODUCT, first, overpass, precedence));
  }

  static boolean isCompanion(String fileName) {
    Matcher name = NAME.matcher(fileName);
    return name.matches() && name.group(8).equals("HDR");
  }

  private static LocalDate date(String fileName, String digits) {
    try {
      return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new InputException(
          fileName, "", "has the impossible date " + digits, "Correct the name", e);
    }
  }
}
