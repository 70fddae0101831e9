package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final Problem ROSENBROCK = PublishedProblems.all().get(0);
  private static final Map<String, String> DIGESTS =
      Map.of("control vector", "aa11", "kernels", "bb22", "blocks", "cc33");

  @TempDir private Path folder;

  private static Lbfgs after(int evaluations) {
    Lbfgs minimiser =
        Lbfgs.start(
            ROSENBROCK.start(),
            new Lbfgs.Settings(5, Double.POSITIVE_INFINITY, new StoppingRule(1e-8, 0, 99, 99)));
    for (int k = 0; k < evaluations; k++) {
      minimiser = minimiser.advance(MinimiserTest.answer(minimiser, ROSENBROCK::evaluate));
    }
    return minimiser;
  }

  private static MinimiserState state(int evaluations) {
    return new MinimiserState(DIGESTS, after(evaluations));
  }

  @Test
  void goesOnFromTheFile() throws IOException {
    Path path = folder.resolve("state.json");
    StateFile.write(Location.of(path), state(9));
    MinimiserState read = StateFile.read(Location.of(path), DIGESTS);
    assertThat(read.digests()).isEqualTo(DIGESTS);
    assertThat(read.minimiser().candidates()).isEqualTo(after(9).candidates());
    assertThat(read.toJson()).isEqualTo(Files.readString(path));
  }

  @Test
  void aCrashBeforeTheRenameLeavesTheOldState() throws IOException {
    Path path = folder.resolve("state.json");
    StateFile.write(Location.of(path), state(3));
    assertThatThrownBy(
            () ->
                StateFile.write(
                    Location.of(path),
                    state(4),
                    () -> {
                      throw new IllegalStateException("power cut");
                    }))
        .hasMessage("power cut");
    assertThat(StateFile.read(Location.of(path), DIGESTS).minimiser().evaluations()).isEqualTo(3);
    StateFile.write(Location.of(path), state(5));
    assertThat(StateFile.read(Location.of(path), DIGESTS).minimiser().evaluations()).isEqualTo(5);
  }

  @Test
  void refusesTheStateOfAnotherRun() throws IOException {
    Path path = folder.resolve("state.json");
    StateFile.write(Location.of(path), state(3));
    InputException other =
        errorOf(path, Map.of("control vector", "aa11", "kernels", "bb99", "blocks", "cc33"));
    assertThat(other)
        .hasMessageContaining(path.toString())
        .hasMessageContaining(
            "the digest of the kernels differs: bb22 when the state was written, bb99 now");
    assertThat(errorOf(path, Map.of("control vector", "aa11", "kernels", "bb22")))
        .hasMessageContaining(
            "the digest of the blocks differs: cc33 when the state was written, absent now");
  }

  @Test
  void refusesOtherVersionsAndDamage() throws IOException {
    Path path = folder.resolve("state.json");
    String good = state(3).toJson();
    assertProblem(
        path,
        good.replace("\"formatVersion\" : 2", "\"formatVersion\" : 3"),
        "the state has format version 3, this program reads version 2");
    assertProblem(path, good.substring(0, good.length() / 2), "damaged");
    assertProblem(path, "", "not the state");
    assertProblem(path, "{}", "not the state of a minimisation");
    assertProblem(path, "[1, 2]", "not the state of a minimisation");
    assertProblem(path, good.replace("\"lbfgs\"", "\"newton\""), "unknown minimiser 'newton'");
    assertProblem(path, good.replace("\"bound\" : \"Infinity\",", ""), "damaged");
    assertProblem(path, good.replaceFirst("0x1\\.", "zero"), "damaged");
    assertProblem(path, good.replace("\"trial\"", "\"tryal\""), "damaged");
    assertProblem(path, good.replaceFirst("\"-?0x1\\.[^\"]*\", ", "null, "), "a number is missing");
    assertProblem(path, good + "}", "damaged");
    assertProblem(
        path, good.replaceFirst("\"start\" : \\[[^\\]]*\\]", "\"start\" : null"), "damaged");
    assertProblem(path, "{\"formatVersion\": 2, \"minimiser\": \"lbfgs\"}", "'state' is missing");
    Path absent = folder.resolve("absent.json");
    assertThat(errorOf(absent, DIGESTS)).hasMessageContaining("no state to resume from");
  }

  private void assertProblem(Path path, String json, String problem) throws IOException {
    Files.writeString(path, json);
    assertThat(errorOf(path, DIGESTS)).hasMessageContaining(problem);
  }

  private static InputException errorOf(Path path, Map<String, String> digests) {
    InputException error =
        catchThrowableOfType(
            InputException.class, () -> StateFile.read(Location.of(path), digests));
    assertThat(error).as("an InputException").isNotNull();
    assertThat(error.file()).isEqualTo(path.toString());
    return error;
  }

  /** The golden file of format version 2, after nine evaluations of Rosenbrock's function. */
  @Test
  void readsTheGoldenFileOfVersion2() throws IOException {
    String golden;
    try (var stream = StateFileTest.class.getResourceAsStream("state-v2.json")) {
      golden = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    MinimiserState state = MinimiserState.fromJson("state-v2.json", golden);
    assertThat(state.toJson()).isEqualTo(golden);
    state.requireDigests("state-v2.json", DIGESTS);
    Minimiser end = MinimiserTest.run(state.minimiser(), ROSENBROCK::evaluate);
    assertThat(state.minimiser().evaluations()).isEqualTo(9);
    assertThat(end.converged()).isTrue();
    assertThat(end.cost()).isLessThan(1e-12);
  }
}
