package org.ccdas.pipelines.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.ResponseFile;
import org.ccdas.transport.tracer.TracerResponse;
import org.ccdas.transport.tracer.TracerSetup;

/**
 * Responses of the tracer model, each computed once and kept as a file whose name tells model,
 * receptors and lags apart.
 *
 * @param folder of the files; made where it is missing
 * @param lags months to go back, 1..48
 * @param runner what computes them
 * @param progress is told when one is computed
 */
public record ResponseStore(
    Location folder, int lags, RunnerSettings runner, Consumer<String> progress) {
  /** The response of these receptors. Goes on where computing it was interrupted. */
  public Response response(TracerSetup setup, List<Receptor> receptors) {
    String digest = setup.digest(receptors, lags);
    Location file = folder.resolve("responses-" + digest + ".nc");
    if (StoredFiles.exists(file)) {
      return ResponseFile.read(file);
    }
    progress.accept(
        "computing the responses of "
            + receptors.size()
            + " stations by the tracer model, which takes minutes; they are kept in "
            + folder);
    long begun = System.nanoTime();
    try {
      StoredFiles.makeFolder(folder);
      new ResponseRun(setup, receptors, lags, file).run(BeamSession.of(runner));
      Response response = ResponseFile.read(file);
      progress.accept(
          String.format(
              Locale.ROOT,
              "kept as %s; the last lag is within %.2g of well mixed: %.1f s",
              file,
              TracerResponse.tailError(response),
              (System.nanoTime() - begun) * 1e-9));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
