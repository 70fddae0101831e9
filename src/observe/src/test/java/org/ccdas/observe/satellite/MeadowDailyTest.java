package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/adding-a-product.md: it is what the page shows, and works from its jar. */
class MeadowDailyTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "adding-a-product.md");
  private static final Path SOURCE = Path.of("src", "test", "java", "samples", "MeadowDaily.java");
  private static final String CLASS = "samples.MeadowDaily";
  private static final String SERVICE =
      "META-INF/services/org.ccdas.observe.satellite.SoilMoistureProduct";

  @TempDir Path folder;
  private URLClassLoader loader;

  @BeforeEach
  void load() throws IOException {
    Path jar = folder.resolve("meadow.jar");
    String file = CLASS.replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(file));
      try (var compiled = getClass().getClassLoader().getResourceAsStream(file)) {
        compiled.transferTo(entries);
      }
      entries.putNextEntry(new JarEntry(SERVICE));
      entries.write((CLASS + "\n").getBytes(StandardCharsets.UTF_8));
    }
    // hides the compiled example of the tests, so that the class can only come from the jar
    ClassLoader without =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(CLASS)) {
              throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
          }
        };
    loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, without);
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  private byte[] file() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("Meadow").dimension("lat", 180).dimension("lon", 360);
    double[] lats = new double[180];
    Arrays.setAll(lats, i -> 89.5 - i);
    double[] lons = new double[360];
    Arrays.setAll(lons, i -> -179.5 + i);
    output.floats("lat", "lat").units("degrees_north").values(lats);
    output.floats("lon", "lon").units("degrees_east").values(lons);
    double[] wetness = new double[180 * 360];
    Arrays.fill(wetness, 250);
    double[] quality = new double[wetness.length];
    Arrays.fill(quality, 0, 90 * 360, 1);
    double[] error = new double[wetness.length];
    Arrays.fill(error, 4);
    output
        .shorts("wetness", "lat", "lon")
        .units("%")
        .attribute("scale_factor", 0.1)
        .attribute("_FillValue", (short) -1)
        .values(wetness);
    output.floats("wetness_error", "lat", "lon").units("%").values(error);
    output.shorts("quality", "lat", "lon").values(quality);
    Path path = folder.resolve("meadow.nc");
    output.write(Location.of(path));
    return Files.readAllBytes(path);
  }

  @Test
  void isFoundInItsJarBesideOurs() {
    SoilMoistureProducts products = SoilMoistureProducts.installed(loader);

    assertThat(products.all())
        .extracting(SoilMoistureProduct::name)
        .contains("esa-cci-sm-l3s", "meadow-daily", "smos-catds-l3");
    assertThat(products.named("meadow-daily").getClass().getClassLoader()).isSameAs(loader);
    // without the jar it is not there
    assertThat(SoilMoistureProducts.installed().all())
        .extracting(SoilMoistureProduct::name)
        .doesNotContain("meadow-daily");
  }

  @Test
  void itsFilesAreIngested() throws IOException {
    SoilMoistureProducts.Identified identified =
        SoilMoistureProducts.installed(loader)
            .identify("in/MEADOW_SM_20120514_v02.nc")
            .orElseThrow();
    SoilMoistureGrid grid = SoilMoistureGrid.global(2, 2);
    IngestStep step =
        new IngestStep(
            grid, Map.of(), Optional.empty(), RegridRule.STANDARD, OptionalDouble.empty());

    Ingested ingested =
        step.ingest(
            DeliveredRetrievals.read(
                "in/MEADOW_SM_20120514_v02.nc",
                new ByteArrayInputStream(file()),
                identified,
                identified.product().screening().layers(),
                Delivery.Limits.STANDARD,
                bytes -> {}),
            identified.product().screening());

    // the northern half is frozen
    assertThat(ingested.counts().accepted()).isEqualTo(90 * 360);
    assertThat(ingested.counts().rejected()[ingested.counts().reasons().indexOf("frozen")])
        .isEqualTo(90 * 360);
    assertThat(ingested.days().get(0).value()[0]).isCloseTo(0.25f, within(1e-6f));
    assertThat(ingested.days().get(0).meanDqx()[0]).isCloseTo(0.04f, within(1e-6f));
    assertThat(ingested.days().get(0).value()[grid.size() - 1]).isNaN();
  }

  @Test
  void damagedFilesAreNamed() {
    SoilMoistureProducts.Identified identified =
        SoilMoistureProducts.installed(loader).identify("MEADOW_SM_20120514_v02.nc").orElseThrow();
    ProductBytes bytes = new ProductBytes("MEADOW_SM_20120514_v02.nc", new byte[] {1, 2, 3});

    assertThatThrownBy(
            () -> identified.product().read(bytes, identified.identity(), java.util.Set.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("MEADOW_SM_20120514_v02.nc");
  }

  @Test
  void thePageShowsTheExample() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("```java\n" + Files.readString(SOURCE) + "```\n")
        .contains(SERVICE)
        .contains("\n" + CLASS + "\n");
  }

  @Test
  void productsOfOneNameAreRefused() {
    SoilMoistureProduct product = SoilMoistureProducts.installed(loader).named("meadow-daily");

    assertThatThrownBy(() -> SoilMoistureProducts.of(java.util.List.of(product, product)))
        .hasMessageContaining("meadow-daily");
    assertThatThrownBy(() -> SoilMoistureProducts.installed().named("nimbus"))
        .hasMessageContaining("smos-catds-l3");
  }
}
