package org.ccdas.observe.cci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Stored numbers and meanings as the files of the versions have them. */
class CciFlagsTest {
  private static final double[] NONE = {};
  private static final List<String> WORDS =
      List.of(
          "no_data_inconsistency_detected",
          "snow_coverage_or_temperature_below_zero",
          "dense_vegetation",
          "others_no_convergence_in_the_model_thus_no_valid_sm_estimates",
          "soil_moisture_value_exceeds_physical_boundary",
          "weight_of_measurement_below_threshold",
          "all_datasets_deemed_unreliable",
          "barren_ground_advisory_flag");

  @Test
  void version2NumbersClasses() {
    CciFlags flags = new CciFlags(WORDS.subList(0, 4), NONE, new double[] {0, 1, 2, 3});

    CciFlags.Translated read = flags.translate(new int[] {0, 1, 2, 3, -1});

    // 3 is no convergence, not snow with vegetation
    assertThat(read.bits()).containsExactly(0, 1, 2, 4, -1);
    assertThat(read.unknown()).isEmpty();
  }

  @Test
  void version5NamesCombinations() {
    CciFlags flags =
        new CciFlags(
            List.of(
                WORDS.get(0),
                WORDS.get(1),
                WORDS.get(2),
                "combination_of_flag_values_1_and_2",
                WORDS.get(3),
                WORDS.get(4),
                "combination_of_flag_values_1_and_2_and_8",
                WORDS.get(5),
                "NaN"),
            NONE,
            new double[] {0, 1, 2, 3, 4, 8, 11, 16, 127});

    CciFlags.Translated read = flags.translate(new int[] {0, 1, 2, 3, 4, 8, 11, 16, 127, 17});

    // 17 has no name of its own: 1 and 16
    assertThat(read.bits()).containsExactly(0, 1, 2, 3, 4, 8, 11, 16, -1, 17);
    assertThat(read.unknown()).isEmpty();
  }

  @Test
  void laterOnesGiveMasksAndAdvisoryIsABitOfItsOwn() {
    CciFlags flags = new CciFlags(WORDS.subList(1, 8), new double[] {1, 2, 4, 8, 16, 32, 64}, NONE);

    CciFlags.Translated read = flags.translate(new int[] {0, 64, 65, 32, 4 + 16});

    assertThat(read.bits()).containsExactly(0, CciFlags.ADVISORY, 65, 32, 20);
    assertThat(read.unknown()).isEmpty();
  }

  @Test
  void whatFilesMeanCountsAndNotTheNumber() {
    // the bits in another order than usual
    CciFlags masks =
        new CciFlags(
            List.of("dense_vegetation", "barren_ground_advisory_flag"), new double[] {1, 2}, NONE);

    assertThat(masks.translate(new int[] {1, 2, 3}).bits())
        .containsExactly(
            CciFlags.DENSE_VEGETATION,
            CciFlags.ADVISORY,
            CciFlags.DENSE_VEGETATION | CciFlags.ADVISORY);
  }

  @Test
  void unknownOnesAreNamedWhereTheyAreSet() {
    CciFlags flags =
        new CciFlags(
            List.of("dense_vegetation", "cosmic_rays", "sea_serpents"),
            new double[] {2, 64, 8},
            NONE);

    CciFlags.Translated read = flags.translate(new int[] {0, 2, 66, 128, 300});

    assertThat(read.bits())
        .containsExactly(0, 2, 2 | CciFlags.UNKNOWN, CciFlags.UNKNOWN, CciFlags.UNKNOWN);
    assertThat(read.unknown()).containsExactly("128", "300", "cosmic_rays");
  }

  @Test
  void withoutMeaningsTheBitsAreThoseOfVersions3To8() {
    CciFlags flags = new CciFlags(List.of(), NONE, NONE);

    assertThat(flags.translate(new int[] {0, 1, 16, 64, 127, 128}).bits())
        .containsExactly(0, 1, 16, 64, 127, CciFlags.UNKNOWN);
  }
}
