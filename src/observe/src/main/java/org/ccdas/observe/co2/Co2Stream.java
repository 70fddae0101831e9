package org.ccdas.observe.co2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Spelling;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.stream.HeldOut;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;

/** Monthly CO2 at stations. */
public final class Co2Stream implements ObservationStream<Co2Settings> {
  /** Found by the service loader. */
  public Co2Stream() {}

  @Override
  public String name() {
    return Co2Operator.NAME;
  }

  @Override
  public String title() {
    return "CO2";
  }

  @Override
  public Class<Co2Settings> settings() {
    return Co2Settings.class;
  }

  /** The stations, whose order is that in the blocks; errors and hold-outs belong to the cost. */
  @Override
  public ObjectNode blockSettings(ObjectNode settings) {
    Set<String> all = new LinkedHashSet<>(texts(settings, "stations"));
    all.addAll(texts(settings, "heldOut"));
    ArrayNode stations = settings.arrayNode();
    all.forEach(stations::add);
    ObjectNode part = settings.objectNode();
    part.set("format", settings.get("format"));
    part.set("folder", settings.get("folder"));
    part.set("stationTable", settings.get("stationTable"));
    part.set("acceptedFlags", settings.get("acceptedFlags"));
    part.set("stations", stations);
    return part;
  }

  @Override
  public Set<String> heldOutKeys() {
    return Set.of("stations");
  }

  @Override
  public void change(ObjectNode settings, boolean assimilated, HeldOut heldOut) {
    List<String> there = new ArrayList<>(texts(settings, "stations"));
    there.removeAll(texts(settings, "heldOut"));
    for (int i = 0; i < heldOut.stations().size(); i++) {
      String station = heldOut.stations().get(i);
      if (!there.contains(station)) {
        String hint =
            Spelling.nearest(station, there).map(w -> "Did you mean '" + w + "'? ").orElse("");
        throw new InvalidSetting(
            "heldOut.stations[" + i + "]",
            "station " + station + " is not among those that the base assimilates",
            hint + "These are " + String.join(", ", there));
      }
    }
    if (!heldOut.stations().isEmpty() && heldOut.stations().containsAll(there)) {
      throw new InvalidSetting(
          "heldOut.stations",
          "all stations are held out, so that no CO2 is assimilated",
          "Leave at least one, or remove co2 from assimilate");
    }
    settings.put("assimilate", assimilated);
    HeldOut.append(settings, "heldOut", heldOut.stations());
    HeldOut.append(settings, "heldOutYears", heldOut.years());
  }

  private static List<String> texts(ObjectNode settings, String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : settings.get(key)) {
      texts.add(element.asText());
    }
    return texts;
  }

  @Override
  public Observations read(Co2Settings settings, StreamContext context) {
    return Co2Observations.read(settings, context);
  }

  @Override
  public Observations everywhere(StreamContext context) {
    return Co2Observations.everywhere(context);
  }

  @Override
  public BlockPart.Format format() {
    return CellTransport::decode;
  }
}
