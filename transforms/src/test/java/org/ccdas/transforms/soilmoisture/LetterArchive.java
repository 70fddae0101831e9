package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Files of {@link LetterProduct} with all that may be wrong with an archive. */
public final class LetterArchive {
  /** First day. */
  public static final LocalDate FIRST = LocalDate.of(2010, 12, 30);

  private LetterArchive() {}

  /** Four good days around a new year, ascending and descending, by name. */
  public static Map<String, byte[]> good() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (int day = 0; day < 4; day++) {
      LocalDate date = FIRST.plusDays(day);
      files.put("2010s/" + LetterProduct.fileName(date, 'A', 1), text("0." + (2 + day) + " 0.03"));
      files.put("2010s/" + LetterProduct.fileName(date, 'D', 1), text("0." + (4 + day) + " 0.05"));
    }
    return files;
  }

  /** Faults: too old a version, unreadable, empty, unknown, unusable; a companion; all rejected. */
  public static Map<String, byte[]> faulty() {
    TreeMap<String, byte[]> files = new TreeMap<>(good());
    files.put("new/" + LetterProduct.fileName(FIRST, 'A', 2), text("0.6 0.03"));
    files.put("bad/" + LetterProduct.fileName(FIRST.plusDays(9), 'A', 1), text("spoilt"));
    files.put("bad/" + LetterProduct.fileName(FIRST.plusDays(9), 'D', 1), new byte[0]);
    files.put("bad/readme.txt", text("hello"));
    files.put("bad/letter_monthly_201012.txt", text("0.3 0.03"));
    files.put("bad/x.note", text("companion"));
    files.put("2010s/" + LetterProduct.fileName(FIRST.plusDays(5), 'A', 1), text("0.3 0.2"));
    return files;
  }

  /** Writes files below a folder. */
  public static void write(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
