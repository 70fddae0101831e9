package org.ccdas.report.section;

import static org.ccdas.report.page.Numbers.fixed;
import static org.ccdas.report.page.Numbers.significant;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.report.page.Html;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Marks;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.ProfileResult;
import org.ccdas.report.run.RunResults;

/** Whether the uncertainties, which come from a linear theory, hold for the model itself. */
public final class UncertaintyCheckSection {
  private static final String ID = "uncertainty-check";
  private static final String TITLE = "Can the uncertainties be trusted?";
  private static final double EXPECTED = 0.5;
  private static final double TOLERANCE = 0.1;

  private UncertaintyCheckSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.posterior().isEmpty() && run.ensemble().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing("posterior.nc"));
    }
    Section section =
        Section.of(ID, TITLE)
            .paragraph(
                "Uncertainties on this page come from a linear theory at the minimum. Here the full"
                    + " model tells how far it holds.")
            .heading("The cost around the minimum");
    section =
        run.profile().isPresent()
            ? profile(section, run.profile().get())
            : leftOut(section, "this run has not looked there (setting posterior.profile).");
    return ensemble(section.heading("Parameters drawn at random"), run);
  }

  private static Section ensemble(Section section, RunResults run) {
    if (run.ensemble().isEmpty()) {
      return leftOut(section, "make it with: ccdas simulate FOLDER --ensemble 200");
    }
    boolean old =
        run.parameters().isPresent()
            && !EnsembleCheck.isOf(
                run.ensemble().get(),
                run.parameters().get().stream().mapToDouble(ParameterRow::x).toArray());
    return old
        ? leftOut(section, "ensemble.nc is of another minimum than this run's; make it anew.")
        : EnsembleCheck.add(section, run.ensemble().get());
  }

  private static Section leftOut(Section section, String why) {
    return section.add(Html.paragraph("Left out: " + why).with("class", "left-out"));
  }

  private static Section profile(Section section, ProfileResult profile) {
    List<String> rows = new ArrayList<>();
    for (int d = 0; d < profile.size(); d++) {
      rows.add(profile.mode()[d] + ", eigenvalue " + significant(profile.eigenvalue()[d], 2));
    }
    return section
        .figure(
            Marks.draw(
                "profile",
                "Rise of the cost one posterior standard deviation from the minimum along "
                    + profile.size()
                    + " directions, "
                    + profile.flags()
                    + " of them off by more than 20 percent",
                rows,
                List.of(
                    Marks.Kind.open("one sigma down", profile.below()),
                    Marks.Kind.posterior("one sigma up", profile.above())),
                new Marks.Expected(EXPECTED, TOLERANCE),
                "rise of the cost J, no unit"),
            reading(profile))
        .add(Html.unfold("The numbers of the picture", table(profile).html()));
  }

  private static String reading(ProfileResult profile) {
    String flags =
        switch (profile.flags()) {
          case 0 -> "All are within it.";
          case 1 -> "One direction is outside it: there the uncertainty is rough.";
          default ->
              profile.flags() + " directions are outside it: there the uncertainty is rough.";
        };
    String missing =
        profile.missing() == 0
            ? ""
            : " "
                + profile.missing()
                + " of "
                + 2 * profile.size()
                + " points are not shown: a parameter is beyond "
                + fixed(profile.bound(), 0)
                + " prior standard deviations there, or the cost has no value.";
    return "The full model run one posterior standard deviation away from the minimum, along the"
        + " directions that the observations determine best (top) and least (bottom): if the"
        + " uncertainties are right the cost rises by 0.5 on both sides; the band is 20 percent"
        + " about that. "
        + flags
        + missing;
  }

  private static HtmlTable table(ProfileResult profile) {
    HtmlTable table =
        new HtmlTable("Rise of the cost one posterior standard deviation from the minimum")
            .numbers("direction", "eigenvalue", "one sigma down", "one sigma up")
            .texts("within 20 percent of 0.5");
    for (int d = 0; d < profile.size(); d++) {
      table.row(
          String.valueOf(profile.mode()[d]),
          significant(profile.eigenvalue()[d], 3),
          fixed(profile.below()[d], 3),
          fixed(profile.above()[d], 3),
          profile.flagged()[d] ? "no" : "yes");
    }
    return table;
  }
}
