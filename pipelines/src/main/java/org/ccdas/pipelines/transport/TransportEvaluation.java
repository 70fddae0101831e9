package org.ccdas.pipelines.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.station.RecordFiles;
import org.ccdas.observe.station.RecordFormat;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.report.transport.CirculationComparison;
import org.ccdas.report.transport.TransportEvidence;
import org.ccdas.report.transport.TransportPage;
import org.ccdas.transport.proof.CarbonTrackerData;
import org.ccdas.transport.proof.CarbonTrackerProof;
import org.ccdas.transport.proof.FossilProof;
import org.ccdas.transport.proof.MixingFit;
import org.ccdas.transport.proof.Sf6Data;
import org.ccdas.transport.proof.Sf6Proof;
import org.ccdas.transport.proof.TransportModel;
import org.ccdas.transport.tracer.Circulation;
import org.ccdas.transport.tracer.CirculationProfile;
import org.ccdas.transport.tracer.ClimatologicalCirculation;
import org.ccdas.transport.tracer.FileCirculation;
import org.ccdas.transport.tracer.MixingConstants;
import org.ccdas.transport.tracer.TracerGrid;
import org.ccdas.transport.tracer.TracerModel;

/**
 * Puts the zonal box model and the tracer model before SF6, CarbonTracker and flasks.
 *
 * @param data folder of the data ({@code docs/transport.md} lists what is read)
 * @param out folder for page and pictures
 */
public record TransportEvaluation(Location data, Location out) {
  private static final int FIT_ITERATIONS = 2;

  /** Fits the mixing constants to SF6 of 1995 to 2001. */
  public MixingConstants fit() {
    Sf6Proof proof = new Sf6Proof(Sf6Data.read(data.resolve("transport/sf6")));
    return new MixingFit(constants -> proof.misfit(TransportModel.tracer(model(constants))))
        .run(FIT_ITERATIONS);
  }

  /**
   * Runs all proofs and writes the page.
   *
   * @param progress is told what begins
   * @return the key figures, a line a model
   */
  public List<String> run(MixingConstants constants, Consumer<String> progress) throws IOException {
    TracerModel tracer = model(constants);
    Sf6Proof sf6 = new Sf6Proof(Sf6Data.read(data.resolve("transport/sf6")));
    CarbonTrackerProof carbonTracker =
        new CarbonTrackerProof(new CarbonTrackerData(data), flasks());
    FossilProof fossil = new FossilProof();
    List<Sf6Proof.Result> ofSf6 = new ArrayList<>();
    List<CarbonTrackerProof.Result> ofCarbonTracker = new ArrayList<>();
    List<FossilProof.Result> ofFossil = new ArrayList<>();
    for (TransportModel model : List.of(TransportModel.zonalBox(), TransportModel.tracer(tracer))) {
      progress.accept(model.name() + ": SF6 1970-2008");
      ofSf6.add(sf6.of(model));
      progress.accept(model.name() + ": CarbonTracker 2000-2016");
      ofCarbonTracker.add(carbonTracker.of(model));
      progress.accept(model.name() + ": fossil only");
      ofFossil.add(fossil.of(model));
    }
    TransportEvidence evidence =
        new TransportEvidence(
            constants,
            sf6.data(),
            ofSf6,
            ofCarbonTracker,
            ofFossil,
            fossil.profile(tracer),
            circulations());
    StoredFiles.makeFolder(out);
    TransportPage.write(out, evidence);
    return TransportPage.keyFigures(evidence);
  }

  private static TracerModel model(MixingConstants constants) {
    return new TracerModel(TracerGrid.standard(), new ClimatologicalCirculation(), constants);
  }

  private List<CirculationComparison> circulations() {
    Location ncep = data.resolve("transport/ncep");
    FileCirculation reanalysis =
        FileCirculation.read(
            List.of(
                new FileCirculation.Source(1, ncep.resolve("uvt.nc"), "U", "V", 0),
                new FileCirculation.Source(6, ncep.resolve("NCEP_06_climo.nc"), "U", "V", 0)));
    return List.of(
        compared("January, NCEP 1988", reanalysis, 1), compared("June, NCEP mean", reanalysis, 6));
  }

  private static CirculationComparison compared(String label, Circulation reanalysis, int month) {
    TracerGrid grid = TracerGrid.standard();
    return new CirculationComparison(
        label,
        CirculationProfile.of(grid, new ClimatologicalCirculation(), month),
        CirculationProfile.of(grid, reanalysis, month));
  }

  /** Monthly means of the flask stations over the months of CarbonTracker, NaN where missing. */
  private Map<String, double[]> flasks() {
    Map<String, double[]> observed = new TreeMap<>();
    for (String name : CarbonTrackerProof.FILES) {
      StationRecord record =
          RecordFiles.read(
                  data.resolve("co2_flask/wdcgg_monthly").resolve(name + ".dat"),
                  RecordFormat.AUTO,
                  Set.of())
              .record();
      double[] values = new double[CarbonTrackerData.MONTHS.count()];
      Arrays.setAll(values, k -> record.co2(CarbonTrackerData.MONTHS.at(k)).orElse(Double.NaN));
      observed.put(name.substring(0, 3).toUpperCase(Locale.ROOT), values);
    }
    return observed;
  }
}
