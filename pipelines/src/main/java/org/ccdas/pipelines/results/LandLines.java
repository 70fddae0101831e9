package org.ccdas.pipelines.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.TableLines;

/** The part of the table on the fluxes of all land, and whether they are plausible. */
final class LandLines {
  private static final int RATIOS_A_LINE = 4;

  private LandLines() {}

  static void print(RunFindings findings, TableLines lines) {
    LandBudget prior = LandBudget.mean(findings.prior());
    LandBudget posterior = LandBudget.mean(findings.posterior());
    lines.heading("all land, mean over the window");
    lines.row(
        "NEP, PgC yr-1, uptake positive",
        PriorPosterior.of(prior, posterior, LandBudget::nep),
        3,
        "");
    lines.row("NPP, PgC yr-1", PriorPosterior.of(prior, posterior, LandBudget::npp), 2, "");
    gate(findings, Gate.GPP, "GPP, PgC yr-1", 2, lines);
    gate(findings, Gate.EVAPOTRANSPIRATION, "ET, mm yr-1 of the vegetated area", 1, lines);
    gate(findings, Gate.TOP_MOISTURE, "moisture of the top layer, m3 m-3", 3, lines);
    gate(findings, Gate.AREA_WITHOUT_CARBON, "area share of tiles without carbon", 3, lines);
    closure(findings, lines);
    ratios(findings, lines);
  }

  private static void gate(
      RunFindings findings, String name, String text, int decimals, TableLines lines) {
    Gate prior = find(findings, name, Gate.PRIOR).orElseThrow();
    Optional<Gate> posterior = find(findings, name, Gate.POSTERIOR);
    double after = posterior.map(Gate::value).orElse(Double.NaN);
    lines.row(text, new PriorPosterior(prior.value(), after), decimals, verdict(prior, posterior));
  }

  private static String verdict(Gate prior, Optional<Gate> posterior) {
    boolean last = posterior.map(Gate::passed).orElse(prior.passed());
    String range =
        prior.range().get(0) == 0
            ? "at most " + end(prior, 1)
            : end(prior, 0) + " to " + end(prior, 1);
    if (prior.passed() && last) {
      return "plausible: " + range;
    }
    return (last ? "prior " : prior.passed() ? "posterior " : "") + "OUTSIDE " + range;
  }

  private static String end(Gate gate, int which) {
    double value = gate.range().get(which);
    return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
  }

  private static void closure(RunFindings findings, TableLines lines) {
    find(findings, Gate.CLOSURE, Gate.PRIOR)
        .ifPresent(
            gate ->
                lines.line(
                    "%-36s %12.1e %12s  %s",
                    "|sum NEP| / sum NPP where beta is 1",
                    gate.value(),
                    "-",
                    verdict(gate, Optional.empty())));
  }

  private static void ratios(RunFindings findings, TableLines lines) {
    List<String> texts = new ArrayList<>();
    String range = "";
    for (int pft : new TreeSet<>(LandBudget.nppOverGpp(findings.prior()).keySet())) {
      String code = LandBudget.code(pft);
      Gate prior = find(findings, Gate.nppOverGpp(code), Gate.PRIOR).orElseThrow();
      Optional<Gate> posterior = find(findings, Gate.nppOverGpp(code), Gate.POSTERIOR);
      range = end(prior, 0) + " to " + end(prior, 1);
      texts.add(code + " " + ratio(Optional.of(prior)) + " " + ratio(posterior));
    }
    lines.line("NPP/GPP, prior and posterior; plausible: %s, ! is outside", range);
    for (int from = 0; from < texts.size(); from += RATIOS_A_LINE) {
      StringBuilder line = new StringBuilder();
      for (String text : texts.subList(from, Math.min(texts.size(), from + RATIOS_A_LINE))) {
        line.append(String.format(Locale.ROOT, "  %-20s", text));
      }
      lines.line("%s", line.toString().stripTrailing());
    }
  }

  private static String ratio(Optional<Gate> gate) {
    return gate.map(g -> TableLines.number(g.value(), 2) + (g.passed() ? "" : "!")).orElse("-");
  }

  private static Optional<Gate> find(RunFindings findings, String name, String experiment) {
    return findings.gates().stream()
        .filter(gate -> gate.name().equals(name) && gate.experiment().equals(experiment))
        .findFirst();
  }
}
