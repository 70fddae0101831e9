package org.ccdas.pipelines.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.ccdas.bethy.kernel.AmplitudeKernel;
import org.ccdas.bethy.kernel.EveningKernel;
import org.ccdas.bethy.kernel.FastPoolKernel;
import org.ccdas.bethy.kernel.LightC3;
import org.ccdas.bethy.kernel.LightC4;
import org.ccdas.bethy.kernel.MorningKernel;
import org.ccdas.bethy.kernel.NightC3;
import org.ccdas.bethy.kernel.NightC4;
import org.ccdas.bethy.kernel.ObservablesKernel;
import org.ccdas.bethy.kernel.SoilConstantsKernel;
import org.ccdas.bethy.kernel.StartPoolKernel;
import org.ccdas.bethy.kernel.StressC3;
import org.ccdas.bethy.kernel.StressC4;

/** Digest of the generated kernels in use: another model must not take up a state. */
public final class KernelDigest {
  private static final List<Class<?>> KERNELS =
      List.of(
          AmplitudeKernel.class,
          EveningKernel.class,
          FastPoolKernel.class,
          LightC3.class,
          LightC4.class,
          MorningKernel.class,
          NightC3.class,
          NightC4.class,
          ObservablesKernel.class,
          SoilConstantsKernel.class,
          StartPoolKernel.class,
          StressC3.class,
          StressC4.class);

  private KernelDigest() {}

  public static String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Class<?> kernel : KERNELS) {
        try (InputStream bytes = kernel.getResourceAsStream(kernel.getSimpleName() + ".class")) {
          digest.update(bytes.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
