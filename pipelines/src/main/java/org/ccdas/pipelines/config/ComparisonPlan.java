package org.ccdas.pipelines.config;

import java.util.List;

/**
 * A comparison with the experiment of each member.
 *
 * @param comparison what the file says
 * @param runs the members in its order
 */
public record ComparisonPlan(Comparison comparison, List<Run> runs) {
  /**
   * A member.
   *
   * @param member what it has of its own
   * @param experiment all of its settings
   */
  public record Run(Member member, Experiment experiment) {}

  /** Copies the list. */
  public ComparisonPlan {
    runs = List.copyOf(runs);
  }
}
