package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ccdas.bethy.process.TileState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * A new prognostic layer is a change of process classes only. Here a seventh state comes first in
 * its record, acts on another state, and starts from a parameter that reaches the states nowhere
 * else; the lane classes are compiled as they stand, and their own tests of values, tangents,
 * adjoints, differences and Jacobians must pass.
 */
class SevenStatesTest {
  private static RebuiltModel model;

  @BeforeAll
  static void addAState(@TempDir Path folder) throws IOException {
    Path processes = RebuiltModel.copyProcesses(folder);
    try (InputStream source = SevenStatesTest.class.getResourceAsStream("DeepWater.java")) {
      Files.copy(source, processes.resolve("DeepWater.java"));
    }
    replace(processes.resolve("TileState.java"), "TileState(", "TileState(double deepWater, ");
    replace(
        processes.resolve("StartState.java"),
        "new TileState(",
        "new TileState(DeepWater.start(p, soil, t), ");
    Path day = processes.resolve("EndOfDay.java");
    replace(
        day,
        "double availableWater = Soil.availableWater( water.topMoisture(), water.rootMoisture(),",
        """
        DeepWater.Day deep =
            DeepWater.step(s.deepWater(), water.drainage(), water.rootMoisture(), p, t);
        double root = water.rootMoisture() + deep.rise() / (MM_PER_METRE * Soil.rootLayerDepth(t));
        double availableWater = Soil.availableWater(water.topMoisture(), root,
        """);
    replace(
        day,
        "new TileState( water.topMoisture(), water.rootMoisture(),",
        "new TileState(deep.water(), water.topMoisture(), root,");
    model =
        RebuiltModel.build(
            folder,
            List.of(
                "SyntheticWeather",
                "lane.SyntheticBlock",
                "lane.BlockModelTest",
                "lane.BlockJacobianTest",
                "tile.CarbonBalance",
                "tile.TileDay",
                "tile.TileModel",
                "tile.TileRun"));
  }

  /** Replaces a text that a file must hold just once, in whatever lines. */
  private static void replace(Path file, String before, String after) throws IOException {
    String source = Files.readString(file);
    Matcher matcher =
        Pattern.compile(
                Arrays.stream(before.split(" "))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("\\s*")))
            .matcher(source);
    assertThat(matcher.results()).as("'%s' in %s", before, file.getFileName()).hasSize(1);
    Files.writeString(file, matcher.replaceAll(Matcher.quoteReplacement(after)));
  }

  /** The derivatives of the evening's states by those before that do not always vanish. */
  private static Set<String> interactions() throws ReflectiveOperationException {
    Class<?> type = model.loadClass("org.ccdas.bethy.kernel.EveningKernel");
    Object kernel = type.getField("INSTANCE").get(null);
    List<?> inputs = (List<?>) type.getMethod("inputNames").invoke(kernel);
    List<?> outputs = (List<?>) type.getMethod("outputNames").invoke(kernel);
    int partials = (int) type.getMethod("partials").invoke(kernel);
    Set<String> names = new TreeSet<>();
    for (int k = 0; k < partials; k++) {
      Object output =
          outputs.get((int) type.getMethod("partialOutput", int.class).invoke(kernel, k));
      Object input = inputs.get((int) type.getMethod("partialInput", int.class).invoke(kernel, k));
      names.add(output + " by " + input);
    }
    return names;
  }

  @Test
  void theSeventhStateActsOnAnotherAndIsActedOn() throws ReflectiveOperationException {
    Class<?> type = model.loadClass("org.ccdas.bethy.kernel.EveningKernel");
    assertThat(type.getField("OUT_STATE_SLOTS").getInt(null))
        .isEqualTo(TileState.class.getRecordComponents().length + 1);
    assertThat(interactions())
        .contains(
            "state.rootMoisture by s.deepWater",
            "state.deepWater by s.rootMoisture",
            "state.deepWater by s.deepWater");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BlockModelTest", "BlockJacobianTest"})
  void testsOfTheLanesPass(String test) throws ReflectiveOperationException {
    Class<?> type = model.loadClass("org.ccdas.bethy.lane." + test);
    assertThat(type).isNotEqualTo(Class.forName(type.getName()));
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build(),
            listener);
    TestExecutionSummary summary = listener.getSummary();
    assertThat(summary.getFailures())
        .extracting(
            failure -> failure.getTestIdentifier().getDisplayName() + failure.getException())
        .isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(6);
    assertThat(summary.getTestsSkippedCount()).isZero();
  }
}
