package org.ccdas.pipelines.run;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.beam.sdk.Pipeline;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.probe.ProbeWorkers;
import org.ccdas.transforms.probe.WorkerCode;

/** Whether the workers of a cluster see the folder of a run, and run the code of this program. */
final class ClusterProbe {
  /** So many that hardly a worker of a usual cluster is left out; each is a file of 64 bytes. */
  private static final int PROBES = 64;

  private ClusterProbe() {}

  /**
   * Has the workers write into the work folder of the run and reads what they have written.
   *
   * @throws InputException when something is missing or was written by other code
   */
  static void run(BeamSession session, RunFolder folder) throws IOException {
    StoredFiles.makeFolder(folder.work());
    String work = folder.work().toString();
    Pipeline pipeline = session.pipeline();
    pipeline.apply("ProbeWorkers", ProbeWorkers.into(work, PROBES));
    session.run(pipeline);
    String own = WorkerCode.digest();
    for (int probe = 0; probe < PROBES; probe++) {
      check(Location.of(ProbeWorkers.path(work, probe)), own);
    }
  }

  static void check(Location file, String own) throws IOException {
    String found;
    try {
      found = StoredFiles.readText(file);
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(),
          "",
          "a worker has written this file, but it cannot be seen from here",
          "Choose a folder for --out that all workers and this program share",
          e);
    }
    if (!found.equals(own)) {
      throw new InputException(
          file.toString(),
          "",
          "the worker that wrote this file runs other code (digest "
              + found
              + ") than this program ("
              + own
              + ")",
          "Install the same build of ccdas on the cluster, and restart its processes");
    }
    StoredFiles.delete(file);
  }
}
