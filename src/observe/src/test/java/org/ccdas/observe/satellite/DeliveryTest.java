package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  private static final Delivery.Limits SMALL = new Delivery.Limits(100_000, 150_000, 5);

  private static byte[] archive(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] content = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i], true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static List<ProductBytes> read(byte[] bytes) {
    List<ProductBytes> found = new ArrayList<>();
    Delivery.read("in.tgz", new ByteArrayInputStream(bytes), SMALL, found::add);
    return found;
  }

  @Test
  void aPlainFileIsGivenAsItIs() {
    byte[] content = new byte[77_777];
    Arrays.fill(content, (byte) 7);

    List<ProductBytes> found = read(content);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).name()).isEqualTo("in.tgz");
    assertThat(found.get(0).bytes()).isEqualTo(content);
  }

  @Test
  void entriesComeInOrderWithTheirNames() throws IOException {
    List<ProductBytes> found = read(archive("a/x.HDR", "head", "a/x.DBL.nc", "body"));

    assertThat(found)
        .extracting(ProductBytes::name)
        .containsExactly("in.tgz!/a/x.HDR", "in.tgz!/a/x.DBL.nc");
    assertThat(found.get(1).bytes()).isEqualTo("body".getBytes(StandardCharsets.UTF_8));
    assertThat(found.get(1).fileName()).isEqualTo("x.DBL.nc");
  }

  @Test
  void onlyWantedEntriesAreReadAndTheirSizesAreTold() throws IOException {
    List<ProductBytes> found = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();

    Delivery.read(
        "in.tgz",
        new ByteArrayInputStream(archive("x.HDR", "head", "x.nc", "123456")),
        SMALL,
        name -> name.endsWith(".nc"),
        sizes::add,
        found::add);

    assertThat(found).extracting(ProductBytes::fileName).containsExactly("x.nc");
    assertThat(sizes).containsExactly(6L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.nc", "a/../../x.nc", "/etc/x.nc", "a\\..\\..\\x.nc", "C:/x.nc"})
  void anEntryOutsideItsFolderIsRefused(String name) throws IOException {
    byte[] bytes = archive(name, "body");

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("in.tgz")
        .hasMessageContaining("outside the folder");
  }

  @Test
  void aLinkIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      TarArchiveEntry entry = new TarArchiveEntry("x.nc", TarConstants.LF_SYMLINK);
      entry.setLinkName("/etc/passwd");
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }

    assertThatThrownBy(() -> read(bytes.toByteArray()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("link");
  }

  @Test
  void whatIsTooLargeIsRefused() throws IOException {
    assertThatThrownBy(() -> read(new byte[100_001]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("larger than 100000 bytes");
    String zeros = "0".repeat(90_000);
    assertThat(archive("a.nc", zeros, "b.nc", zeros).length).isLessThan(5_000);
    // deflates well: what comes out counts, not what was delivered
    assertThatThrownBy(() -> read(archive("a.nc", zeros, "b.nc", zeros)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b.nc")
        .hasMessageContaining("larger");
    assertThatThrownBy(() -> read(archive("a.nc", "0".repeat(100_001))))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> read(archive("1", "", "2", "", "3", "", "4", "", "5", "", "6", "")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more than 5 entries");
  }

  @Test
  void whatIsEmptyIsRefused() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> read(archive()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("empty");
  }

  @Test
  void aCutArchiveIsRefusedWhereverItWasCut() throws IOException {
    byte[] whole = archive("a.HDR", "head", "a.nc", "some body of text ".repeat(3000));
    int refused = 0;
    for (int length = 1; length < whole.length - 8; length += 13) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (cut.length < 3) {
        continue;
      }
      assertThatThrownBy(() -> read(cut)).isInstanceOf(InputException.class);
      refused++;
    }
    assertThat(refused).isGreaterThan(10);
  }

  @Test
  void aGzippedFileThatIsNoArchiveIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("CDF and no archive at all".repeat(100).getBytes(StandardCharsets.UTF_8));
    }

    assertThatThrownBy(() -> read(bytes.toByteArray()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("archive");
  }

  @Test
  void aFailureOfTheSourceIsNotTheFilesFault() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new java.net.SocketException("connection reset");
          }
        };

    assertThatThrownBy(() -> Delivery.read("in.nc", broken, SMALL, file -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("connection reset");
  }
}
