package org.ccdas.inputs.control;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where a parameter acts: everywhere ({@code all} or {@code global}), on some plant functional
 * types, or on some soil textures (codes separated by {@code ;}).
 *
 * @param kind what the members are
 * @param members codes in the order given; empty when the parameter acts everywhere
 */
public record Scope(Kind kind, List<String> members) implements Serializable {
  /** What a scope names. */
  public enum Kind {
    /** Written {@code global}. */
    GLOBAL,
    /** Every tile; written {@code all}. */
    ALL,
    /** Plant functional types. */
    PFT,
    /** Soil textures. */
    TEXTURE
  }

  /** Codes of the plant functional types, in the order of their numbers 1-13 (spec section 4.2). */
  public static final List<String> PFTS =
      List.of(
          "TrEv", "TrDec", "TmpEv", "TmpDec", "EvCn", "DecCn", "EvShr", "DecShr", "C3Gr", "C4Gr",
          "Tund", "Wetl", "Crop");

  /** Names of the soil textures, in the order of their numbers 1-6 (spec section 4.3). */
  public static final List<String> TEXTURES =
      List.of("LoamySand", "SandyLoam", "Loam", "SandyClayLoam", "ClayLoam", "Organic");

  /** Checks the members. */
  public Scope {
    members = List.copyOf(members);
    List<String> known =
        switch (kind) {
          case GLOBAL, ALL -> List.of();
          case PFT -> PFTS;
          case TEXTURE -> TEXTURES;
        };
    if (known.isEmpty() != members.isEmpty() || !known.containsAll(members)) {
      throw new IllegalArgumentException("scope " + kind + " with members " + members);
    }
    if (members.stream().distinct().count() < members.size()) {
      throw new IllegalArgumentException(
          "the scope '" + String.join(";", members) + "' names a member twice");
    }
  }

  /**
   * Reads the text of a scope.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  public static Scope parse(String text) {
    String stripped = text.strip();
    if (stripped.equals("global")) {
      return new Scope(Kind.GLOBAL, List.of());
    }
    if (stripped.equals("all")) {
      return new Scope(Kind.ALL, List.of());
    }
    List<String> members = Arrays.stream(stripped.split(";", -1)).map(String::strip).toList();
    if (PFTS.containsAll(members)) {
      return new Scope(Kind.PFT, members);
    }
    if (TEXTURES.containsAll(members)) {
      return new Scope(Kind.TEXTURE, members);
    }
    throw new IllegalArgumentException(
        "unknown scope '"
            + text
            + "', known are all, global, or a list separated by ';' of either the plant functional"
            + " types "
            + String.join(" ", PFTS)
            + " or the soil textures "
            + String.join(" ", TEXTURES));
  }

  /** Whether the parameter acts on a tile of this plant functional type and soil texture. */
  public boolean covers(String pft, String texture) {
    return switch (kind) {
      case GLOBAL, ALL -> true;
      case PFT -> members.contains(pft);
      case TEXTURE -> members.contains(texture);
    };
  }

  /** Whether there can be a tile that both cover. */
  public boolean overlaps(Scope other) {
    return kind != other.kind || members.isEmpty() || !Collections.disjoint(members, other.members);
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    return switch (kind) {
      case GLOBAL -> "global";
      case ALL -> "all";
      case PFT, TEXTURE -> String.join(";", members);
    };
  }
}
