package org.ccdas.core.check.model;

import org.junit.jupiter.api.Test;

class ModelChecksTest {
  @Test
  void show() {
    for (int days : new int[] {365, 60}) {
      long t = System.nanoTime();
      ModelChecks.Findings f =
          new ModelChecks(1, 3, days)
              .run(s -> System.out.println(s + " " + (System.nanoTime() - t) / 1e9));
      System.out.println((System.nanoTime() - t) / 1e9);
      System.out.println(f.table().text());
      System.out.println(f.inactive());
      System.out.println(DerivativeCost.table(f.costs()));
    }
  }
}
