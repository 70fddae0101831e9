package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTreeTest {
  private static List<double[]> terms(int count) {
    Random random = new Random(count);
    List<double[]> terms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      terms.add(new double[] {random.nextGaussian() * Math.pow(10, random.nextInt(20)), i});
    }
    return terms;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 17, 31, 256, 257, 600})
  void sumsAllTerms(int count) {
    List<double[]> terms = terms(count);
    BigDecimal exact = BigDecimal.ZERO;
    BigDecimal size = BigDecimal.ZERO;
    for (double[] term : terms) {
      exact = exact.add(new BigDecimal(term[0]));
      size = size.add(new BigDecimal(term[0]).abs());
    }
    double[] sum = FixedTree.sum(terms);
    assertThat(sum[1]).isEqualTo(count * (count - 1) / 2);
    // pairwise sums are off by at most log2(n) roundings
    assertThat(Math.abs(sum[0] - exact.doubleValue()))
        .isLessThanOrEqualTo(1e-15 * 12 * size.doubleValue());
  }

  @Test
  void theOrderIsTheOneDocumented() {
    // five terms: ((0+1)+2)+(3+4)
    List<double[]> terms = terms(5);
    double expected =
        ((terms.get(0)[0] + terms.get(1)[0]) + terms.get(2)[0])
            + (terms.get(3)[0] + terms.get(4)[0]);
    assertThat(FixedTree.pairwise(terms)[0]).isEqualTo(expected);
    // eighteen terms: sixteen, and the two others
    List<double[]> more = terms(18);
    double second = more.get(16)[0] + more.get(17)[0];
    assertThat(FixedTree.sum(more)[0])
        .isEqualTo(FixedTree.pairwise(more.subList(0, 16))[0] + second);
  }

  @Test
  void theOrderMatters() {
    double[] one = {1};
    double[] large = {1e16};
    double[] negative = {-1e16};
    assertThat(FixedTree.sum(List.of(one, large, negative))).containsExactly(0);
    assertThat(FixedTree.sum(List.of(negative, large, one))).containsExactly(1);
  }

  @Test
  void termsStayAsTheyWere() {
    List<double[]> one = List.of(new double[] {4});
    FixedTree.sum(one)[0] = 9;
    assertThat(one.get(0)).containsExactly(4);
    List<double[]> two = List.of(new double[] {1}, new double[] {2});
    FixedTree.sum(two);
    assertThat(two.get(0)).containsExactly(1);
  }

  @Test
  void lengthsMustAgree() {
    assertThatThrownBy(() -> FixedTree.sum(List.of(new double[2], new double[3])))
        .hasMessage("Vectors of 2 and 3");
  }
}
