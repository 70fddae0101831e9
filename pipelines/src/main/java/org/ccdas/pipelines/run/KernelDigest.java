package org.ccdas.pipelines.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.bethy.kernel.KernelRegistry;
import org.ccdas.bethy.kernel.LaneKernel;

/** Digest of the generated kernels in use: another model must not take up a state. */
public final class KernelDigest {
  private KernelDigest() {}

  /** The digest of all kernels of the model, 64 hexadecimal digits. */
  public static String sha256() {
    return sha256(KernelRegistry.ALL);
  }

  /** The digest of the class files of some kernels, in this order. */
  static String sha256(List<LaneKernel> kernels) {
    try {
      MessageDigest digest = DigestUtils.getSha256Digest();
      for (LaneKernel kernel : kernels) {
        Class<?> type = kernel.getClass();
        try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class")) {
          digest.update(bytes.readAllBytes());
        }
      }
      return Hex.encodeHexString(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
