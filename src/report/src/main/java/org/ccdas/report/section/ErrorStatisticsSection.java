package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.signed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.List;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.stream.StreamPages;

/** Whether the stated errors are right, and what the result would be with others. */
public final class ErrorStatisticsSection {
  private static final String ID = "error-statistics";
  private static final String TITLE = "Are the stated errors right, and what if not?";

  /** Prior standard deviations beyond which a parameter is far from its prior. */
  private static final double FAR = 2;

  private ErrorStatisticsSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    RunSummary.Posterior posterior = run.summary().posterior();
    if (posterior == null || posterior.errors() == null || posterior.errors().isEmpty()) {
      return Section.leftOut(
          ID, TITLE, "Left out: summary.json of this run has no diagnosis of errors.");
    }
    Section section =
        Section.of(ID, TITLE)
            .paragraph(
                "All of this is linear, at the minimum, and took no run of the model. Errors are to"
                    + " be multiplied by the factor to be as large as the misfits say; well below 1"
                    + " they are stated too large, or the fit is too free. The last column is the"
                    + " squared distance to these observations and the prior together, for each"
                    + " value, had there been no others: much above 1, the prior does not reach"
                    + " them.")
            .add(errors(posterior.errors(), run.summary()).html())
            .paragraph(far(run));
    return posterior.sensitivity() == null || posterior.sensitivity().isEmpty()
        ? section
        : section
            .heading("The mean uptake and production of all land under other choices")
            .add(sensitivity(posterior.sensitivity()).html());
  }

  private static HtmlTable errors(List<RunSummary.ErrorLine> errors, RunSummary summary) {
    HtmlTable table =
        new HtmlTable("Errors of observations, diagnosed from their misfits")
            .texts("observations")
            .numbers("values", "degrees of freedom", "χ²", "factor of errors", "χ² with the prior");
    for (RunSummary.ErrorLine error : errors) {
      table.row(
          error.place() == null ? StreamPages.title(error.stream()) + ", all" : error.place(),
          fixed(error.observations(), 0),
          fixed(error.degreesOfFreedom(), 1),
          fixed(error.chi2(), 2),
          error.errorFactor() == null ? "" : fixed(error.errorFactor(), 2),
          fixed(error.conflict(), 2));
    }
    return table;
  }

  private static String far(RunResults run) {
    List<String> far =
        run.parameters().orElse(List.of()).stream()
            .filter(parameter -> Math.abs(parameter.x()) > FAR)
            .map(ErrorStatisticsSection::named)
            .toList();
    return far.isEmpty()
        ? "No parameter is more than two prior standard deviations from its prior."
        : "More than two prior standard deviations from their prior are "
            + String.join(", ", far)
            + ".";
  }

  private static String named(ParameterRow parameter) {
    return parameter.label() + " (" + signed(parameter.x(), 1) + ")";
  }

  private static HtmlTable sensitivity(List<RunSummary.SensitivityLine> lines) {
    HtmlTable table =
        new HtmlTable("Linear change of the result with errors, prior and observations")
            .texts("choice")
            .numbers("NEP, PgC yr⁻¹", "± NEP", "GPP, PgC yr⁻¹", "± GPP", "degrees of freedom");
    for (RunSummary.SensitivityLine line : lines) {
      table.row(
          line.choice(),
          signed(line.nep(), 2),
          fixed(line.nepSigma(), 2),
          significant(line.gpp(), 4),
          fixed(line.gppSigma(), 1),
          fixed(line.degreesOfFreedom(), 1));
    }
    return table;
  }
}
