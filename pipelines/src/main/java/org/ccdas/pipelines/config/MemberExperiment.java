package org.ccdas.pipelines.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
    made.requireSense();
    return new Experiment(
        comparison.name() + "-" + member.name(),
        member.title() == null ? comparison.title() + ": " + member.name() : member.title(),
        base.seed(),
        base.window(),
        base.spinUp(),
        base.grid(),
        base.land(),
        base.forcing(),
        base.atmosphericCo2(),
        base.model(),
        base.controlVector(),
        new ObservationSettings(made.co2(), made.soilMoisture()),
        base.transport(),
        base.background(),
        base.regions(),
        member.minimiser() == null ? base.minimiser() : member.minimiser(),
        member.posterior() == null ? base.posterior() : member.posterior(),
        base.blocks(),
        base.runner());
  }

  private void requireSense() {
    for (int i = 0; i < member.assimilate().size(); i++) {
      StreamName stream = member.assimilate().get(i);
      boolean there =
          stream == StreamName.CO2
              ? base.observations().co2() != null
              : base.observations().soilMoisture() != null;
      String key = "assimilate[" + i + "]";
      if (!there) {
        throw new InvalidSetting(
            key,
            "the base experiment has no observations." + stream,
            "Add them to the base, or remove the stream here");
      }
      if (member.assimilate().indexOf(stream) < i) {
        throw new InvalidSetting(key, stream + " is named twice", "Remove it once");
      }
    }
    requireStations();
    requireYears();
    if (!member.heldOut().regions().isEmpty()) {
      requireAssimilated("heldOut.regions", StreamName.SOIL_MOISTURE);
    }
  }

  private void requireAssimilated(String key, StreamName stream) {
    if (!member.assimilates(stream)) {
      throw new InvalidSetting(
          key,
          "the member does not assimilate " + stream + ", so that nothing can be held out of it",
          "Remove the key, or add " + stream + " to assimilate");
    }
  }

  private void requireStations() {
    List<String> held = member.heldOut().stations();
    if (held.isEmpty()) {
      return;
    }
    requireAssimilated("heldOut.stations", StreamName.CO2);
    List<String> assimilated = new ArrayList<>(base.observations().co2().stations());
    assimilated.removeAll(base.observations().co2().heldOut());
    for (int i = 0; i < held.size(); i++) {
      String hint =
          Spelling.nearest(held.get(i), assimilated)
              .map(word -> "Did you mean '" + word + "'? ")
              .orElse("");
      if (!assimilated.contains(held.get(i))) {
        throw new InvalidSetting(
            "heldOut.stations[" + i + "]",
            "station " + held.get(i) + " is not among those that the base assimilates",
            hint + "These are " + String.join(", ", assimilated));
      }
    }
    if (held.containsAll(assimilated)) {
      throw new InvalidSetting(
          "heldOut.stations",
          "all stations are held out, so that no CO2 is assimilated",
          "Leave at least one, or remove co2 from assimilate");
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

  private Co2Settings co2() {
    Co2Settings co2 = base.observations().co2();
    return co2 == null
        ? null
        : new Co2Settings(
            co2.format(),
            co2.folder(),
            co2.stations(),
            joined(co2.heldOut(), member.heldOut().stations()),
            joined(co2.heldOutYears(), member.heldOut().years()),
            co2.offsetStations(),
            co2.errorFloor(),
            co2.correlationMonths(),
            co2.minimumMonthsPerYear(),
            member.assimilates(StreamName.CO2));
  }

  private SoilMoistureSettings soilMoisture() {
    SoilMoistureSettings moisture = base.observations().soilMoisture();
    return moisture == null
        ? null
        : new SoilMoistureSettings(
            moisture.folder(),
            moisture.files(),
            member.assimilates(StreamName.SOIL_MOISTURE),
            joined(moisture.heldOutYears(), member.heldOut().years()),
            joined(moisture.heldOutRegions(), member.heldOut().regions()),
            moisture.bias(),
            moisture.offsetSigma(),
            moisture.gainSigma(),
            moisture.logDet(),
            moisture.weight(),
            moisture.correlationDays(),
            moisture.factor(),
            moisture.errorInflation());
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
