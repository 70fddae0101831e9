package org.ccdas.transforms.storage;

import java.util.Optional;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Another storage service in the place of Google's, for gs:// paths: an emulator, whose address the
 * environment variable {@code STORAGE_EMULATOR_HOST} gives, as for Google's own clients, or the
 * system property {@value #PROPERTY}. It is asked without credentials.
 */
public final class StorageEndpoint {
  /** System property with the address, {@code http://host:port}. */
  public static final String PROPERTY = "ccdas.storage.emulator";

  private static final String VARIABLE = "STORAGE_EMULATOR_HOST";

  private StorageEndpoint() {}

  /**
   * Tells Beam's file systems where the storage is, before any pipeline has options: the experiment
   * file itself may be there.
   */
  public static void initialise() {
    PipelineOptions options = PipelineOptionsFactory.create();
    configure(options);
    FileSystems.setDefaultPipelineOptions(options);
  }

  /** Makes pipelines with these options use the other service when one is named. */
  public static void configure(PipelineOptions options) {
    address()
        .ifPresent(
            address -> {
              GcsOptions gcs = options.as(GcsOptions.class);
              gcs.setGcsEndpoint(address + "/storage/v1/");
              gcs.setCredentialFactoryClass(NoopCredentialFactory.class);
              // else it is asked of the local gcloud
              gcs.setProject("emulated");
            });
  }

  private static Optional<String> address() {
    String named = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String address = named.replaceFirst("/+$", "");
    return Optional.of(address.contains("://") ? address : "http://" + address);
  }
}
