package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;

/**
 * Several runs with the same prior, side by side: what a comparison file says.
 *
 * @param name of the comparison
 * @param title of the page, or null
 * @param base the experiment that all members share
 * @param members the runs
 */
public record Comparison(
    @Setting("Name of the comparison: letters, digits, dots, hyphens and underscores.") String name,
    @Setting(value = "Title of the page in plain words. Null: the name.", byDefault = "null")
        String title,
    @Setting("The experiment file that all members share; its prior is theirs.") DataPath base,
    @Setting("The runs, in the order of the table.") List<Member> members)
    implements Serializable {
  /** Names that the folder of a comparison has for other things. */
  private static final Set<String> TAKEN = Set.of("blocks", "pictures");

  /** Checks names. */
  public Comparison {
    members = List.copyOf(members);
    Experiment.requireName("name", name);
    if (members.isEmpty()) {
      throw new InvalidSetting("members", "there is no member", "Give at least one");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      String key = "members[" + i + "].name";
      String member = members.get(i).name();
      Experiment.requireName(key, member);
      if (!names.add(member)) {
        throw new InvalidSetting(key, "two members are named " + member, "Give each its own name");
      }
      if (TAKEN.contains(member)) {
        throw new InvalidSetting(
            key, "the folder '" + member + "' is for something else", "Choose another name");
      }
    }
    title = title == null ? name : title;
  }
}
