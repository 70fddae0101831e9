package org.ccdas.pipelines.transport;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.transport.ComputeResponses;
import org.ccdas.transforms.transport.StationBatch;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.ResponseFile;
import org.ccdas.transport.tracer.MonthResponse;
import org.ccdas.transport.tracer.MonthResponseFile;
import org.ccdas.transport.tracer.TracerGrid;
import org.ccdas.transport.tracer.TracerResponse;
import org.ccdas.transport.tracer.TracerSetup;

/**
 * Computes responses in a pipeline, month by month, and puts them together in one file. The parts
 * stand in the folder {@code OUT.parts} until the file is there, so that an interrupted run goes
 * on.
 *
 * @param setup the model
 * @param receptors the stations
 * @param lags months to go back, the target included
 * @param out the response file
 */
public record ResponseRun(TracerSetup setup, List<Receptor> receptors, int lags, Location out) {
  /**
   * Runs it to its end.
   *
   * @return the response, as written
   */
  public Response run(BeamSession session) throws IOException {
    Location parts = out.absolute().parent().resolve(out.name() + ".parts");
    StoredFiles.makeFolder(parts);
    StoredFiles.removeTemporaries(parts);
    List<StationBatch> batches = StationBatch.of(receptors);
    Pipeline pipeline = session.pipeline();
    pipeline.apply(
        "Responses", ComputeResponses.by(setup, lags).of(batches).into(parts.toString()));
    session.run(pipeline);

    TracerGrid grid = TracerGrid.refined(setup.refinement());
    double[] values = TracerResponse.empty(grid, receptors, lags);
    int first = 0;
    for (StationBatch batch : batches) {
      for (int month = 1; month <= 12; month++) {
        String name = MonthResponse.name(setup, batch.receptors(), month, lags);
        MonthResponse part = MonthResponseFile.read(parts.resolve(name), month);
        TracerResponse.put(values, first, batch.receptors().size(), part);
      }
      first += batch.receptors().size();
    }
    String source = "tracer model " + setup.identity();
    Response response = TracerResponse.assemble(source, grid, receptors, lags, values);
    ResponseFile.write(out, response);
    StoredFiles.deleteAll(parts);
    return response;
  }
}
