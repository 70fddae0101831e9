package org.ccdas.observe.cci;

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
 * Names of daily files of ESA CCI and of C3S, such as {@code
 * ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20160607000000-fv09.1r1.nc} and {@code
 * C3S-SOILMOISTURE-L3S-SSMV-PASSIVE-DAILY-20160831000000-TCDR-v202012.0.0.nc}. The variant is the
 * series: {@code COMBINED}, {@code PASSIVE}, {@code ACTIVE}, {@code COMBINED_GAPFILLED}, those of
 * C3S with {@code C3S-} before.
 */
final class CciName {
  /** The series in percent of saturation. */
  static final String ACTIVE = "ACTIVE";

  private static final String SERIES = "-SOILMOISTURE-L3S-SSM[VS]-([A-Z]+(?:[_-][A-Z]+)*?)";
  private static final Pattern CCI =
      Pattern.compile("ESACCI" + SERIES + "-(\\d{8})\\d{6}-fv(\\d+\\.\\d+(?:r\\d+)?)\\.nc");
  private static final Pattern C3S =
      Pattern.compile(
          "C3S"
              + SERIES
              + "-(DAILY|DEKADAL|MONTHLY)-(\\d{8})\\d{6}-([A-Z]+)-v(\\d+)\\.(\\d+)\\.(\\d+)\\.nc");

  private CciName() {}

  static Optional<FileIdentity> identify(String fileName) {
    Matcher cci = CCI.matcher(fileName);
    if (cci.matches()) {
      return identity(fileName, cci.group(1), cci.group(2), "v" + cci.group(3) + " " + fileName);
    }
    Matcher c3s = C3S.matcher(fileName);
    if (!c3s.matches()) {
      return Optional.empty();
    }
    if (!c3s.group(2).equals("DAILY")) {
      throw new InputException(
          fileName, "", "is a mean of several days", "Give the daily files, named DAILY");
    }
    // the climate record replaces the interim one
    String precedence =
        String.format(
            Locale.ROOT,
            "%d v%s %05d %05d %s",
            c3s.group(4).equals("ICDR") ? 0 : 1,
            c3s.group(5),
            Integer.parseInt(c3s.group(6)),
            Integer.parseInt(c3s.group(7)),
            fileName);
    return identity(fileName, "C3S-" + c3s.group(1), c3s.group(3), precedence);
  }

  private static Optional<FileIdentity> identity(
      String fileName, String series, String digits, String precedence) {
    try {
      LocalDate date = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
      return Optional.of(
          new FileIdentity(CciL3s.NAME, series, date, Overpass.COMBINED, precedence));
    } catch (DateTimeException e) {
      throw new InputException(
          fileName, "", "has the impossible date " + digits, "Correct the name", e);
    }
  }
}
