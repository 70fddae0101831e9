package org.ccdas.transforms.weather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.weather.CellStep;
import org.ccdas.inputs.weather.LandRegrid;
import org.ccdas.inputs.weather.ReadTask;

/** Takes fields to cells by {@link LandRegrid}; the overlaps of a grid are worked out once. */
public final class RegridToLand
    extends PTransform<PCollection<ReadTask.Field>, PCollection<CellStep>> {
  private static final long serialVersionUID = 1L;
  private final ArrayList<Cell> cells;
  private final double reach;

  private RegridToLand(List<Cell> cells, double reach) {
    this.cells = new ArrayList<>(cells);
    this.reach = reach;
  }

  /**
   * Onto these cells.
   *
   * @param reach degrees within which a cell without valid values takes those of another place
   */
  public static RegridToLand onto(List<Cell> cells, double reach) {
    return new RegridToLand(cells, reach);
  }

  @Override
  public PCollection<CellStep> expand(PCollection<ReadTask.Field> fields) {
    return fields
        .apply("Regrid", ParDo.of(new RegridFn(this)))
        .setCoder(SerializableCoder.of(CellStep.class));
  }

  private static final class RegridFn extends DoFn<ReadTask.Field, CellStep> {
    private static final long serialVersionUID = 1L;

    private final RegridToLand settings;

    /** The mask of missing values belongs to the variable, the overlaps to the grid. */
    private transient Map<Key, LandRegrid> regrids;

    private record Key(LatLonGrid grid, int variable) {}

    RegridFn(RegridToLand settings) {
      this.settings = settings;
    }

    @Setup
    public void prepare() {
      regrids = new HashMap<>();
    }

    @ProcessElement
    public void process(@Element ReadTask.Field field, OutputReceiver<CellStep> out) {
      LandRegrid regrid =
          regrids.computeIfAbsent(
              new Key(field.grid(), field.variable()),
              key -> LandRegrid.of(key.grid(), settings.cells, settings.reach));
      out.output(
          new CellStep(
              field.variable(),
              field.start(),
              field.end(),
              regrid.apply(field.values(), field.file()),
              field.file()));
    }
  }
}
