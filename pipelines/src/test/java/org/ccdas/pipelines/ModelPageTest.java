package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/model.md is the specification that code and pages cite by section. */
class ModelPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs").resolve("model.md");
  private static final List<String> ENDINGS = List.of(".java", ".csv", ".yaml", ".md");

  /** Tables of data that someone keeps below the root cite nothing. */
  private static final long LARGEST_FILE = 1_000_000;

  private static final String NUMBER = "\\d+(?:\\.\\d+)?";
  private static final String LIST =
      "(" + NUMBER + "(?:(?:,| and| to|, and) " + NUMBER + "(?![\\w%]))*)";
  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (" + NUMBER + ")\\.? \\S");
  private static final Pattern CITATION =
      Pattern.compile("(?i)\\b(?:spec(?:ification)?|model\\.md,) (?:sections? )?" + LIST);
  private static final Pattern OWN_REFERENCE = Pattern.compile("\\bsections? " + LIST);
  private static final Pattern IN_PARENTHESES = Pattern.compile("\\(" + LIST + "\\)");
  private static final Pattern ITEM = Pattern.compile("( to )?(" + NUMBER + ")");

  /** The numbers of the sections of a page. */
  static Set<String> sections(String page) {
    Set<String> sections = new TreeSet<>();
    Matcher heading = HEADING.matcher(page);
    while (heading.find()) {
      sections.add(heading.group(1));
    }
    return sections;
  }

  /** Every section that a text cites, in order, with repetitions. */
  static List<String> cited(Pattern pattern, String text) {
    // comments break lines with their own marks, and Java breaks strings
    String plain =
        text.replaceAll("(?m)^[ \\t]*(?:/?\\*+|//+|#+)?[ \\t]*", "")
            .replaceAll("\\s+", " ")
            .replaceAll("\" ?\\+ ?\"", "");
    List<String> cited = new ArrayList<>();
    Matcher list = pattern.matcher(plain);
    while (list.find()) {
      Matcher item = ITEM.matcher(list.group(1));
      while (item.find()) {
        String number = item.group(2);
        if (item.group(1) != null && isWhole(number) && isWhole(last(cited))) {
          for (int n = Integer.parseInt(last(cited)) + 1; n < Integer.parseInt(number); n++) {
            cited.add(String.valueOf(n));
          }
        }
        cited.add(number);
      }
    }
    return cited;
  }

  private static String last(List<String> list) {
    return list.get(list.size() - 1);
  }

  private static boolean isWhole(String number) {
    return number.indexOf('.') < 0;
  }

  /** The cited sections that do not exist. */
  static List<String> missing(Set<String> sections, List<String> cited) {
    return cited.stream().filter(number -> !sections.contains(number)).distinct().toList();
  }

  private static Map<Path, String> texts() throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean skipped = name.equals("target") || name.startsWith(".") && !folder.equals(ROOT);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()
                && attributes.size() <= LARGEST_FILE
                && ENDINGS.stream().anyMatch(file.toString()::endsWith)) {
              texts.put(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
          }
        });
    return texts;
  }

  @Test
  void everySectionThatIsCitedExists() throws IOException {
    Set<String> sections = sections(Files.readString(PAGE));
    List<String> unresolved = new ArrayList<>();
    int count = 0;
    for (Map.Entry<Path, String> text : texts().entrySet()) {
      List<String> cited = cited(CITATION, text.getValue());
      count += cited.size();
      for (String section : missing(sections, cited)) {
        unresolved.add(text.getKey() + ": section " + section);
      }
    }
    assertThat(unresolved).as("docs/model.md has the sections " + sections).isEmpty();
    assertThat(count).as("citations found").isGreaterThan(100);
  }

  @Test
  void thePageRefersToSectionsOfItsOwn() throws IOException {
    String page = Files.readString(PAGE);
    List<String> cited = cited(OWN_REFERENCE, page);
    assertThat(cited).hasSizeGreaterThan(20);
    assertThat(missing(sections(page), cited)).isEmpty();
  }

  @Test
  void theChoicesOfARunNameSections() throws IOException {
    // they go to provenance.json and report.html, where numbers in parentheses are sections
    String[] folders = {"src", "main", "java", "org", "ccdas", "pipelines", "results"};
    String choices = Files.readString(Path.of("", folders).resolve("Choices.java"));
    List<String> cited = cited(IN_PARENTHESES, choices);
    assertThat(cited).hasSizeGreaterThan(10);
    assertThat(missing(sections(Files.readString(PAGE)), cited)).isEmpty();
  }

  @Test
  void sectionsThatDoNotExistAreMissing() throws IOException {
    Set<String> sections = sections(Files.readString(PAGE));
    String text = "/** The soil. Spec sections NEW and 10.2. */".replace("NEW", "99.9");
    assertThat(missing(sections, cited(CITATION, text))).containsExactly("99.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The soil. Spec section 10.2 d and e; after Liang et al. (1994), section 3 | 10.2",
        "(spec sections 9, 10.1 and 11) | 9 10.1 11",
        "Spec sections 9 to 12. */ | 9 10 11 12",
        "(spec 16.5, 16.6). | 16.5 16.6",
        "specification section 4.3 (from memory) | 4.3",
        "spec section 14, global gates | 14",
        "spec section 16.3: 9.3 PgC | 16.3",
        "the bound (docs/model.md, section 18.2) | 18.2",
        "Spec\\n * section 12.2, | 12.2",
        "Spec sections\\n * 5.4, 6,\\n   * 9 and\\n//   10.1. | 5.4 6 9 10.1",
        "in (docs/model.md,\"\\n    + \" section 17.3)\" | 17.3",
        "JVM specification, section 4.1; RFC, section 3 | ''",
      })
  void citationsAreFound(String text, String sections) {
    String wrapped = text.replace("\\n", "\n");
    assertThat(String.join(" ", cited(CITATION, wrapped))).isEqualTo(sections);
  }
}
