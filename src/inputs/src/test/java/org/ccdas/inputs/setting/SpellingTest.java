package org.ccdas.inputs.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "'', abc, 3",
    "abc, '', 3",
    "seed, seed, 0",
    "sede, seed, 1",
    "ca, abc, 3"
  })
  void distanceCountsEdits(String a, String b, int edits) {
    assertThat(Spelling.distance(a, b)).isEqualTo(edits);
    assertThat(Spelling.distance(b, a)).isEqualTo(edits);
  }

  @Test
  void suggestsOnlyWhatIsNear() {
    List<String> known = List.of("memory", "bound", "maxIterations");
    assertThat(Spelling.nearest("memroy", known)).contains("memory");
    assertThat(Spelling.nearest("max_iterations", known)).contains("maxIterations");
    assertThat(Spelling.nearest("MAXITERATIONS", known)).contains("maxIterations");
    assertThat(Spelling.nearest("tolerance", known)).isEmpty();
    assertThat(Spelling.nearest("x", List.of())).isEmpty();
  }
}
