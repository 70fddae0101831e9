package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.observe.satellite.GriddedRetrievals;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.ScreenedRetrievals;

/**
 * Means of accepted retrievals over the boxes of a model grid, weighted by area, with pixels split
 * exactly at the edges (spec section 17.2).
 *
 * <pre>{@code
 * screened.apply(Regrid.by(IngestSettings.onto(SoilMoistureGrid.global(2, 2))));
 * }</pre>
 */
public final class Regrid
    extends PTransform<PCollection<ScreenedRetrievals>, PCollection<GriddedRetrievals>> {
  private static final long serialVersionUID = 1L;
  private final IngestSettings settings;

  private Regrid(IngestSettings settings) {
    this.settings = settings;
  }

  /** Onto the grid and by the rule of these settings. */
  public static Regrid by(IngestSettings settings) {
    return new Regrid(settings);
  }

  @Override
  public PCollection<GriddedRetrievals> expand(PCollection<ScreenedRetrievals> input) {
    return input
        .apply("Regrid", ParDo.of(new RegridFn(settings)))
        .setCoder(SerializableCoder.of(GriddedRetrievals.class));
  }

  private static final class RegridFn extends DoFn<ScreenedRetrievals, GriddedRetrievals> {
    private static final long serialVersionUID = 1L;
    private final IngestSettings settings;
    private transient IngestStep step;

    RegridFn(IngestSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void prepare() throws IOException {
      step = settings.step();
    }

    @ProcessElement
    public void process(
        @Element ScreenedRetrievals screened, OutputReceiver<GriddedRetrievals> out) {
      step.regrid(screened).days().forEach(out::output);
    }
  }
}
