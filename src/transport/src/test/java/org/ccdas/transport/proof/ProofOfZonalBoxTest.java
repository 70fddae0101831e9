package org.ccdas.transport.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;

/** The proofs on real data, with the model that takes no time. */
class ProofOfZonalBoxTest {
  private static final TransportModel MODEL = TransportModel.zonalBox();

  @Test
  void sf6() {
    Location folder = Location.of(RealData.require("transport/sf6"));
    Sf6Proof.Result result = new Sf6Proof(Sf6Data.read(folder)).of(MODEL);
    // worked out from the station file: mean BRW - SPO 2002-2008, and the growth of its columns
    assertThat(result.judged().brwSpo()[1]).isEqualTo(0.356, within(0.002));
    assertThat(result.judged().growth()[1]).isEqualTo(0.241, within(0.004));
    assertThat(result.fitted().growth()[0]).isEqualTo(result.fitted().growth()[1], within(1e-9));
    // the mean of all stations is taken out of the residuals
    assertThat(result.judged().rms()).isBetween(0.01, 0.1);
    assertThat(result.judged().exchange()[0]).isBetween(0.8, 2.0);
    assertThat(result.inventory().brwSpo()[0] * result.scale())
        .isEqualTo(result.judged().brwSpo()[0], within(1e-9));
  }

  @Test
  void carbonTracker() {
    Location data = Location.of(RealData.require("evaluation").getParent());
    RealData.require("transport/so_station_tracers/CT2017");
    CarbonTrackerData files = new CarbonTrackerData(data);
    CarbonTrackerProof.Result result = new CarbonTrackerProof(files, Map.of()).of(MODEL);
    assertThat(result.againstModel()).hasSize(20);
    assertThat(result.againstFlasks()).isEmpty();
    CarbonTrackerProof.Score barrow = result.againstModel().get("BRW");
    assertThat(barrow.seasonal()).isGreaterThan(0.8);
    assertThat(barrow.amplitude()).isBetween(0.3, 3.0);
    // the growth of the air is that of the fluxes, whatever the transport
    assertThat(Math.abs(result.againstModel().get("SPO").growth())).isLessThan(0.15);
    assertThat(result.tracers().get(CarbonTrackerData.Kind.FOSSIL)).containsKey("CGO");
  }

  @Test
  void fossil() {
    FossilProof.Result result = new FossilProof().of(MODEL);
    // spec section 16.3: 5.6 and 4.5 ppm for 9.3 PgC yr-1 with whole bands
    assertThat(result.brwSpo()).isEqualTo(5.6 * 9.4 / 9.3, within(0.1));
    assertThat(result.mloSpo()).isEqualTo(4.5 * 9.4 / 9.3, within(0.1));
  }
}
