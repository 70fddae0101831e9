package org.ccdas.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTableTest {
  private static final CheckResult PASSED =
      CheckResult.measured("tile warm C3", "adjoint identity", 2.5e-15, 1e-11, "direction 1");
  private static final CheckResult FAILED =
      CheckResult.failed("cost", "central differences", 1e-6, "");

  @Test
  void alignsItsColumns() {
    assertThat(new CheckTable(List.of(PASSED, FAILED)).text())
        .isEqualTo(
            """
            subject       check                 measured  tolerance  verdict  detail
            tile warm C3  adjoint identity      2.50e-15   1.00e-11  passed   direction 1
            cost          central differences          -   1.00e-06  FAILED
            """);
  }

  @Test
  void passesWhenAllPass() {
    assertThat(new CheckTable(List.of(PASSED, PASSED)).passed()).isTrue();
    assertThat(new CheckTable(List.of(PASSED, FAILED)).passed()).isFalse();
    assertThat(new CheckTable(List.of()).passed()).isFalse();
  }

  @Test
  void aFigureThatIsNoNumberFails() {
    assertThat(CheckResult.measured("s", "c", Double.NaN, 1, "").passed()).isFalse();
    assertThat(CheckResult.measured("s", "c", 1, 1, "").passed()).isTrue();
    assertThat(CheckResult.measured("s", "c", 1.1, 1, "").passed()).isFalse();
  }
}
