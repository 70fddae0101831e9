package org.ccdas.bethy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SyntheticWeatherTest {
  @Test
  void agreesWithTheReference() {
    int days = 0;
    for (JsonNode each : Reference.block("forcing_check")) {
      SyntheticWeather.Daily day =
          SyntheticWeather.valueOf(each.get("kind").asText().toUpperCase(Locale.ROOT))
              .day(each.get("d").asInt());
      Reference.check(each, "doy", day.dayOfYear(), 0);
      Reference.check(each, "Tmin", day.tmin(), Reference.LEAF);
      Reference.check(each, "Tmax", day.tmax(), Reference.LEAF);
      Reference.check(each, "P", day.precipitation(), Reference.LEAF);
      Reference.check(each, "Rs", day.shortwave(), Reference.LEAF);
      days++;
    }
    Assertions.assertThat(days).isEqualTo(24);
  }
}
