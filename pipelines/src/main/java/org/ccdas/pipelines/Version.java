package org.ccdas.pipelines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.beam.sdk.util.ReleaseInfo;
import picocli.CommandLine.IVersionProvider;

/** Versions of the system and of what it runs on. */
public final class Version implements IVersionProvider {
  /** Version of this system as its build names it. */
  public static String ccdas() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties", e);
    }
    return properties.getProperty("version");
  }

  /** Version of Apache Beam. */
  public static String beam() {
    return ReleaseInfo.getReleaseInfo().getSdkVersion();
  }

  /** Version of the Java virtual machine. */
  public static String java() {
    return Runtime.version().toString();
  }

  @Override
  public String[] getVersion() {
    return new String[] {"ccdas " + ccdas(), "Apache Beam " + beam(), "Java " + java()};
  }
}
