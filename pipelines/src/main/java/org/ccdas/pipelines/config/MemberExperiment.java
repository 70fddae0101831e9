package org.ccdas.pipelines.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.observe.stream.HeldOut;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.ObservationStreams;

/**
 * The experiment of a member: that of the base with other observations in the cost. Grid, weather,
 * model, control vector and transport, and with them prior and blocks, stay those of the base.
 */
final class MemberExperiment {
  private final Experiment base;
  private final Member member;

  private MemberExperiment(Experiment base, Member member) {
    this.base = base;
    this.member = member;
  }

  /**
   * The experiment.
   *
   * @throws InvalidSetting with a key of the member, when the base lacks what it names
   */
  static Experiment of(Experiment base, Comparison comparison, Member member) {
    MemberExperiment made = new MemberExperiment(base, member);
    made.requireStreams();
    made.requireYears();
    made.requireTaken("stations", member.heldOut().stations());
    made.requireTaken("regions", member.heldOut().regions());
    return ExperimentFile.changed(
        base,
        tree -> {
          String title = comparison.title() + ": " + member.name();
          tree.put("name", comparison.name() + "-" + member.name());
          tree.put("title", member.title() == null ? title : member.title());
          made.observations((ObjectNode) tree.get("observations"));
          if (member.minimiser() != null) {
            tree.set("minimiser", SettingFile.YAML.valueToTree(member.minimiser()));
          }
          if (member.posterior() != null) {
            tree.set("posterior", SettingFile.YAML.valueToTree(member.posterior()));
          }
        });
  }

  private void observations(ObjectNode tree) {
    for (String stream : base.observations().used().keySet()) {
      boolean assimilated = member.assimilates(new StreamName(stream));
      ObservationStreams.named(stream)
          .change(
              (ObjectNode) tree.get(stream),
              assimilated,
              assimilated ? member.heldOut() : HeldOut.nothing());
    }
  }

  /** Refuses to hold out what no stream that the member assimilates has. */
  private void requireTaken(String key, List<String> named) {
    List<String> having =
        ObservationStreams.all().stream()
            .filter(stream -> stream.heldOutKeys().contains(key))
            .map(ObservationStream::name)
            .toList();
    if (!named.isEmpty() && having.stream().map(StreamName::new).noneMatch(member::assimilates)) {
      throw new InvalidSetting(
          "heldOut." + key,
          "the member does not assimilate "
              + String.join(" or ", having)
              + ", so that nothing can be held out",
          "Remove the key, or add to assimilate what has " + key);
    }
  }

  private void requireStreams() {
    List<StreamName> streams = member.assimilate();
    for (int i = 0; i < streams.size(); i++) {
      String key = "assimilate[" + i + "]";
      if (!base.observations().used().containsKey(streams.get(i).key())) {
        throw new InvalidSetting(
            key,
            "the base experiment has no observations." + streams.get(i),
            "Add them to the base, or remove the stream here");
      }
      if (streams.indexOf(streams.get(i)) < i) {
        throw new InvalidSetting(key, streams.get(i) + " is named twice", "Remove it once");
      }
    }
  }

  private void requireYears() {
    List<Integer> held = member.heldOut().years();
    int first = base.window().first().getYear();
    int last = base.window().last().getYear();
    for (int i = 0; i < held.size(); i++) {
      if (held.get(i) < first || held.get(i) > last) {
        throw new InvalidSetting(
            "heldOut.years[" + i + "]",
            held.get(i) + " is outside the window of the base",
            "The window is " + base.window().first() + " to " + base.window().last());
      }
    }
    if (!held.isEmpty() && member.assimilate().isEmpty()) {
      throw new InvalidSetting(
          "heldOut.years",
          "the member assimilates nothing, so that nothing can be held out",
          "Remove the key, or name streams in assimilate");
    }
    if (held.stream().distinct().count() > last - first) {
      throw new InvalidSetting(
          "heldOut.years", "all years are held out", "Leave at least one to assimilate");
    }
  }
}
