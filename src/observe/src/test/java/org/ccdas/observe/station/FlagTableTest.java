package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagTableTest {
  @ParameterizedTest
  @CsvSource({
    "..., GOOD",
    "..P, GOOD",
    ".C., NOT_BACKGROUND",
    "*.., REJECTED",
    "N.P, REJECTED",
    "*X., REJECTED",
    "O, GOOD",
    "K, REJECTED",
    "7, UNEXPLAINED",
    "-99, GOOD",
    "-999.999, GOOD",
  })
  void noaa(String flag, Quality quality) {
    assertThat(FlagTable.of(List.of(), Map.of(), FlagTable::noaa, Set.of()).quality(flag))
        .isEqualTo(quality);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1: Valid (background), 2: Valid, 3: Invalid | 1 | GOOD",
        "1: Valid (background), 2: Valid, 3: Invalid | 2 | GOOD",
        "1: Valid (background), 2: Valid, 3: Invalid | 3 | REJECTED",
        "1: Valid (background), 2: Valid, 3: Invalid | 4 | UNEXPLAINED",
        "QCflag 0=good; 1=suspect; 2=not background | 0 | GOOD",
        "QCflag 0=good; 1=suspect; 2=not background | 1 | REJECTED",
        "QCflag 0=good; 1=suspect; 2=not background | 2 | NOT_BACKGROUND",
        "Valid (background): ... Valid: .?? Invalid: ??? | ..P | GOOD",
        "Valid (background): ... Valid: .?? Invalid: ??? | A.. | REJECTED",
        "Valid (background): 1, Invalid: 3 | 1 | GOOD",
        "Valid (background): 1, Invalid: 3 | 3 | REJECTED",
        "Flag 'U' = data correct before control, 'N' = data incorrect | U | GOOD",
        "Flag 'U' = data correct before control, 'N' = data incorrect | N | REJECTED",
      })
  void theFileExplains(String note, String flag, Quality quality) {
    FlagTable table = FlagTable.of(List.of(note), Map.of(), other -> Quality.UNEXPLAINED, Set.of());
    assertThat(table.ofFile()).isTrue();
    assertThat(table.quality(flag)).isEqualTo(quality);
  }

  /** Of the header of a real file of NOAA. */
  @Test
  void proseExplainsNothing() {
    String prose =
        "qcflag:provider_comment : This is the NOAA 3-character quality control flag.  Column 1 is"
            + " the REJECTION flag. An alphanumeric other than a period (.) in the FIRST column"
            + " indicates a sample with obvious problems during collection or analysis. A P in the"
            + " 3rd column of the QC flag indicates the measurement result is preliminary.";
    assertThat(FlagTable.of(List.of(prose), Map.of(), FlagTable::noaa, Set.of()).ofFile())
        .isFalse();
  }

  /** Not by WDCGG's numbers, where 1 is good: the file has a word for each of its flags. */
  @Test
  void whatTheFileListsCountsBeforeAnyConvention() {
    FlagTable table =
        FlagTable.of(
            List.of(),
            Map.of("0", "valid", "1", "calibration gas", "2", "not background", "-9", "invalid"),
            FlagTable.wdcgg(Set.of("0", "1", "2")),
            Set.of());
    assertThat(table.quality("0")).isEqualTo(Quality.GOOD);
    assertThat(table.quality("1")).isEqualTo(Quality.UNEXPLAINED);
    assertThat(table.quality("2")).isEqualTo(Quality.NOT_BACKGROUND);
    assertThat(table.quality("-9")).isEqualTo(Quality.REJECTED);
    assertThat(table.quality("3")).isEqualTo(Quality.REJECTED);
  }

  @Test
  void theUserDecidesFirst() {
    FlagTable table =
        FlagTable.of(
            List.of("1: valid, 3: invalid"), Map.of(), FlagTable::noaa, Set.of("3", "*.."));
    assertThat(table.quality("3")).isEqualTo(Quality.GOOD);
    assertThat(table.quality("*..")).isEqualTo(Quality.GOOD);
  }

  @Test
  void twoIsNotBackgroundOnlyWhereThereIsAOne() {
    assertThat(FlagTable.wdcgg(Set.of("1", "2")).apply("2")).isEqualTo(Quality.NOT_BACKGROUND);
    assertThat(FlagTable.wdcgg(Set.of("2", "3")).apply("2")).isEqualTo(Quality.GOOD);
  }
}
