package org.ccdas.transforms.soilmoisture;

import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.observe.satellite.RejectionCounts;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.ScreenedRetrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureProducts;

/**
 * Marks the retrievals that fail a criterion (spec section 19.1). What was rejected and why is in
 * the elements, as {@link ScreenedRetrievals#counts()}, and counted.
 *
 * <pre>{@code
 * Screening strict = new CatdsL3().screening().withRange(CatdsL3.DQX, 1e-9, 0.05);
 * retrievals.apply(ScreenRetrievals.with(Map.of(CatdsL3.NAME, strict)));
 * }</pre>
 */
public final class ScreenRetrievals
    extends PTransform<PCollection<Retrievals>, PCollection<ScreenedRetrievals>> {
  private static final long serialVersionUID = 1L;
  private final TreeMap<String, Screening> screenings;

  private ScreenRetrievals(Map<String, Screening> screenings) {
    this.screenings = new TreeMap<>(screenings);
  }

  /** By the products' own criteria. */
  public static ScreenRetrievals standard() {
    return new ScreenRetrievals(Map.of());
  }

  /** By these criteria, by product; other products by their own. */
  public static ScreenRetrievals with(Map<String, Screening> screenings) {
    return new ScreenRetrievals(screenings);
  }

  @Override
  public PCollection<ScreenedRetrievals> expand(PCollection<Retrievals> input) {
    return input
        .apply("Screen", ParDo.of(new ScreenFn(screenings)))
        .setCoder(SerializableCoder.of(ScreenedRetrievals.class));
  }

  private static final class ScreenFn extends DoFn<Retrievals, ScreenedRetrievals> {
    private static final long serialVersionUID = 1L;

    private final Counter all = Metrics.counter(ScreenRetrievals.class, "retrievals");
    private final Counter accepted = Metrics.counter(ScreenRetrievals.class, "accepted");
    private final TreeMap<String, Screening> screenings;
    private transient SoilMoistureProducts products;

    ScreenFn(TreeMap<String, Screening> screenings) {
      this.screenings = screenings;
    }

    @Setup
    public void findProducts() {
      products = SoilMoistureProducts.installed();
    }

    @ProcessElement
    public void process(@Element Retrievals retrievals, OutputReceiver<ScreenedRetrievals> out) {
      String product = retrievals.identity().product();
      Screening screening =
          screenings.containsKey(product)
              ? screenings.get(product)
              : products.named(product).screening();
      ScreenedRetrievals screened = screening.apply(retrievals);
      RejectionCounts counts = screened.counts();
      all.inc(counts.retrievals());
      accepted.inc(counts.accepted());
      out.output(screened);
    }
  }
}
