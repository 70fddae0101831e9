package org.ccdas.assimilate.minimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Several searches from different starts side by side: their candidates ride in the same rounds.
 * The result is that of the search that found the lowest cost. To find out whether the minimum is
 * unique, compare the {@link #members}.
 */
public final class MultiStart implements Minimiser {
  private final List<Minimiser> members;

  private MultiStart(List<Minimiser> members) {
    this.members = List.copyOf(members);
  }

  /**
   * These searches side by side.
   *
   * @param members at least one
   */
  public static MultiStart of(List<? extends Minimiser> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("No search to run");
    }
    return new MultiStart(List.copyOf(members));
  }

  /** The searches, in the order of their starts. */
  public List<Minimiser> members() {
    return members;
  }

  /** The search of lowest cost, the first of equals. */
  public Minimiser lowest() {
    Minimiser lowest = members.get(0);
    for (Minimiser member : members) {
      if (member.cost() < lowest.cost() || Double.isNaN(lowest.cost())) {
        lowest = Double.isNaN(member.cost()) ? lowest : member;
      }
    }
    return lowest;
  }

  @Override
  public List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (int m = 0; m < members.size(); m++) {
      for (Candidate candidate : members.get(m).candidates()) {
        // ids of all members interlaced
        candidates.add(candidate.withId(candidate.id() * members.size() + m));
      }
    }
    return candidates;
  }

  @Override
  public MultiStart advance(List<CandidateValue> evaluations) {
    if (finished()) {
      throw new IllegalStateException("The minimisation has ended: " + reason());
    }
    List<CandidateValue> answers = CandidateValue.inOrderOf(candidates(), evaluations);
    List<Minimiser> next = new ArrayList<>();
    for (int m = 0; m < members.size(); m++) {
      int member = m;
      List<CandidateValue> own =
          answers.stream()
              .filter(answer -> answer.id() % members.size() == member)
              .map(answer -> answer.withId(answer.id() / members.size()))
              .toList();
      next.add(own.isEmpty() ? members.get(m) : members.get(m).advance(own));
    }
    return new MultiStart(next);
  }

  @Override
  public MultiStart withStopping(StoppingRule stopping) {
    return new MultiStart(members.stream().map(member -> member.withStopping(stopping)).toList());
  }

  @Override
  public boolean finished() {
    return members.stream().allMatch(Minimiser::finished);
  }

  @Override
  public boolean converged() {
    return finished() && lowest().converged();
  }

  @Override
  public String reason() {
    if (!finished()) {
      return "";
    }
    long converged = members.stream().filter(Minimiser::converged).count();
    return String.format(
        Locale.ROOT,
        "%s (lowest of %d starts, %d of which converged)",
        lowest().reason(),
        members.size(),
        converged);
  }

  @Override
  public double[] x() {
    return lowest().x();
  }

  @Override
  public double cost() {
    return lowest().cost();
  }

  @Override
  public double[] gradient() {
    return lowest().gradient();
  }

  @Override
  public int iterations() {
    return lowest().iterations();
  }

  @Override
  public int evaluations() {
    return members.stream().mapToInt(Minimiser::evaluations).sum();
  }

  @Override
  public int passes() {
    return members.stream().mapToInt(Minimiser::passes).max().orElseThrow();
  }

  @Override
  public List<Iteration> history() {
    return lowest().history();
  }
}
