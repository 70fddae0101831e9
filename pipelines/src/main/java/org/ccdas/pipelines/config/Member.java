package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.observe.stream.HeldOut;

/**
 * A member of a comparison: what it has of its own.
 *
 * @param name of its folder
 * @param title of its results, or null
 * @param assimilate streams in its cost
 * @param heldOut observations kept for validation
 * @param minimiser its minimiser, or null for that of the base
 * @param posterior its posterior, or null for that of the base
 */
public record Member(
    @Setting("Name of the member and of its folder: letters, digits, dots, hyphens, underscores.")
        String name,
    @Setting(
            value =
                "Title of its results in plain words. Null: that of the comparison and its name.",
            byDefault = "null")
        String title,
    @Setting(
            "The observations that it assimilates; [] for the prior. All observations of the base are"
                + " compared with the result.")
        List<StreamName> assimilate,
    @Setting(value = "What of these it keeps for validation.", byDefault = "{}") HeldOut heldOut,
    @Setting(
            value =
                "Its minimiser, with keys as in an experiment; those left out are as in the base."
                    + " Null: that of the base.",
            byDefault = "null")
        MinimiserSettings minimiser,
    @Setting(
            value =
                "What is worked out at its minimum, with keys as in an experiment. Null: as in the"
                    + " base.",
            byDefault = "null")
        PosteriorSettings posterior)
    implements Serializable {
  /** Copies the list. */
  public Member {
    assimilate = List.copyOf(assimilate);
  }

  /** Whether it assimilates a stream. */
  public boolean assimilates(StreamName stream) {
    return assimilate.contains(stream);
  }

  /**
   * Whether it differs from another member in the minimiser only, so that both have the same
   * minimum.
   */
  public boolean hasTheProblemOf(Member other) {
    return Set.copyOf(assimilate).equals(Set.copyOf(other.assimilate))
        && heldOut.equals(other.heldOut);
  }
}
