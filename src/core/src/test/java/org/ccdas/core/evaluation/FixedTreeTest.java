package org.ccdas.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FixedTreeTest {
  private static List<double[]> terms(int count) {
    SplittableRandom random = new SplittableRandom(count);
    List<double[]> terms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      terms.add(new double[] {random.nextDouble() * Math.pow(10, random.nextInt(-8, 9)), i});
    }
    return terms;
  }

  @Test
  void addsNeighboursPairwise() {
    List<double[]> t = terms(5);
    double expected = ((t.get(0)[0] + t.get(1)[0]) + t.get(2)[0]) + (t.get(3)[0] + t.get(4)[0]);
    assertThat(FixedTree.sum(t)[0]).isEqualTo(expected);
  }

  @Test
  void addsGroupsOfSixteen() {
    List<double[]> t = terms(37);
    double[] first = FixedTree.sum(t.subList(0, 16));
    double[] second = FixedTree.sum(t.subList(16, 32));
    double[] rest = FixedTree.sum(t.subList(32, 37));
    assertThat(FixedTree.sum(t)[0]).isEqualTo((first[0] + second[0]) + rest[0]);
    assertThat(FixedTree.sum(t)[1]).isEqualTo(36 * 37 / 2);
  }

  @Test
  void leavesTheTermsAlone() {
    List<double[]> t = terms(1);
    double[] sum = FixedTree.sum(t);
    assertThat(sum).isEqualTo(t.get(0)).isNotSameAs(t.get(0));
  }

  @Test
  void refusesTermsOfDifferentLengths() {
    assertThatThrownBy(() -> FixedTree.sum(List.of(new double[2], new double[3])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 and 3");
  }
}
