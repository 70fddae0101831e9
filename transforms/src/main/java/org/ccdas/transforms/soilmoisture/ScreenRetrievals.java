package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.RejectionCounts;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.ScreenedRetrievals;
import org.ccdas.observe.satellite.SoilMoistureProducts;

/**
 * Marks the retrievals that fail a criterion (spec section 19.1), and gives those of files without
 * errors the default error. What was rejected and why is in the elements, as {@link
 * ScreenedRetrievals#counts()}, and counted.
 *
 * <pre>{@code
 * Screening strict = new CatdsL3().screening().withRange(CatdsL3.DQX, 1e-9, 0.05);
 * retrievals.apply(
 *     ScreenRetrievals.by(settings.withScreenings(Map.of(CatdsL3.NAME, strict))));
 * }</pre>
 */
public final class ScreenRetrievals
    extends PTransform<PCollection<Retrievals>, PCollection<ScreenedRetrievals>> {
  private static final long serialVersionUID = 1L;
  private final IngestSettings settings;

  private ScreenRetrievals(IngestSettings settings) {
    this.settings = settings;
  }

  /** By the criteria, land mask and default error of these settings. */
  public static ScreenRetrievals by(IngestSettings settings) {
    return new ScreenRetrievals(settings);
  }

  @Override
  public PCollection<ScreenedRetrievals> expand(PCollection<Retrievals> input) {
    return input
        .apply("Screen", ParDo.of(new ScreenFn(settings)))
        .setCoder(SerializableCoder.of(ScreenedRetrievals.class));
  }

  private static final class ScreenFn extends DoFn<Retrievals, ScreenedRetrievals> {
    private static final long serialVersionUID = 1L;

    private final Counter all = Metrics.counter(ScreenRetrievals.class, "retrievals");
    private final Counter accepted = Metrics.counter(ScreenRetrievals.class, "accepted");
    private final IngestSettings settings;
    private transient SoilMoistureProducts products;
    private transient IngestStep step;

    ScreenFn(IngestSettings settings) {
      this.settings = settings;
    }

    @Setup
    public void prepare() throws IOException {
      products = SoilMoistureProducts.installed();
      step = settings.step();
    }

    @ProcessElement
    public void process(@Element Retrievals retrievals, OutputReceiver<ScreenedRetrievals> out) {
      ScreenedRetrievals screened =
          step.screen(retrievals, step.screening(products.named(retrievals.identity().product())));
      RejectionCounts counts = screened.counts();
      all.inc(counts.retrievals());
      accepted.inc(counts.accepted());
      out.output(screened);
    }
  }
}
