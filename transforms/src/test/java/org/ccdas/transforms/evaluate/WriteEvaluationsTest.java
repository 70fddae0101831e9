package org.ccdas.transforms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationsFile;
import org.ccdas.observe.stream.StreamValue;
import org.ccdas.transforms.CheckedPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteEvaluationsTest {
  @TempDir Path folder;

  private void write(String path, List<Evaluation> evaluations) {
    Pipeline pipeline = CheckedPipeline.create(3);
    PAssert.that(
            pipeline
                .apply(Create.of(evaluations).withCoder(SerializableCoder.of(Evaluation.class)))
                .apply(WriteEvaluations.to(path)))
        .containsInAnyOrder(path);
    CheckedPipeline.run(pipeline);
  }

  @Test
  void gathersAllIntoOneFileInTheOrderOfIds() throws IOException {
    Path path = folder.resolve("evaluations.avro");
    Files.writeString(path, "of an earlier run");
    StreamValue none = new StreamValue(Double.NaN, new double[] {Double.NaN});
    StreamValue some = new StreamValue(0.2, new double[] {390, 1.0 / 3});
    StreamValue other = new StreamValue(0.3, new double[] {0.3});
    Evaluation failed = new Evaluation(9, new double[1], 1, Map.of("co2", none), null, null);
    Map<String, StreamValue> streams = new LinkedHashMap<>();
    streams.put("soilMoisture", other);
    streams.put("co2", some);
    Evaluation good = new Evaluation(3, new double[1], 0.1, streams, new double[] {1.0 / 3}, null);
    write(path.toString(), List.of(failed, good));
    assertThat(Files.readAllBytes(path)).isEqualTo(EvaluationsFile.encode(List.of(good, failed)));
    assertThat(EvaluationsFile.decode(path.toString(), Files.readAllBytes(path)))
        .containsExactly(good, failed);
  }
}
