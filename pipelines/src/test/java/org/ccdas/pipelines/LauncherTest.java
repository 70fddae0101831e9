package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, in a small project of its own with a JDK and a Maven that only write what they do.
 */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "ccdas");
  private static final List<String> TOOLS =
      List.of(
          "sed",
          "dirname",
          "find",
          "sort",
          "cksum",
          "tr",
          "readlink",
          "cat",
          "mkdir",
          "rm",
          "mv",
          "ln",
          "cp",
          "grep",
          "head",
          "sleep",
          "flock");

  private record Outcome(int exit, String out, String err) {}

  private final Map<String, String> locale = new TreeMap<>();

  @TempDir private Path folder;
  private Path project;
  private Path tools;
  private Path jdk;

  @BeforeEach
  void project() throws IOException {
    project = Files.createDirectories(folder.resolve("a project"));
    Files.copy(LAUNCHER, project.resolve("ccdas"));
    executable(project.resolve("ccdas"));
    write(project.resolve("pom.xml"), "<project/>");
    write(project.resolve(".mvn/maven.config"), "--batch-mode");
    write(project.resolve("src/inputs/src/main/java/A.java"), "class A {}");
    write(project.resolve("src/inputs/src/test/java/ATest.java"), "class ATest {}");
    for (String module : List.of("transforms", "pipelines", "deploy")) {
      write(project.resolve(module).resolve("pom.xml"), "<project/>");
    }
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path real =
          Stream.of("/usr/bin", "/bin")
              .map(bin -> Path.of(bin, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("this machine lacks " + tool));
      write(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
      executable(tools.resolve(tool));
    }
    maven(
        "3.9.9",
        "sleep 0.3; mkdir -p deploy/target/ccdas/lib; echo jar > deploy/target/ccdas/lib/a.jar");
    jdk = jdk("jdk", "17.0.15");
  }

  @Test
  void buildsAtTheFirstStartAndNotAgain() throws Exception {
    Outcome first = start("run", "an experiment.yaml");

    assertThat(first.exit()).isZero();
    assertThat(first.err()).contains("building");
    assertThat(first.out())
        .contains("org.ccdas.pipelines.Ccdas")
        .contains("<run>\n<an experiment.yaml>");
    assertThat(first.out())
        .containsPattern("<-cp>\n<" + project.toRealPath() + "/deploy/target/run/[0-9-]+/\\*>");

    Outcome second = start("run");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainAfterAnEditANewFileOrADeletedOne() throws Exception {
    start();
    Path source = project.resolve("src/inputs/src/main/java/A.java");
    write(source, "class A { int changed; }");
    start();
    assertThat(builds()).isEqualTo(2);
    write(source.resolveSibling("B.java"), "class B {}");
    start();
    assertThat(builds()).isEqualTo(3);
    Files.delete(source);
    start();
    assertThat(builds()).isEqualTo(4);
    write(project.resolve("deploy/pom.xml"), "<project><!-- new --></project>");
    start();
    assertThat(builds()).isEqualTo(5);
  }

  @Test
  void doesNotBuildForTestsNorForTimeStamps() throws Exception {
    start();
    write(project.resolve("src/inputs/src/test/java/ATest.java"), "class ATest { int changed; }");
    write(project.resolve("src/inputs/src/main/java/A.java"), "class A {}");
    write(
        project.resolve("src/inputs/target/generated-sources/src/main/java/G.java"), "class G {}");
    start();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void twoFirstStartsBuildOnce() throws Exception {
    twoFirstStarts();
  }

  @Test
  void twoFirstStartsBuildOnceWithoutFlock() throws Exception {
    Files.delete(tools.resolve("flock"));
    twoFirstStarts();
    assertThat(project.resolve("deploy/target/build.lock.d")).doesNotExist();
  }

  private void twoFirstStarts() throws Exception {
    Process one = process(project, List.of("first"));
    Process two = process(project, List.of("second"));
    assertThat(outcome(one).exit()).isZero();
    assertThat(outcome(two).exit()).isZero();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void takesALockLeftByAKilledStart() throws Exception {
    Files.delete(tools.resolve("flock"));
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    write(project.resolve("deploy/target/build.lock.d/pid"), Long.toString(ended.pid()));
    assertThat(start().exit()).isZero();
  }

  @Test
  void keepsTheFolderOfARunningProcessAndRemovesUnusedOnes() throws Exception {
    start();
    Path used = runs().get(0);
    write(used.resolve("used-by." + ProcessHandle.current().pid()), "");
    write(project.resolve("pom.xml"), "<project>2</project>");
    start();
    Path unused = runs().stream().filter(run -> !run.equals(used)).findFirst().orElseThrow();
    write(project.resolve("pom.xml"), "<project>3</project>");
    start();
    assertThat(runs()).hasSize(2).contains(used).doesNotContain(unused);
  }

  @Test
  void worksFromAnyFolderAndThroughALink() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/bin"));
    Files.createSymbolicLink(elsewhere.resolve("ccdas"), Path.of("../../a project/ccdas"));
    Outcome outcome = outcome(process(elsewhere, List.of("--version")));
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("<--version>");
    assertThat(runs()).hasSize(1);
  }

  @Test
  void saysWhatToInstallWithoutAJdk() throws Exception {
    delete(jdk);
    Outcome outcome = start();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("no JDK 17 to 21")
        .contains("apt-get install openjdk-17-jdk")
        .contains("brew install openjdk@17");
    assertThat(builds()).isZero();
  }

  @Test
  void aRuntimeWithoutCompilerIsNotEnough() throws Exception {
    Files.delete(jdk.resolve("bin/javac"));
    assertThat(start().err()).contains("a JRE is not enough");
  }

  @Test
  void passesOverAnUnsuitableJavaHome() throws Exception {
    Files.createSymbolicLink(tools.resolve("javac"), jdk("other", "21.0.2").resolve("bin/javac"));
    write(jdk.resolve("release"), "JAVA_VERSION=\"11.0.1\"\n");
    Outcome outcome = start();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("started from other");

    Files.delete(tools.resolve("javac"));
    assertThat(start().err()).contains("it is now " + jdk);
  }

  @Test
  void saysWhatToInstallWithoutMaven() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Outcome outcome = start();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("no Maven (mvn)").contains("apt-get install maven");
  }

  @Test
  void refusesAnOldMaven() throws Exception {
    maven("3.6.3", "exit 1");
    Outcome outcome = start();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("too old (3.6)").contains("3.8");
  }

  @Test
  void namesTheLogOfAFailedBuildAndTriesAgain() throws Exception {
    maven("3.9.9", "echo '[ERROR] A.java:[1,1] broken'; exit 1");
    Outcome outcome = start();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("[ERROR] A.java:[1,1] broken")
        .contains("deploy/target/build.log");
    assertThat(outcome.out()).isEmpty();
    start();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aDistributionNeedsNeitherMavenNorCompiler() throws Exception {
    Path distribution = folder.resolve("a distribution");
    write(distribution.resolve("lib/a.jar"), "jar");
    Path launcher = distribution.resolve("bin/ccdas");
    write(launcher, Files.readString(LAUNCHER));
    executable(launcher);
    Files.delete(tools.resolve("mvn"));
    Files.delete(jdk.resolve("bin/javac"));
    Outcome outcome = outcome(process(launcher.getParent(), List.of()));
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("<-cp>\n<" + distribution.toRealPath() + "/lib/*>");
  }

  @Test
  void passesOptionsOfTheMachineAndTheExitCode() throws Exception {
    write(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '<%s>\\n' \"$@\"\nexit 2\n");
    executable(jdk.resolve("bin/java"));
    Outcome outcome = start("bad");
    assertThat(outcome.out()).contains("<-Xmx1g>\n<-Da=b>");
    assertThat(outcome.exit()).isEqualTo(2);
  }

  /** In the locale C a Java 17 could not open files with names that are not ASCII. */
  @Test
  void namesThatAreNotAsciiWorkInTheLocaleC() throws Exception {
    write(jdk.resolve("bin/java"), "#!/bin/sh\necho \"LC_ALL=${LC_ALL-}\"\n");
    executable(jdk.resolve("bin/java"));
    assertThat(start().out()).contains("LC_ALL=C.UTF-8");
    locale.put("LC_ALL", "C");
    assertThat(start().out()).contains("LC_ALL=C.UTF-8");
    locale.put("LC_ALL", "POSIX");
    assertThat(start().out()).contains("LC_ALL=C.UTF-8");
    // what a user has chosen stays
    locale.put("LC_ALL", "de_DE.ISO-8859-1");
    assertThat(start().out()).contains("LC_ALL=de_DE.ISO-8859-1");
    locale.clear();
    locale.put("LANG", "de_DE.UTF-8");
    assertThat(start().out()).isEqualTo("LC_ALL=\n");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    write(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    write(home.resolve("bin/javac"), "#!/bin/sh\n");
    write(
        home.resolve("bin/java"),
        "#!/bin/sh\necho started from " + name + "\nprintf '<%s>\\n' \"$@\"\n");
    executable(home.resolve("bin/javac"));
    executable(home.resolve("bin/java"));
    return home;
  }

  private void maven(String version, String build) throws IOException {
    String script =
        "#!/bin/sh\nif [ \"$1\" = -v ]; then echo 'Apache Maven "
            + version
            + "'; exit; fi\necho build >> '"
            + folder.resolve("builds")
            + "'\n"
            + build
            + "\n";
    write(tools.resolve("mvn"), script);
    executable(tools.resolve("mvn"));
  }

  private long builds() throws IOException {
    Path calls = folder.resolve("builds");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> runs = Files.list(project.resolve("deploy/target/run"))) {
      return runs.toList();
    }
  }

  private Outcome start(String... arguments) throws Exception {
    return outcome(process(project, List.of(arguments)));
  }

  private Process process(Path workingFolder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("./ccdas"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("CCDAS_JVM_FOLDERS", "");
    builder.environment().put("CCDAS_JAVA_OPTS", "-Xmx1g -Da=b");
    builder.environment().putAll(locale);
    return builder.start();
  }

  private static Outcome outcome(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, err);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
