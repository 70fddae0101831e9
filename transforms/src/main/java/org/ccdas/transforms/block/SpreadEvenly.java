package org.ccdas.transforms.block;

import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Deals numbered elements out to all workers, whatever made their list. The number decides the
 * worker, where random keys would leave some of few elements together.
 *
 * @param <T> type of the elements
 */
public final class SpreadEvenly<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;
  private final SerializableFunction<T, Integer> number;

  private SpreadEvenly(SerializableFunction<T, Integer> number) {
    this.number = number;
  }

  /**
   * The transform.
   *
   * @param number of an element, each another
   */
  public static <T> SpreadEvenly<T> by(SerializableFunction<T, Integer> number) {
    return new SpreadEvenly<>(number);
  }

  @Override
  public PCollection<T> expand(PCollection<T> input) {
    return input
        .apply("KeyByNumber", WithKeys.of(number).withKeyType(TypeDescriptors.integers()))
        .apply("Reshuffle", Reshuffle.of())
        .apply("Elements", Values.create());
  }
}
