package org.ccdas.transforms.soilmoisture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ByteBudgetTest {
  private static final long MEGA = 1 << 20;

  @Test
  void holdsNoMoreThanThereIs() throws Exception {
    ByteBudget budget = new ByteBudget(10 * MEGA);
    AtomicLong held = new AtomicLong();
    AtomicLong most = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long bytes = (1 + i % 6) * MEGA;
      tasks.add(
          threads.submit(
              () -> {
                try (ByteBudget.Holding memory = budget.holding()) {
                  // an archive, then the larger file in it
                  for (long wanted : new long[] {MEGA, bytes}) {
                    memory.take(wanted);
                    most.accumulateAndGet(held.addAndGet(wanted), Math::max);
                    Thread.onSpinWait();
                    held.addAndGet(-wanted);
                  }
                }
              }));
    }
    for (Future<?> task : tasks) {
      task.get(30, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertThat(most.get()).isBetween(MEGA, 10 * MEGA);
    assertThat(budget.free()).isEqualTo(10 * MEGA);
  }

  @Test
  void oneThatWantsMoreGetsAll() {
    ByteBudget budget = new ByteBudget(3 * MEGA);
    try (ByteBudget.Holding memory = budget.holding()) {
      memory.take(1L << 40);
      assertThat(budget.free()).isZero();
      memory.take(1);
      assertThat(budget.free()).isEqualTo(2 * MEGA);
    }
    assertThat(budget.free()).isEqualTo(3 * MEGA);
  }
}
