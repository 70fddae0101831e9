package org.ccdas.report.section;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.WorldMap;
import org.ccdas.report.run.CellFluxes;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.scale.ColourScale;

/** Maps of GPP and NEP and of their change. */
public final class FluxMapsSection {
  private static final String ID = "flux-maps";
  private static final String TITLE = "Maps of the fluxes";
  private static final double G_PER_KG = 1e3;

  private FluxMapsSection() {}

  /** The section. */
  public static Section of(RunResults run) {
    if (run.fluxes().isEmpty()) {
      return Section.leftOut(ID, TITLE, RunResults.missing("fluxes.nc"));
    }
    CellFluxes fluxes = run.fluxes().get();
    WorldMap map = WorldMap.of(fluxes.cells());
    Section section = Section.of(ID, TITLE);
    section = add(section, map, fluxes, "gpp", "gross primary production", "GPP", false);
    return add(section, map, fluxes, "nep", "net ecosystem production", "NEP", true);
  }

  private static Section add(
      Section section,
      WorldMap map,
      CellFluxes fluxes,
      String field,
      String words,
      String symbol,
      boolean signed) {
    double[] prior = grams(fluxes.yearlyMean(field + "_prior"));
    double[] posterior = grams(fluxes.yearlyMean(field + "_posterior"));
    double[] change = new double[prior.length];
    Arrays.setAll(change, c -> posterior[c] - prior[c]);
    double[] both = DoubleStream.concat(Arrays.stream(prior), Arrays.stream(posterior)).toArray();
    ColourScale scale = signed ? ColourScale.differences(both) : ColourScale.amounts(both);
    String unit = ", gC m⁻² a year";
    String sense = signed ? " Red is uptake by the land, blue is release to the atmosphere." : "";
    String mean = "Mean " + words + " over the window";
    return section
        .heading(symbol)
        .figure(
            map.draw(
                field + "-posterior",
                "Map of " + words + " after assimilation",
                posterior,
                scale,
                symbol + ", posterior" + unit),
            mean
                + " after assimilation, per area of the whole cell."
                + sense
                + " Grey is land outside the run; the 2 percent at either end of the values get the"
                + " colour of the end.")
        .figure(
            map.draw(
                field + "-prior",
                "Map of " + words + " before assimilation",
                prior,
                scale,
                symbol + ", prior" + unit),
            mean + " before assimilation, in the colours of the map above.")
        .figure(
            map.draw(
                field + "-change",
                "Map of the change of " + words + " by the assimilation",
                change,
                ColourScale.differences(change),
                symbol + ", posterior less prior" + unit),
            "What the assimilation changed: red is more, blue is less "
                + symbol
                + " than before, white is no change.");
  }

  private static double[] grams(double[] kilograms) {
    return Arrays.stream(kilograms).map(value -> value * G_PER_KG).toArray();
  }
}
