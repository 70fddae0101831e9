package org.ccdas.pipelines.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.setting.InvalidSetting;

/** Reads comparison files and the base experiment that they name. */
public final class ComparisonFile {
  private ComparisonFile() {}

  /**
   * Reads a comparison. The path of its base refers to the folder of the file.
   *
   * @param file the YAML file
   * @param dataFolder the data folder of the base, or null when there is none
   * @param runner of the command line
   * @throws InputException naming file, line, column and key of what is wrong, here or in the base
   */
  public static ComparisonPlan read(Location file, Location dataFolder, RunnerOverride runner) {
    BaseFolders folders = new BaseFolders(file.parent(), dataFolder);
    SettingFile settings = SettingFile.read(file, "comparison file");
    Comparison written = settings.build(Comparison.class, folders, complete -> {});
    Experiment base = ExperimentFile.read(written.base().path(), dataFolder, runner);
    Comparison comparison =
        settings.build(
            Comparison.class, folders, withMinimiserOf(base, settings.tree()), complete -> {});
    List<ComparisonPlan.Run> runs = new ArrayList<>();
    for (int i = 0; i < comparison.members().size(); i++) {
      Member member = comparison.members().get(i);
      try {
        runs.add(new ComparisonPlan.Run(member, MemberExperiment.of(base, comparison, member)));
      } catch (InvalidSetting e) {
        throw settings.refused("members[" + i + "]." + e.key(), e);
      }
    }
    return new ComparisonPlan(comparison, runs);
  }

  /** Keys that a member's minimiser leaves out are those of the base and not the defaults. */
  private static JsonNode withMinimiserOf(Experiment base, JsonNode tree) {
    for (JsonNode member : tree.get("members")) {
      if (member.get("minimiser") instanceof ObjectNode own) {
        ObjectNode merged = SettingFile.YAML.valueToTree(base.minimiser());
        merged.setAll(own);
        ((ObjectNode) member).set("minimiser", merged);
      }
    }
    return tree;
  }
}
