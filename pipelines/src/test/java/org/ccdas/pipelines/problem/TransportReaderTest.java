package org.ccdas.pipelines.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.transport.ResponseStore;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.tracer.TracerResponse;
import org.ccdas.transport.tracer.TracerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportReaderTest {
  @TempDir private Path folder;

  @Test
  void theTracerModelSeesTheStationsOfTheExperiment() throws IOException {
    SmallWorld world = SmallWorld.write(folder);
    world.spoil(world.experiment(), "observations:", "transport: {kind: tracer}\nobservations:");
    Experiment experiment =
        ExperimentFile.read(Location.of(world.experiment()), Location.of(world.folder()));
    List<Station> stations = List.of(StationTable.standard().station("SMO"));
    ResponseStore store =
        new ResponseStore(Location.of(folder.resolve("kept")), 1, experiment.runner(), line -> {});
    Response response =
        new TransportReader(experiment, experiment.months(), store).response(stations);
    List<Receptor> receptors = stations.stream().map(Receptor::of).toList();
    assertThat(response.receptors()).isEqualTo(receptors);
    assertThat(response.regions()).hasSize(768);
    assertThat(response.values())
        .containsExactly(TracerResponse.of(TracerSetup.standard().model(), receptors, 1).values());
  }
}
