package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.junit.jupiter.api.Test;

class RoundDisplayTest {
  private static final List<String> STREAMS = List.of("co2", "soilMoisture");

  private static final RunRound ROUND =
      new RunRound(
          List.of(
              costs(Double.NaN, 1, Double.NaN, 0, Double.NaN),
              costs(12.5, 2, 10, 0.5, 3.25),
              costs(20, 4, 16, 0, Double.NaN)),
          7,
          3,
          0.5,
          1e-3,
          1.5,
          30,
          "~ 30 s",
          false);

  private static RunRound.Costs costs(
      double cost, double prior, double co2, double soilMoisture, double gradientNorm) {
    return new RunRound.Costs(
        cost, prior, Map.of("co2", co2, "soilMoisture", soilMoisture), gradientNorm);
  }

  @Test
  void aLineHasTheBestOfTheRoundByTerm() {
    StringWriter text = new StringWriter();
    RoundLines lines = new RoundLines(new PrintWriter(text), STREAMS);
    lines.begin();
    lines.round(ROUND);
    List<String> printed = text.toString().lines().toList();
    assertThat(printed).hasSize(2);
    assertThat(printed.get(1).indexOf("0.5000") + 6)
        .as("under its heading")
        .isEqualTo(printed.get(0).indexOf("J_soilMoisture") + 14);
    assertThat(printed.get(0).strip().split("\\s+"))
        .containsExactly(
            "eval",
            "iter",
            "J",
            "J_prior",
            "J_co2",
            "J_soilMoisture",
            "|gradient|",
            "step",
            "damping",
            "s",
            "left");
    assertThat(printed.get(1).strip().split("\\s+"))
        .containsExactly(
            "7", "3", "12.5000", "2.0000", "10.0000", "0.5000", "3.2500", "0.500", "0.0010", "1.5",
            "~", "30", "s");
  }

  @Test
  void aRoundWhereAllFailedIsShownAsSuch() {
    StringWriter text = new StringWriter();
    new RoundLines(new PrintWriter(text), STREAMS)
        .round(
            new RunRound(
                List.of(costs(Double.NaN, 1, Double.NaN, 0, Double.NaN)),
                1,
                0,
                0,
                0,
                1,
                Double.NaN,
                "< 9 s",
                false));
    assertThat(text.toString()).contains("NaN").contains(" - ").contains("< 9 s");
  }

  @Test
  void evaluationsOfARoundAreNumberedOn() {
    assertThat(ROUND.number(0)).isEqualTo(5);
    assertThat(ROUND.number(2)).isEqualTo(7);
    assertThat(ROUND.best().cost()).isEqualTo(12.5);
  }

  @Test
  void theBarMovesAndSaysTheCost() {
    List<String> drawn = new ArrayList<>();
    RoundBar bar =
        new RoundBar(
            new ProgressBarConsumer() {
              @Override
              public int getMaxRenderedLength() {
                return 100;
              }

              @Override
              public void accept(String text) {
                drawn.add(text);
              }

              @Override
              public void close() {}
            },
            50,
            2);
    bar.begin();
    bar.round(ROUND);
    bar.close();
    assertThat(RoundBar.message(ROUND)).isEqualTo("J 12.500 |g| 3.25, ~ 30 s");
    // 30 s at 0.5 s an evaluation are 60 more than 7
    assertThat(drawn.get(drawn.size() - 1))
        .contains("minimise")
        .contains("7/67")
        .contains("J 12.500");
  }
}
