package org.ccdas.transforms.soilmoisture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.junit.jupiter.api.Test;

class FileChoiceTest {
  private static final String CCI = "ESACCI-SOILMOISTURE-L3S-";
  private static final String COMBINED = CCI + "SSMV-COMBINED-20160607000000-fv05.2.nc";
  private static final String PASSIVE = CCI + "SSMV-PASSIVE-20160607000000-fv05.2.nc";
  private static final String ACTIVE = CCI + "SSMS-ACTIVE-20160607000000-fv05.2.nc";
  private static final String GAPFILLED =
      CCI + "SSMV-COMBINED_GAPFILLED-20160607000000-fv09.1r1.nc";
  private static final String SMOS =
      "SM_OPER_MIR_CLF31A_20150506T000000_20150506T235959_300_002_7.DBL.nc";

  private static FileChoice choose(String series, String... names) {
    List<StoredFile> found =
        Stream.of(names).map(name -> new StoredFile(Location.of("in/" + name), 100, "")).toList();
    return FileChoice.of("in", found, SoilMoistureProducts.installed(), series, 1000);
  }

  private static List<String> read(FileChoice choice) {
    return choice.files().stream().map(file -> file.path().replaceFirst("in/", "")).toList();
  }

  private static Map<String, String> others(FileChoice choice) {
    TreeMap<String, String> others = new TreeMap<>();
    choice
        .outcomes()
        .forEach(o -> others.put(o.file().replaceFirst("in/", ""), o.kind() + " " + o.reason()));
    return others;
  }

  @Test
  void productsAreNotMixed() {
    for (String other : List.of(PASSIVE, ACTIVE, GAPFILLED, SMOS)) {
      assertThatThrownBy(() -> choose("", COMBINED, other))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("different products, which are not mixed")
          .hasMessageContaining("in/" + COMBINED + " is of esa-cci-sm-l3s:COMBINED")
          .hasMessageContaining("in/" + other + " is of ")
          .hasMessageContaining("Choose one with --product: ");
    }
  }

  @Test
  void theNamedOneIsReadAndTheOthersAreTold() {
    FileChoice choice =
        choose("esa-cci-sm-l3s:COMBINED", COMBINED, PASSIVE, ACTIVE, GAPFILLED, SMOS);

    assertThat(read(choice)).containsExactly(COMBINED);
    assertThat(others(choice))
        .containsOnlyKeys(PASSIVE, ACTIVE, GAPFILLED, SMOS)
        .containsEntry(
            PASSIVE, "OTHER is of esa-cci-sm-l3s:PASSIVE, not of esa-cci-sm-l3s:COMBINED");
    assertThat(read(choose("smos-catds-l3", COMBINED, PASSIVE, SMOS))).containsExactly(SMOS);
    // a product with several series is not one
    assertThatThrownBy(() -> choose("esa-cci-sm-l3s", COMBINED, PASSIVE, SMOS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not mixed");
    assertThatThrownBy(() -> choose("esa-cci-sm-l3s:PASSIVE", COMBINED, SMOS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "no file is of esa-cci-sm-l3s:PASSIVE; there are files of esa-cci-sm-l3s:COMBINED,"
                + " smos-catds-l3");
  }

  @Test
  void ofVersionsOfADayTheLatestIsReadAndBothAreNamed() {
    String later = COMBINED.replace("05.2", "09.1r1");

    FileChoice choice = choose("", COMBINED, later);

    assertThat(read(choice)).containsExactly(later);
    assertThat(others(choice))
        .containsExactly(
            Map.entry(COMBINED, "DUPLICATE has the same product, day and overpass as in/" + later));
  }

  @Test
  void whatIsNoProductIsLeftAside() {
    FileChoice choice =
        choose("", "README.txt", ".listing", "MD5SUMS", "Grid_Point_Mask_USGS.nc", SMOS);

    assertThat(read(choice)).containsExactly(SMOS);
    assertThat(others(choice).values())
        .hasSize(4)
        .allMatch(why -> why.equals("OTHER no product that is installed knows this name"));
    // but not when it is most of the data
    assertThatThrownBy(() -> choose("", "day1.nc", "day2.nc", SMOS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("most data files have names that no product knows")
        .hasMessageContaining("in/day1.nc");
  }

  @Test
  void largeFilesAreRefusedUnread() {
    FileChoice choice =
        FileChoice.of(
            "in",
            List.of(new StoredFile(Location.of("in/" + SMOS), 1001, "")),
            SoilMoistureProducts.installed(),
            "",
            1000);

    assertThat(choice.files()).isEmpty();
    assertThat(others(choice).get(SMOS))
        .isEqualTo("REFUSED has 1001 bytes; more than 1000 are not read.");
  }
}
