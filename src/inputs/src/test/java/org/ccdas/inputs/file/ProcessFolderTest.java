package org.ccdas.inputs.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {
  @TempDir Path parent;

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.toList();
    }
  }

  /** A process that makes a file in its folder, and ends or halts as by a kill. */
  static final class Other {
    public static void main(String[] arguments) throws Exception {
      Path file = new ProcessFolder(Path.of(arguments[0])).newFile("half");
      Files.write(file, new byte[10]);
      switch (arguments[1]) {
        case "halt" -> Runtime.getRuntime().halt(1);
        case "wait" -> {
          System.out.println("ready");
          System.in.read();
        }
        default -> {}
      }
    }
  }

  private Process other(String how) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            parent.toString(),
            how)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void runOther(String how) throws Exception {
    assertThat(other(how).waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void goesWithItsProcess() throws Exception {
    runOther("end");
    assertThat(entries()).isEmpty();
  }

  @Test
  void thatOfAKilledProcessIsRemovedByTheNext() throws Exception {
    runOther("halt");
    assertThat(entries()).hasSize(2);
    ProcessFolder folder = new ProcessFolder(parent);
    Path file = folder.newFile("x");
    assertThat(file.getParent()).exists();
    assertThat(file).doesNotExist();
    Files.write(folder.newFile("very".repeat(200) + ".nc"), new byte[1]);
    assertThat(entries()).hasSize(2).contains(file.getParent());
    folder.remove();
    assertThat(entries()).isEmpty();
  }

  @Test
  void thatOfALivingProcessIsLeftAlone() throws Exception {
    Process living = other("wait");
    assertThat(living.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
    List<Path> its = entries();
    ProcessFolder folder = new ProcessFolder(parent);
    folder.newFile("x");
    new ProcessFolder(parent).newFile("x");
    runOther("end");
    assertThat(entries()).containsAll(its).hasSize(6);
    folder.newFile("y");
    living.getOutputStream().close();
    assertThat(living.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(entries()).hasSize(4);
  }
}
