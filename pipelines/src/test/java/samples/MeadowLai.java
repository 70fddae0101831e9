package samples;

import java.io.Serializable;
import java.util.List;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.GriddedFiles;
import org.ccdas.observe.local.GriddedVariables;
import org.ccdas.observe.local.LocalError;
import org.ccdas.observe.local.LocalNames;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.LocalQuantity;
import org.ccdas.observe.local.LocalStream;
import org.ccdas.observe.local.LocalUse;
import org.ccdas.observe.local.Visibility;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;

/** Leaf area index of cells as Meadow sees it, a mission that does not exist. */
public final class MeadowLai extends LocalStream<MeadowLai.Settings> {
  /** The keys below {@code observations.meadowLai}. */
  public record Settings(
      @Setting("CF NetCDF files of the leaf area index, one step a day or a month.")
          List<DataPath> files,
      @Setting(value = "Standard error of every value, m2 m-2.", byDefault = "0.5", above = 0)
          double standardError,
      @Setting(value = "Whether it is part of the cost.", byDefault = "true") boolean assimilate,
      @Setting(value = "Years that are only compared with the result.", byDefault = "[]")
          List<Integer> heldOutYears,
      @Setting(value = "Regions that are only compared with the result.", byDefault = "[]")
          List<String> heldOutRegions)
      implements Serializable {}

  /** Found by the service loader. */
  public MeadowLai() {
    super(
        // leaves show where at most 5 mm of snow lie, on at least half of a cell
        new LocalQuantity("meadowLai", ModelSeries.LAI, new Visibility(5, 0, 0.5), 0.02),
        new LocalNames(
            "leaf area index",
            "m2 m-2",
            "meadow-lai.nc",
            "leaf area index seen by Meadow",
            "leaf area index",
            2),
        // the keys on which block files depend; all others may change without new block files
        List.of("files", "standardError"),
        0.5);
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Observations read(Settings settings, StreamContext context) {
    MonthAxis window = context.window();
    List<Location> files = settings.files().stream().map(DataPath::path).toList();
    GriddedFiles lai =
        GriddedFiles.scan(
            files, new GriddedVariables("lai", "", settings.standardError(), "m2 m-2", 0, 15));
    requireWindow(window, files.get(0), lai.first(), lai.last());
    LocalOperator operator =
        operator(
            LocalError.STANDARD,
            BiasTreatment.STANDARD.with(BiasTreatment.Kind.NONE),
            LocalUse.of(settings.assimilate(), settings.heldOutYears(), settings.heldOutRegions()),
            context);
    return observations(
        operator,
        plan ->
            lai.read(
                plan.cells().stream().map(LandCell::cell).toList(),
                window.firstDay(),
                window.lastDay()),
        files);
  }
}
