package org.ccdas.transforms.soilmoisture;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.observe.satellite.Criterion;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureProduct;

/**
 * A product for tests of transforms: 18 x 36 pixels of 10 degrees, all with the one moisture and
 * error that are the text of the file: {@code letter_20100103_A_v2.txt} with {@code 0.25 0.05}.
 */
public final class LetterProduct implements SoilMoistureProduct {
  /** Exit code of a process that reads a file with the text {@code power cut}. */
  public static final int DIED = 99;

  static final String NAME = "letter";
  private static final Pattern FILE = Pattern.compile("letter_(\\d{8})_([AD])_v(\\d)\\.txt");
  private static final LatLonGrid GRID = grid();

  private static LatLonGrid grid() {
    double[] lats = new double[18];
    Arrays.setAll(lats, row -> -85 + 10 * row);
    double[] lons = new double[36];
    Arrays.setAll(lons, column -> -175 + 10 * column);
    return LatLonGrid.of(lats, lons, LatLonGrid.Registration.CENTRE);
  }

  /** The name of a file. */
  static String fileName(LocalDate date, char overpass, int version) {
    return String.format(
        Locale.ROOT,
        "letter_%s_%s_v%d.txt",
        date.format(DateTimeFormatter.BASIC_ISO_DATE),
        overpass,
        version);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<FileIdentity> identify(String fileName) {
    if (fileName.startsWith("letter_monthly")) {
      throw new InputException(fileName, "", "is a monthly mean", "Get daily files");
    }
    Matcher matcher = FILE.matcher(fileName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE);
    Overpass overpass = matcher.group(2).equals("A") ? Overpass.ASCENDING : Overpass.DESCENDING;
    return Optional.of(new FileIdentity(NAME, date, overpass, matcher.group(3)));
  }

  @Override
  public boolean isCompanion(String fileName) {
    return fileName.endsWith(".note");
  }

  @Override
  public Screening screening() {
    return new Screening(
        List.of(
            new Criterion.Range("wet", Layer.SOIL_MOISTURE, 0, 0.9f, true),
            new Criterion.Range("error", Layer.STANDARD_ERROR, 1e-6f, 0.07f, true)));
  }

  @Override
  public Retrievals read(ProductBytes file, FileIdentity identity, Set<String> layers) {
    String text = new String(file.bytes(), StandardCharsets.UTF_8).strip();
    if (text.equals("power cut")) {
      Runtime.getRuntime().halt(DIED);
    }
    String[] words = text.split(" ");
    if (words.length != 2) {
      throw new InputException(file.name(), "", "is not two numbers", "Get the file again");
    }
    return new Retrievals(
        file.name(),
        identity,
        GRID,
        Map.of(
            Layer.SOIL_MOISTURE, filled(Float.parseFloat(words[0])),
            Layer.STANDARD_ERROR, filled(Float.parseFloat(words[1]))),
        Map.of());
  }

  private static float[] filled(float value) {
    float[] field = new float[GRID.size()];
    Arrays.fill(field, value);
    return field;
  }
}
