package org.ccdas.observe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/** NetCDF files with damaged headers: cut, wrong types, huge dimensions and counts. */
class NetcdfFuzzTest {
  private static final String SEED = "20100101";

  private static Path folder;
  private static byte[] intact;
  private static int header;

  @BeforeContainer
  static void write() throws IOException {
    folder = Files.createTempDirectory("netcdf-fuzz-");
    Path file = folder.resolve("intact.nc");
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("time", 4).dimension("x", 5);
    output.doubles("time", "time").units("days since 2010-01-01").values(0, 1, 2, 3);
    output.floats("tas", "time", "x").units("K").values(new double[20]);
    output.ints("packed", "time", "x").attribute("scale_factor", 0.1).values(new double[20]);
    output.write(Location.of(file));
    intact = Files.readAllBytes(file);
    header = intact.length - (4 * Double.BYTES + 40 * Float.BYTES);
  }

  @AfterContainer
  static void remove() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    return Damage.ofBytes();
  }

  @Property(tries = 600, seed = SEED)
  void damagedHeaders(@ForAll("damages") List<Damage> damages) {
    readEverything(Damage.apply(damages, intact, header));
  }

  @Property(tries = 200, seed = SEED)
  void everyWordOfTheHeaderAsAHugeNumber(
      @ForAll @IntRange(min = 1, max = 200) int word, @ForAll boolean negative) {
    byte[] bytes = intact.clone();
    int at = Math.min(4 * word, header - 4) / 4 * 4;
    ByteBuffer.wrap(bytes).putInt(at, negative ? Integer.MIN_VALUE : Integer.MAX_VALUE - 8);
    readEverything(bytes);
  }

  @Property(tries = 200, seed = SEED)
  void cutAnywhere(@ForAll @IntRange(min = 0, max = 2000) int length) {
    int kept = Math.min(length, intact.length - 1);
    byte[] bytes = java.util.Arrays.copyOf(intact, kept);
    assertThat(readEverything(bytes)).as("a file of which a part is missing").isTrue();
  }

  @Property(tries = 200, seed = SEED)
  void anyBytesAreNoNetcdf(@ForAll byte[] bytes) {
    assertThat(readEverything(bytes)).isTrue();
  }

  /** Whether one of both readers refuses the bytes; they may do nothing else but read them. */
  private static boolean readEverything(byte[] bytes) {
    Path file = folder.resolve("damaged.nc");
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean first = Refusal.refuses(() -> throughInput(file));
    boolean second = Refusal.refuses(() -> throughMemory(bytes));
    return first || second;
  }

  private static void throughInput(Path file) {
    try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
      input.attribute("title");
      for (String name : input.variableNames()) {
        NetcdfVariable variable = input.variable(name);
        variable.unit();
        variable.attribute("scale_factor");
        variable.read();
      }
      if (input.find("time").isPresent()) {
        input.time("time");
      }
    }
  }

  private static void throughMemory(byte[] bytes) {
    try (NetcdfInput file = NetcdfInput.open("damaged.nc", bytes)) {
      file.attribute("title");
      for (String name : file.variableNames()) {
        file.variable(name).floats();
      }
    }
  }
}
