package org.ccdas.pipelines.ensemble;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ccdas.assimilate.posterior.Ensemble;
import org.ccdas.assimilate.posterior.EnsembleSpread;
import org.ccdas.assimilate.posterior.ImportanceWeights;
import org.ccdas.assimilate.posterior.Target;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.region.Regions;
import org.ccdas.report.run.RunSummary;

/** Spread of the ensembles beside the linear estimate, as {@value #NAME} and for a person. */
public final class EnsembleTable {
  /** Name of the file in the folder of a run. */
  public static final String NAME = "ensemble.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "target",
              "unit",
              "distribution",
              "centre",
              "linear_sigma",
              "centre_sigma",
              "ensemble_sigma",
              "ratio",
              "mean_less_centre",
              "median",
              "lower68",
              "upper68",
              "lower95",
              "upper95")
          .get();

  private EnsembleTable() {}

  /** Writes all targets; the file is replaced as a whole. */
  public static void write(Ensembles ensembles, Location path) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (Ensemble ensemble : ensembles.all()) {
        List<EnsembleSpread> spreads = ensemble.spreads();
        for (int t = 0; t < spreads.size(); t++) {
          Target target = ensembles.targets().get(t);
          EnsembleSpread spread = spreads.get(t);
          csv.printRecord(
              target.label(),
              target.quantity().unit(),
              Ensembles.word(ensemble.from()),
              ensemble.centre()[t],
              spread.linearSigma(),
              ensemble.centreSigma()[t],
              spread.sigma(),
              // of a region without land there is none
              Double.isNaN(spread.ratio()) ? "" : spread.ratio(),
              spread.mean() - ensemble.centre()[t],
              spread.interval().median(),
              spread.interval().lower68(),
              spread.interval().upper68(),
              spread.interval().lower95(),
              spread.interval().upper95());
        }
      }
    }
    StoredFiles.write(path, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Prints means over the window and what all targets say together. */
  public static void print(Ensembles ensembles, PrintWriter out) {
    for (Ensemble ensemble : ensembles.all()) {
      print(ensembles, ensemble, out);
    }
    out.flush();
  }

  private static void print(Ensembles ensembles, Ensemble ensemble, PrintWriter out) {
    List<EnsembleSpread> spreads = ensemble.spreads();
    line(out, "");
    line(
        out,
        "%d members from the %s, %d draws beyond |x| = %.1f thrown away, %d members failed",
        ensemble.draws().size(),
        Ensembles.word(ensemble.from()),
        ensemble.thrownAway(),
        ensembles.problem().experiment().minimiser().bound(),
        ensemble.failed());
    ImportanceWeights importance = ensemble.quality().importance();
    if (Double.isFinite(importance.shape())) {
      line(
          out,
          "  weighted by the cost: Pareto k %.2f, worth %.0f equal members%s",
          importance.shape(),
          importance.effectiveDraws(),
          importance.reliable()
              ? ""
              : "; k is not below " + ImportanceWeights.RELIABLE + ", so all count alike");
    }
    ensemble
        .quality()
        .mixing()
        .ifPresent(
            mixing -> line(out, "  %s", RunSummary.Draws.chains(mixing, ensemble.draws().size())));
    line(
        out,
        "  %-36s %9s %9s %9s %6s %9s %20s  %s",
        "mean over the window",
        "centre",
        "linear",
        "ensemble",
        "ratio",
        "median",
        "68 percent",
        "unit");
    for (int t = 0; t < spreads.size(); t++) {
      Target target = ensembles.targets().get(t);
      if (shown(target)) {
        EnsembleSpread spread = spreads.get(t);
        line(
            out,
            "  %-36s %9.3f %9.3f %9.3f %6s %9.3f %9.3f %9.3f  %s",
            target.quantity() + " " + target.region().label(),
            ensemble.centre()[t],
            spread.linearSigma(),
            spread.sigma(),
            Double.isNaN(spread.ratio()) ? "-" : String.format(Locale.ROOT, "%.2f", spread.ratio()),
            spread.interval().median(),
            spread.interval().lower68(),
            spread.interval().upper68(),
            target.quantity().unit());
      }
    }
    double[] ratios = ratios(spreads);
    line(
        out,
        "  ensemble over linear sigma, all %d targets: %.2f to %.2f, median %.2f; by chance"
            + " 1 +- %.2f",
        ratios.length,
        ratios[0],
        ratios[ratios.length - 1],
        ratios[ratios.length / 2],
        spreads.get(0).samplingError());
  }

  private static boolean shown(Target target) {
    return target.year() == 0
        && (target.quantity() == Target.Quantity.NEP
            || target.region().set().equals(Regions.GLOBE));
  }

  /** Of the targets that have one, rising. */
  private static double[] ratios(List<EnsembleSpread> spreads) {
    double[] ratios =
        spreads.stream().mapToDouble(EnsembleSpread::ratio).filter(Double::isFinite).toArray();
    Arrays.sort(ratios);
    return ratios;
  }

  private static void line(PrintWriter out, String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
