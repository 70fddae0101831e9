package org.ccdas.pipelines.twin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.picture.AcceptedRange;
import org.ccdas.report.picture.Fonts;
import org.ccdas.report.picture.NormalHistogram;
import org.ccdas.report.picture.Picture;
import org.ccdas.report.scale.Extent;
import org.ccdas.verify.twin.TwinCoverage;
import org.ccdas.verify.twin.TwinDraw;

/** What a person sees of the draws: their normalised errors, and the errors along directions. */
final class TwinPictures {
  private TwinPictures() {}

  static void write(TwinFindings findings, TwinFolder folder) throws IOException {
    Fonts.require();
    for (Picture picture : List.of(errors(findings.coverage()), draws(findings.coverage()))) {
      Location file = folder.picture(picture.name());
      StoredFiles.write(file, picture.png());
    }
  }

  private static Picture errors(TwinCoverage coverage) {
    List<TwinDraw> draws = coverage.draws();
    double[] all =
        draws.stream().flatMapToDouble(draw -> Arrays.stream(draw.directionErrors())).toArray();
    return NormalHistogram.draw(
        "direction-errors",
        String.format(
            Locale.ROOT,
            "Histogram of the errors along constrained directions, with the normal distribution;"
                + " %.0f percent of the errors are within one standard deviation",
            100 * coverage.coverage()),
        all,
        String.format(Locale.ROOT, "%d errors, %d draws", all.length, draws.size()),
        "error along constrained directions, posterior standard deviations");
  }

  private static Picture draws(TwinCoverage coverage) {
    List<TwinDraw> draws = coverage.draws();
    List<Double> range = TwinCoverage.ERROR_RANGE;
    return AcceptedRange.draw(
        "normalised-errors",
        String.format(
            Locale.ROOT,
            "Normalised error of every draw, the mean %.2f and the range in which it is accepted",
            coverage.meanError()),
        draws.stream().mapToDouble(TwinDraw::seed).toArray(),
        "draw (seed)",
        draws.stream().mapToDouble(TwinDraw::normalisedError).toArray(),
        "normalised error e'He/n",
        new Extent(range.get(0), range.get(1)));
  }
}
