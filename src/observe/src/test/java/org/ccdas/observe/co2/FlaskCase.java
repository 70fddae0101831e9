package org.ccdas.observe.co2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.RecordFormat;
import org.ccdas.observe.station.RecordPlace;
import org.ccdas.observe.station.SamplingType;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.observe.station.WdcggMonthlyWriter;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.observe.stream.StreamRun;
import org.ccdas.observe.stream.StreamValue;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.Response;
import org.ccdas.transport.ZonalBox;

/**
 * Flask files of three stations, 14 months of which one is missing; the last station is held out.
 */
final class FlaskCase {
  static final int MONTHS = 14;
  static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2010, 1), MONTHS);

  private final Path folder;

  private FlaskCase(Path folder) {
    this.folder = folder;
  }

  /** Writes the files. */
  static FlaskCase write(Path folder) throws IOException {
    for (String code : List.of("MLO", "BRW", "SPO")) {
      WdcggMonthlyWriter.write(Location.of(folder.resolve(code + ".txt")), record(code));
    }
    return new FlaskCase(Files.createDirectories(folder));
  }

  private static StationRecord record(String code) {
    Station station = StationTable.standard().station(code);
    List<MonthlyMean> months = new ArrayList<>();
    for (int m = 0; m <= MONTHS; m++) {
      YearMonth month = WINDOW.first().minusMonths(1).plusMonths(m);
      double season = station.lat() / 15 * Math.cos(2 * Math.PI * (month.getMonthValue() - 4) / 12);
      double value = 387 + 2 * m / 12.0 + season;
      months.add(MonthlyMean.of(month, m == 2 ? Double.NaN : value));
    }
    return new StationRecord(
        code,
        station.name(),
        "by formula",
        new RecordPlace(station.lat(), station.lon(), station.elevation(), Double.NaN),
        SamplingType.FLASK,
        "surface-flask",
        "WMO CO2 X2019",
        months);
  }

  /** The observations of these files, years held out or not. */
  Co2Observations observations(Integer... heldOutYears) {
    return Co2Observations.read(
        new Co2Settings(
            RecordFormat.WDCGG,
            DataPath.of(Location.of(folder)),
            null,
            List.of(),
            List.of("MLO", "BRW"),
            List.of("SPO"),
            List.of(heldOutYears),
            List.of("SPO", "MLO"),
            0.5,
            1.5,
            8,
            true),
        context());
  }

  static StreamContext context() {
    Cell cell = Cell.of(1, 10, 20, LatLonBox.around(10, 20, 10, 10), List.of(1));
    return new StreamContext(
        WINDOW,
        WINDOW,
        List.of(new LandCell(cell, 0, List.of(new Tile(1, 0.9, 3)))),
        Regions.globe(List.of(cell)),
        new StreamContext.AtmosphericTransport() {
          @Override
          public Response response(List<Station> stations) {
            return new ZonalBox().response(stations);
          }

          @Override
          public BackgroundFluxes background(Response response) {
            return new BackgroundFluxes(WINDOW, response.regions().size(), List.of());
          }
        });
  }

  /** A run whose concentrations are drawn, around the observed mean. */
  static StreamRun run(Co2Observations observed) {
    return new StreamRun(
        WINDOW,
        context().cells(),
        observed.operator(),
        end(observed.operator(), 1),
        end(observed.operator(), 2));
  }

  private static StreamRun.End end(Co2Operator operator, long seed) {
    double[] modelled = new NormalStream(seed).next(operator.background().length);
    for (int i = 0; i < modelled.length; i++) {
      modelled[i] += 388;
    }
    return new StreamRun.End(
        new StreamValue(operator.cost(modelled), modelled),
        List.of(),
        (series, cell) -> {
          throw new IllegalStateException("CO2 sees no daily series");
        });
  }
}
