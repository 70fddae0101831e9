package org.ccdas.transforms.sum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.assimilate.evaluation.FixedTree;

/**
 * Sums vectors along a fixed tree.
 *
 * <pre>{@code
 * PCollection<KV<K, IndexedVector>> partials = ...;      // one term for each key and block
 * PCollection<KV<K, IndexedVector>> sums = partials.apply(FixedTreeSum.over(manifest.blocks().size()));
 * }</pre>
 *
 * Beam gives elements in any order, and sums of doubles depend on it; a line search must not see
 * such noise. Terms are therefore grouped by index/16, sorted and summed pairwise ({@link
 * FixedTree}), and so on up, which gives the same bits on every runner at any parallelism. A group
 * that does not hold exactly the terms it should fails the run: it has lost or repeated an element.
 */
public final class FixedTreeSum<K>
    extends PTransform<PCollection<KV<K, IndexedVector>>, PCollection<KV<K, IndexedVector>>> {
  private static final long serialVersionUID = 1L;
  private static final int FAN_IN = FixedTree.FAN_IN;

  private final int terms;

  private FixedTreeSum(int terms) {
    if (terms < 1) {
      throw new IllegalArgumentException("A sum of " + terms + " terms");
    }
    this.terms = terms;
  }

  /**
   * A sum of terms 0..terms-1 for every key.
   *
   * @param terms number of terms of each key, at least 1
   */
  public static <K> FixedTreeSum<K> over(int terms) {
    return new FixedTreeSum<>(terms);
  }

  @Override
  public PCollection<KV<K, IndexedVector>> expand(PCollection<KV<K, IndexedVector>> input) {
    @SuppressWarnings("unchecked")
    Coder<K> keyCoder = ((KvCoder<K, IndexedVector>) input.getCoder()).getKeyCoder();
    PCollection<KV<K, IndexedVector>> level = input;
    int members = terms;
    int depth = 0;
    do {
      level =
          level
              .apply("Branch" + depth, ParDo.of(new BranchFn<K>()))
              .setCoder(KvCoder.of(KvCoder.of(keyCoder, VarIntCoder.of()), IndexedVectorCoder.of()))
              .apply("Group" + depth, GroupByKey.create())
              .apply("Sum" + depth, ParDo.of(new SumFn<K>(members)))
              .setCoder(KvCoder.of(keyCoder, IndexedVectorCoder.of()));
      members = branches(members);
      depth++;
    } while (members > 1);
    return level;
  }

  private static int branches(int members) {
    return (members + FAN_IN - 1) / FAN_IN;
  }

  private static final class BranchFn<K>
      extends DoFn<KV<K, IndexedVector>, KV<KV<K, Integer>, IndexedVector>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
        @Element KV<K, IndexedVector> element,
        OutputReceiver<KV<KV<K, Integer>, IndexedVector>> out) {
      int branch = element.getValue().index() / FAN_IN;
      out.output(KV.of(KV.of(element.getKey(), branch), element.getValue()));
    }
  }

  private static final class SumFn<K>
      extends DoFn<KV<KV<K, Integer>, Iterable<IndexedVector>>, KV<K, IndexedVector>> {
    private static final long serialVersionUID = 1L;
    private final int members;

    SumFn(int members) {
      this.members = members;
    }

    @ProcessElement
    public void process(
        @Element KV<KV<K, Integer>, Iterable<IndexedVector>> group,
        OutputReceiver<KV<K, IndexedVector>> out) {
      int branch = group.getKey().getValue();
      List<IndexedVector> sorted = new ArrayList<>();
      group.getValue().forEach(sorted::add);
      sorted.sort(Comparator.comparingInt(IndexedVector::index));
      int first = branch * FAN_IN;
      int expected = Math.min(FAN_IN, members - first);
      boolean complete = sorted.size() == expected;
      for (int i = 0; complete && i < expected; i++) {
        complete = sorted.get(i).index() == first + i;
      }
      if (!complete) {
        throw new IllegalStateException(
            "A sum of "
                + members
                + " terms lost or repeated some: expected terms "
                + first
                + " to "
                + (first + expected - 1)
                + ", got "
                + sorted);
      }
      out.output(
          KV.of(
              group.getKey().getKey(),
              new IndexedVector(
                  branch,
                  FixedTree.pairwise(sorted.stream().map(IndexedVector::values).toList()))));
    }
  }
}
