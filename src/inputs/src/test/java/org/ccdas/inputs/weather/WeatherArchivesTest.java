package org.ccdas.inputs.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samples.HillArchives;

class WeatherArchivesTest {
  @TempDir Path folder;

  @Test
  void aNameThatIsNotKnownIsRefusedWithThoseThatAre() {
    assertThat(WeatherArchives.installed())
        .extracting(WeatherArchive::name)
        .containsExactly("crujra", "era5", "era5-land", "gldas", "isimip", "wfde5");
    assertThatThrownBy(() -> WeatherArchives.named("era-5"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Did you mean 'era5'?")
        .hasMessageContaining("crujra");
  }

  @Test
  void archivesOfAnotherJarAreFound() throws IOException {
    Path jar = folder.resolve("hills.jar");
    String name = HillArchives.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream type = HillArchives.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      type.transferTo(out);
      out.closeEntry();
      out.putNextEntry(
          new JarEntry("META-INF/services/org.ccdas.inputs.weather.WeatherArchiveSource"));
      out.write(HillArchives.class.getName().getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {jar.toUri().toURL()}, WeatherArchives.class.getClassLoader())) {
      assertThat(WeatherArchives.installed(loader))
          .extracting(WeatherArchive::name)
          .contains("hills", "era5");
    }
  }

  @Test
  void impossibleArchivesAreRefused() {
    ArchiveVariable both =
        ArchiveVariable.of(StepKind.INSTANT, List.of(Quantity.TMIN, Quantity.TMAX), "t");
    assertThatThrownBy(
            () ->
                new WeatherArchive(
                    "half", "", Duration.ofHours(1), Stamp.END, Set.of(), List.of(both)))
        .hasMessageContaining("the model needs all of");
    assertThatThrownBy(
            () ->
                new WeatherArchive(
                    "odd", "", Duration.ofHours(7), Stamp.END, Set.of(), List.of(both)))
        .hasMessageContaining("PT7H");
    assertThatThrownBy(
            () -> ArchiveVariable.of(StepKind.INSTANT, List.of(Quantity.PRECIPITATION), "p"))
        .hasMessageContaining("cannot give precipitation");
    assertThatThrownBy(
            () ->
                new WeatherArchive(
                    "since",
                    "",
                    Duration.ofHours(1),
                    Stamp.END,
                    Set.of(),
                    List.of(
                        both,
                        ArchiveVariable.of(
                            StepKind.ACCUMULATION, List.of(Quantity.PRECIPITATION), "p"),
                        ArchiveVariable.of(StepKind.MEAN, List.of(Quantity.SHORTWAVE), "s"))))
        .hasMessageContaining("begins anew");
  }
}
