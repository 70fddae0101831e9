package org.ccdas.report.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.transport.proof.CarbonTrackerData;
import org.ccdas.transport.proof.CarbonTrackerProof;
import org.ccdas.transport.proof.FossilProof;
import org.ccdas.transport.proof.Sf6Data;
import org.ccdas.transport.proof.Sf6Proof;
import org.ccdas.transport.proof.Sf6Score;
import org.ccdas.transport.tracer.CirculationProfile;
import org.ccdas.transport.tracer.MixingConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportPageTest {
  private static final int YEARS = 39;
  private static final double[] SEASON = {1, 2, 3, 2, 1, 0, -1, -2, -3, -2, -1, 0};

  private static TransportEvidence evidence() {
    List<Station> stations =
        List.of(StationTable.standard().station("BRW"), StationTable.standard().station("SPO"));
    double[][] observed = new double[2][YEARS * 12];
    Arrays.setAll(observed[0], k -> 1 + 0.02 * k);
    Arrays.setAll(observed[1], k -> 0.7 + 0.02 * k);
    Sf6Data data = new Sf6Data(1970, new double[YEARS][4], stations, observed);
    double[] pair = {0.31, 0.36};
    Sf6Score score =
        new Sf6Score(pair, pair, pair, new double[] {1.23, 1.2}, 0.0456, new double[] {0.1, -0.1});
    Sf6Proof.Result sf6 =
        new Sf6Proof.Result(
            "box & co", observed, 1.08, score, score, score, new double[][] {SEASON, SEASON});
    Map<String, CarbonTrackerProof.Score> scores = new TreeMap<>();
    for (String code : List.of("BRW", "MHD", "MLO", "SMO", "SPO")) {
      scores.put(code, new CarbonTrackerProof.Score(0.91, 0.97, 0.3, 0.5, 0.01, SEASON, SEASON));
    }
    CarbonTrackerProof.Result tracker =
        new CarbonTrackerProof.Result(
            "box & co", scores, scores, new EnumMap<>(Map.of(CarbonTrackerData.Kind.LAND, scores)));
    double[][] profile = {{3, 2, 1}, {2, 1, 0}};
    double[] lat = {-40, -10, 10, 40};
    CirculationProfile circulation =
        new CirculationProfile(lat, new double[] {1, -18, 2, 0}, lat, lat);
    return new TransportEvidence(
        MixingConstants.standard(),
        data,
        List.of(sf6),
        List.of(tracker),
        List.of(new FossilProof.Result("box & co", 5.5, 4.4)),
        new FossilProof.Profile(new double[] {0.9, 0.5, 0.2}, profile, profile),
        List.of(new CirculationComparison("June, reanalysis", circulation, circulation)));
  }

  @Test
  void showsEveryFigure(@TempDir Path folder) throws IOException {
    TransportEvidence evidence = evidence();
    TransportPage.write(Location.of(folder), evidence);
    String page = Files.readString(folder.resolve(TransportPage.PAGE), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("box &amp; co")
        .contains("0.046")
        .contains("scaled by 1.080")
        .contains("sf6-gradient")
        .contains("season-mlo")
        .contains("fossil-profile")
        .contains("-18.0 at -10.0")
        .contains("overturning-june-reanalysis");
    assertThat(TransportPage.keyFigures(evidence))
        .singleElement()
        .asString()
        .contains("exchange time 1.23 yr (observed 1.20)")
        .contains("amplitude ratio 0.91 (median of 5 stations)")
        .contains("BRW-SPO 5.5, MLO-SPO 4.4 ppm");
  }
}
