package org.ccdas.observe.fapar;

import java.time.LocalDate;
import java.util.List;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.local.GriddedFiles;
import org.ccdas.observe.local.GriddedVariables;
import org.ccdas.observe.local.LocalNames;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.LocalQuantity;
import org.ccdas.observe.local.LocalStream;
import org.ccdas.observe.local.Visibility;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;

/**
 * FAPAR of cells, the share of photosynthetically active radiation that the green canopy absorbs
 * under a white sky, by day or by month; after Kaminski et al. (2012), who assimilated it into
 * BETHY. Spec section 17.6.
 */
public final class FaparStream extends LocalStream<FaparSettings> {
  /** Name of the stream. */
  static final String NAME = "fapar";

  /** At most 5 mm of snow, which hides leaves; frozen soil does not matter. */
  private static final Visibility VISIBILITY = new Visibility(5, 0, 0.7);

  /** The accuracy that GCOS asks of FAPAR products. Spec section 17.6. */
  private static final double LEAST_ERROR = 0.05;

  /** Found by the service loader. */
  public FaparStream() {
    super(
        new LocalQuantity(NAME, ModelSeries.FAPAR, VISIBILITY, LEAST_ERROR),
        new LocalNames("FAPAR", "1", "fapar.nc", "observed FAPAR", "FAPAR under a white sky", 4),
        List.of("files", "registration", "variable", "errorVariable", "standardError"),
        0.1);
  }

  @Override
  public Class<FaparSettings> settings() {
    return FaparSettings.class;
  }

  @Override
  public Observations read(FaparSettings settings, StreamContext context) {
    MonthAxis window = context.window();
    List<Location> files = settings.files().stream().map(DataPath::path).toList();
    GriddedFiles product =
        GriddedFiles.scan(
            files,
            new GriddedVariables(
                settings.variable(),
                settings.errorVariable() == null ? "" : settings.errorVariable(),
                settings.standardError(),
                "1",
                0,
                1,
                settings.registration()));
    requireWindow(window, files.get(0), product.first(), product.last());
    LocalDate first = window.firstDay();
    LocalDate last = window.lastDay();
    LocalOperator operator = operator(settings, context);
    return observations(
        operator,
        plan -> product.read(plan.cells().stream().map(LandCell::cell).toList(), first, last),
        files,
        product.notes());
  }
}
