package org.ccdas.report.transport;

import java.util.List;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.page.Numbers;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Curve;
import org.ccdas.report.picture.Lines;
import org.ccdas.transport.proof.FossilProof;

/** Fossil carbon only: what a known source makes of gradients, profiles and land against sea. */
final class FossilSection {
  private FossilSection() {}

  static Section of(TransportEvidence evidence) {
    HtmlTable table =
        new HtmlTable("Fossil fuel only, 9.4 PgC a year, sixth year")
            .texts("model")
            .numbers("BRW-SPO, ppm", "MLO-SPO, ppm");
    for (FossilProof.Result result : evidence.fossil()) {
      table.row(
          result.name(), Numbers.fixed(result.brwSpo(), 2), Numbers.fixed(result.mloSpo(), 2));
    }
    FossilProof.Profile profile = evidence.profile();
    // from the top down, so that the abscissa rises
    double[] height = new double[profile.sigma().length];
    for (int layer = 0; layer < height.length; layer++) {
      height[layer] = -7.5 * Math.log(profile.sigma()[layer]);
    }
    return Section.of("fossil", "Fossil carbon only")
        .add(table.html())
        .figure(
            Lines.draw(
                "fossil-profile",
                "Profile of fossil CO2 at 48 N over land and sea in January and July",
                height,
                "height, km",
                "CO2 above the air at the South Pole, ppm",
                List.of(
                    Curve.run("land, January", profile.land()[0], 0).marked(),
                    Curve.run("sea, January", profile.sea()[0], 1).marked(),
                    Curve.run("land, July", profile.land()[1], 2).marked(),
                    Curve.run("sea, July", profile.sea()[1], 3).marked())),
            "Tracer model at 48 N: columns with more land than sea, and the others.");
  }
}
