package org.ccdas.observe.smos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Overpass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatdsNameTest {
  @ParameterizedTest
  @CsvSource({
    "SM_OPER_MIR_CLF31A_20150820T000000_20150820T235959_300_001_7.DBL.nc, ASCENDING",
    "SM_OPER_MIR_CLF31D_20150820T000000_20150820T235959_300_001_7.tgz, DESCENDING",
    "SM_RE07_MIR_CLF3SA_20150820T000000_20150820T235959_330_102_7.nc, ASCENDING",
    "SM_OPER_MIR_CLF3SD_20150820T000000_20150820T235959_300_001_7.tar.gz, DESCENDING"
  })
  void dailyFilesAreKnown(String name, Overpass overpass) {
    FileIdentity identity = CatdsName.identify(name).orElseThrow();

    assertThat(identity.date()).isEqualTo(LocalDate.of(2015, 8, 20));
    assertThat(identity.overpass()).isEqualTo(overpass);
    assertThat(identity.key()).isEqualTo("smos-catds-l3 2015-08-20 " + overpass);
  }

  @Test
  void reprocessingsAndLaterVersionsAreTaken() {
    FileIdentity operational =
        identity("SM_OPER_MIR_CLF31A_20150820T000000_20150820T235959_300_001_7.nc");
    FileIdentity later =
        identity("SM_OPER_MIR_CLF31A_20150820T000000_20150820T235959_310_001_7.nc");
    FileIdentity again =
        identity("SM_OPER_MIR_CLF31A_20150820T000000_20150820T235959_310_002_7.nc");
    FileIdentity old = identity("SM_RE04_MIR_CLF31A_20150820T000000_20150820T235959_300_001_7.nc");
    FileIdentity reprocessed =
        identity("SM_RE07_MIR_CLF3SA_20150820T000000_20150820T235959_100_001_7.nc");

    assertThat(operational).isLessThan(later);
    assertThat(later).isLessThan(again);
    assertThat(again).isLessThan(old);
    assertThat(old).isLessThan(reprocessed);
    assertThat(reprocessed.key()).isEqualTo(operational.key());
  }

  private static FileIdentity identity(String name) {
    return CatdsName.identify(name).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SM_RE07_MIR_CLF33A_20150820T000000_20150822T235959_330_102_7.nc",
        "SM_RE07_MIR_CLF3MA_20150801T000000_20150831T235959_330_102_7.tgz",
        "SM_OPER_MIR_CLF31A_20150820T000000_20150820T235959_300_001_7.DBL",
        "SM_OPER_MIR_CLF31A_20150820T000000_20150821T235959_300_001_7.nc",
        "SM_OPER_MIR_CLF31A_20151320T000000_20151320T235959_300_001_7.nc"
      })
  void othersOfCatdsAreRefusedWithTheReason(String name) {
    assertThatThrownBy(() -> CatdsName.identify(name))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.txt",
        "SM_OPER_MIR_SMUDP2_20120514T163815_20120514T173133_551_001_1.nc",
        "SM_OPER_MIR_CLF31A_20150820T000000_20150820T235959_300_001_7.HDR",
        "",
        "nc"
      })
  void foreignNamesAreNotKnown(String name) {
    assertThat(CatdsName.identify(name)).isEmpty();
  }

  @Test
  void headersAreCompanions() {
    assertThat(
            CatdsName.isCompanion(
                "SM_OPER_MIR_CLF31A_20150820T000000_20150820T235959_300_001_7.HDR"))
        .isTrue();
    assertThat(CatdsName.isCompanion("other.HDR")).isFalse();
  }
}
