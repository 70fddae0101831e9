package org.ccdas.observe.cci;

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

class CciNameTest {
  private static FileIdentity identity(String name) {
    return CciName.identify(name).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20160607000000-fv05.2.nc, COMBINED",
    "ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20160607000000-fv09.1r1.nc, COMBINED",
    "ESACCI-SOILMOISTURE-L3S-SSMV-PASSIVE-20160607000000-fv04.2.nc, PASSIVE",
    "ESACCI-SOILMOISTURE-L3S-SSMS-ACTIVE-20160607000000-fv04.2.nc, ACTIVE",
    "ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED_GAPFILLED-20160607000000-fv09.1.nc,"
        + " COMBINED_GAPFILLED",
    "ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-GAPFILLED-20160607000000-fv09.1.nc,"
        + " COMBINED-GAPFILLED",
    "C3S-SOILMOISTURE-L3S-SSMV-COMBINED-DAILY-20160607000000-TCDR-v202012.0.0.nc, C3S-COMBINED",
    "C3S-SOILMOISTURE-L3S-SSMV-PASSIVE-DAILY-20160607000000-ICDR-v201706.0.0.nc, C3S-PASSIVE",
    "C3S-SOILMOISTURE-L3S-SSMS-ACTIVE-DAILY-20160607000000-TCDR-v201706.0.0.nc, C3S-ACTIVE",
  })
  void tellsDayAndSeries(String name, String series) {
    FileIdentity identity = identity(name);
    assertThat(identity.product()).isEqualTo(CciL3s.NAME);
    assertThat(identity.variant()).isEqualTo(series);
    assertThat(identity.date()).isEqualTo(LocalDate.of(2016, 6, 7));
    assertThat(identity.overpass()).isEqualTo(Overpass.COMBINED);
  }

  @Test
  void theLaterVersionAndTheClimateRecordComeFirst() {
    String cci = "ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20160607000000-fv%s.nc";
    assertThat(identity(cci.replace("%s", "09.1r1")))
        .isGreaterThan(identity(cci.replace("%s", "09.1")));
    assertThat(identity(cci.replace("%s", "07.1")))
        .isGreaterThan(identity(cci.replace("%s", "05.2")));
    String c3s = "C3S-SOILMOISTURE-L3S-SSMV-COMBINED-DAILY-20160607000000-";
    assertThat(identity(c3s + "TCDR-v201706.0.0.nc"))
        .isGreaterThan(identity(c3s + "ICDR-v202012.0.0.nc"));
    assertThat(identity(c3s + "TCDR-v202012.0.10.nc"))
        .isGreaterThan(identity(c3s + "TCDR-v202012.0.9.nc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C3S-SOILMOISTURE-L3S-SSMV-COMBINED-MONTHLY-20191201000000-TCDR-v202012.0.0.nc",
        "C3S-SOILMOISTURE-L3S-SSMV-COMBINED-DEKADAL-20191201000000-TCDR-v202012.0.0.nc"
      })
  void meansOfSeveralDaysAreRefused(String name) {
    assertThatThrownBy(() -> CciName.identify(name))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mean of several days");
  }

  @Test
  void othersAreNone() {
    assertThat(CciName.identify("README.txt")).isEmpty();
    assertThat(CciName.identify("sm-20160607.nc")).isEmpty();
    assertThatThrownBy(
            () ->
                CciName.identify("ESACCI-SOILMOISTURE-L3S-SSMV-COMBINED-20161307000000-fv05.2.nc"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("impossible date 20161307");
  }
}
