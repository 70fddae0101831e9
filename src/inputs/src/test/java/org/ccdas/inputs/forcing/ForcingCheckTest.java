package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class ForcingCheckTest {
  private static final LocalDate FIRST = LocalDate.of(2012, 2, 28);
  private static final List<Cell> CELLS =
      List.of(Cell.of(3, 51, 9, LatLonBox.around(51, 9, 2, 2), List.of(9)));

  private static DailyForcing forcing(Consumer<DailyForcing> change) {
    DailyForcing forcing = DailyForcing.empty(1, FIRST, FIRST.plusDays(2));
    change.accept(forcing);
    return forcing;
  }

  private static void check(DailyForcing forcing) {
    ForcingCheck.apply(
        (variable, date) -> variable + "-" + date.getYear() + ".nc",
        ForcingVariables.cmip(),
        forcing,
        CELLS);
  }

  @Test
  void namesFileVariableCellAndDateOfAGap() {
    refused(f -> f.tmin()[0][1] = Float.NaN, "tasmin", "missing");
    refused(f -> f.tmax()[0][1] = Float.NaN, "tasmax", "missing");
    refused(f -> f.precipitation()[0][1] = Float.NaN, "pr", "missing");
    refused(f -> f.shortwave()[0][1] = Float.NaN, "rsds", "missing");
  }

  @Test
  void refusesTheImpossible() {
    refused(f -> f.tmin()[0][1] = -91, "tasmin", "-91.0 degC");
    refused(f -> f.tmax()[0][1] = -0.1f, "tasmax", "below the minimum of 0.0");
    refused(f -> f.precipitation()[0][1] = -0.02f, "pr", "-0.02 mm d-1");
    refused(f -> f.precipitation()[0][1] = Float.POSITIVE_INFINITY, "pr", "Infinity");
    refused(f -> f.shortwave()[0][1] = 600.1f, "rsds", "600.1 W m-2");
  }

  private static void refused(Consumer<DailyForcing> change, String variable, String problem) {
    assertThatThrownBy(() -> check(forcing(change)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(variable + "-2012.nc, variable " + variable + ", cell 3, 2012-02-29")
        .hasMessageContaining(problem);
  }

  @Test
  void takesTheExtremesOfTheEarth() {
    assertThatCode(
            () ->
                check(
                    forcing(
                        f -> {
                          f.tmin()[0][0] = -89.2f;
                          f.tmax()[0][2] = 56.7f;
                          f.precipitation()[0][0] = 1825;
                          f.shortwave()[0][0] = 520;
                        })))
        .doesNotThrowAnyException();
  }

  @Test
  void forcingChecksItsShapes() {
    DailyForcing forcing = forcing(f -> {});
    assertThat(forcing.last()).isEqualTo(LocalDate.of(2012, 3, 1));
    float[][] one = new float[1][3];
    assertThatThrownBy(() -> new DailyForcing(FIRST, 3, one, one, new float[2][3], one))
        .hasMessageContaining("Fields of 1, 2");
    assertThatThrownBy(() -> new DailyForcing(FIRST, 4, one, one, one, one))
        .hasMessageContaining("3 values for 4 days");
    assertThatThrownBy(() -> DailyForcing.empty(1, FIRST, FIRST.minusDays(1)))
        .hasMessageContaining("Period");
  }
}
