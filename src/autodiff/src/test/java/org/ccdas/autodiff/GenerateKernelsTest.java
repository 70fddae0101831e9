package org.ccdas.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator as a tool: files, repetition, limits, command line. */
class GenerateKernelsTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000L);
  private static final String PLAIN =
      """
      package samples;

      import org.ccdas.autodiff.Kernel;

      class Plain {
        @Kernel("First")
        static double first(double x, double y) {
          return x * y + Math.exp(x);
        }

        @Kernel("Second")
        static double second(double x) {
          return x * 2;
        }
      }
      """;

  @TempDir Path folder;
  private Path out;
  private Path kernels;

  @BeforeEach
  void writeSource() throws IOException {
    out = folder.resolve("out");
    kernels = out.resolve("samples").resolve("kernel");
    write(PLAIN);
  }

  private void write(String source) throws IOException {
    Path file = folder.resolve("samples").resolve("Plain.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
  }

  private List<String> generate() throws IOException {
    return GenerateKernels.generate(Laboratory.options(folder, out, 300));
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : Laboratory.list(kernels)) {
      texts.put(file.getFileName().toString(), Files.readString(file));
    }
    return texts;
  }

  /** These files and those that are there without any kernel. */
  private static String[] withRuntime(String... kernels) {
    List<String> all = new ArrayList<>(List.of(kernels));
    all.addAll(List.of("KernelRegistry.java", "LaneKernel.java"));
    for (String prefix : List.of("Lane", "Narrow")) {
      all.addAll(List.of(prefix + "Copy.java", prefix + "Math.java", prefix + "Math4.java"));
    }
    return all.toArray(String[]::new);
  }

  @Test
  void writesInterfaceAndKernelsAndTellsTheirFigures() throws IOException {
    List<String> lines = generate();
    assertThat(texts())
        .containsOnlyKeys(
            withRuntime("First.java", "FirstNarrow.java", "Second.java", "SecondNarrow.java"));
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith(
            "First: inputs 2, outputs 1, operations 3/6/5/4, steps 3/3/4/4,"
                + " workspace 7, 2 partials by elimination in the order markowitz, largest method ")
        .endsWith(" bytes");
    assertThat(texts().get("First.java")).startsWith("// Generated from Plain.first.");
  }

  @Test
  void theRegistryListsTheKernelsByName() throws IOException {
    write(PLAIN.replace("\"First\"", "\"Zenith\""));
    generate();
    assertThat(texts().get("KernelRegistry.java"))
        .startsWith("// Generated.")
        .containsPattern("List\\.of\\(\\s+Second\\.INSTANCE,\\s+Zenith\\.INSTANCE\\);");
  }

  @Test
  void packageWithoutKernelsGivesWhatIsNoKernelAlone() throws IOException {
    write("package samples;\nclass Plain {}\n");
    assertThat(generate()).isEmpty();
    assertThat(texts()).containsOnlyKeys(withRuntime());
    assertThat(texts().get("KernelRegistry.java")).contains("ALL = List.of();");
  }

  @Test
  void sameSourcesGiveTheSameBytes() throws IOException {
    GenerateKernels.generate(Laboratory.options(Laboratory.sources(), folder.resolve("once"), 5));
    GenerateKernels.generate(Laboratory.options(Laboratory.sources(), folder.resolve("again"), 5));
    List<Path> once = Laboratory.list(folder.resolve("once/samples/kernel"));
    assertThat(once).hasSizeGreaterThan(5);
    for (Path file : once) {
      assertThat(folder.resolve("again/samples/kernel").resolve(file.getFileName()))
          .hasSameTextualContentAs(file);
    }
  }

  @Test
  void unchangedKernelsKeepTheirTimeAndStaleOnesGo() throws IOException {
    generate();
    Path first = kernels.resolve("First.java");
    Files.setLastModifiedTime(first, LONG_AGO);
    Files.writeString(kernels.resolve("Old.java"), "class Old {}");
    write(PLAIN.replace("\"Second\"", "\"Third\""));
    generate();
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(LONG_AGO);
    assertThat(texts())
        .containsOnlyKeys(
            withRuntime("First.java", "FirstNarrow.java", "Third.java", "ThirdNarrow.java"));
  }

  @Test
  void changedSourcesAndTamperedKernelsAreGeneratedAgain() throws IOException {
    List<String> lines = generate();
    Map<String, String> before = texts();
    assertThat(generate()).isEqualTo(lines);
    Files.writeString(kernels.resolve("First.java"), "broken");
    assertThat(generate()).isEqualTo(lines);
    assertThat(texts()).isEqualTo(before);
    write(PLAIN.replace("x * y", "x / y"));
    generate();
    assertThat(texts().get("First.java")).isNotEqualTo(before.get("First.java"));
    assertThat(texts().get("Second.java")).isEqualTo(before.get("Second.java"));
  }

  @Test
  void anErrorLeavesTheKernelsAsTheyWere() throws IOException {
    generate();
    Map<String, String> before = texts();
    write(PLAIN.replace("x * 2", "x % 2"));
    assertThatThrownBy(this::generate)
        .isInstanceOf(SubsetException.class)
        .hasMessageContaining("Plain.java:13:12: found the operator %");
    assertThat(texts()).isEqualTo(before);
  }

  @Test
  void aMethodAboveTheLimitIsNamed() {
    GenerateKernels.Options all = Laboratory.options(folder, out, 300);
    GenerateKernels.Options small =
        new GenerateKernels.Options(
            folder, "samples", all.targetPackage(), out, all.classpath(), 64, 24, 300, 20);
    assertThatThrownBy(() -> GenerateKernels.generate(small))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("generated method First.")
        .hasMessageContaining("bytes of bytecode, more than 20");
    assertThat(kernels).doesNotExist();
  }

  @Test
  void methodsAreCutToTheBytesAllowed() throws IOException {
    GenerateKernels.Options all = Laboratory.options(Laboratory.sources(), out, 5);
    GenerateKernels.generate(
        new GenerateKernels.Options(
            all.sources(), "samples", "samples.kernel", out, all.classpath(), 64, 5, 100_000, 500));
    // It would have failed had the estimate of a method been too low.
    assertThat(texts().get("Smooth.java")).contains("forward1(work)").contains("adjoint2(work)");
  }

  @Test
  void lanesMayBeOthers() throws IOException {
    GenerateKernels.Options all = Laboratory.options(folder, out, 24);
    GenerateKernels.generate(
        new GenerateKernels.Options(
            folder, "samples", all.targetPackage(), out, all.classpath(), 1, 24, 300, 7500));
    assertThat(texts().get("First.java")).contains("for (int l = 0; l < 1; l++)");
    assertThat(texts().get("LaneKernel.java")).contains("int LANES = 1;");
    assertThat(texts().get("LaneMath.java")).contains("int LANES = 1;");
    assertThat(texts().get("LaneMath4.java")).contains("int LANES = 4;");
    assertThat(texts().get("LaneCopy.java"))
        .contains("int LANES = 1;")
        .contains("int COMPUTED = 1;");
    assertThat(texts()).as("all lanes are few").doesNotContainKey("FirstNarrow.java");
  }

  @Test
  void aKernelMayNotTakeTheNameOfAnotherGeneratedClass() throws IOException {
    write(PLAIN.replace("\"First\"", "\"LaneKernel\""));
    assertThatThrownBy(this::generate).hasMessageContaining("named LaneKernel: rename it");
    write(PLAIN.replace("\"First\"", "\"KernelRegistry\""));
    assertThatThrownBy(this::generate).hasMessageContaining("named KernelRegistry: rename it");
  }

  @Test
  void commandLine() throws IOException {
    String[] arguments = {
      "--sources",
      folder.toString(),
      "--package",
      "samples",
      "--target-package",
      "samples.kernel",
      "--out",
      out.toString(),
      "--max-nodes",
      "2"
    };
    GenerateKernels.main(arguments);
    assertThat(texts().get("First.java")).contains("forward1(work)");
  }

  @Test
  void commandLineErrorsTellTheUsage() {
    assertUsage("--sources is missing");
    assertUsage("'--sources' stands alone", "--sources");
    assertUsage("'x' stands alone", "x", "y");
    String[] base = {"--sources", "a", "--package", "b", "--target-package", "c", "--out", "d"};
    assertUsage("--max-nodes 0 is no positive number", with(base, "--max-nodes", "0"));
    assertUsage("unknown [--colour]", with(base, "--colour", "red"));
    assertThatThrownBy(() -> GenerateKernels.main(base)).hasMessageContaining("is no folder");
  }

  private static String[] with(String[] base, String... more) {
    List<String> all = new ArrayList<>(List.of(base));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void assertUsage(String message, String... arguments) {
    assertThatThrownBy(() -> GenerateKernels.main(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
