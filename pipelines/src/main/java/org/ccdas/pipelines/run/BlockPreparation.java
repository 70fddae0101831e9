package org.ccdas.pipelines.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.core.evaluation.BlockPlan;
import org.ccdas.core.evaluation.BlockReference;
import org.ccdas.core.evaluation.Manifest;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.transforms.block.PrepareBlocks;
import org.ccdas.transforms.block.WriteManifest;

/** The pipeline that writes the blocks of a problem, unless they are there already. */
final class BlockPreparation {
  private BlockPreparation() {}

  /**
   * The manifest of the problem's blocks.
   *
   * @param inputs digest of what the blocks are made of; blocks with the same digest are reused
   */
  static Manifest prepare(Problem problem, String inputs, BeamSession session, RunFolder folder)
      throws IOException {
    if (Files.exists(folder.manifest())) {
      Manifest present = read(folder);
      if (present.inputs().equals(inputs) && complete(present)) {
        return present;
      }
    }
    Files.createDirectories(folder.blocks());
    Pipeline pipeline = session.pipeline();
    pipeline
        .apply(
            "Plans",
            Create.of(BlockPlan.deal(problem.cells(), problem.experiment().blocks().cells()))
                .withCoder(SerializableCoder.of(BlockPlan.class)))
        .apply(
            "PrepareBlocks",
            PrepareBlocks.into(folder.blocks().toString())
                .from(problem.forcing(), problem.air(), problem.response())
                .over(
                    problem.experiment().months().firstDay(),
                    problem.experiment().months().lastDay()))
        .apply("WriteManifest", WriteManifest.to(folder.manifest().toString(), inputs));
    session.run(pipeline);
    Manifest manifest = read(folder);
    removeOthers(manifest, folder);
    return manifest;
  }

  private static Manifest read(RunFolder folder) throws IOException {
    return Manifest.fromJson(folder.manifest().toString(), Files.readAllBytes(folder.manifest()));
  }

  private static boolean complete(Manifest manifest) throws IOException {
    for (BlockReference block : manifest.blocks()) {
      Path file = Path.of(block.path());
      if (!Files.exists(file) || Files.size(file) != block.bytes()) {
        return false;
      }
    }
    return true;
  }

  /** Blocks of former settings and temporaries of killed runs. */
  private static void removeOthers(Manifest manifest, RunFolder folder) throws IOException {
    Set<Path> wanted = new HashSet<>();
    wanted.add(folder.manifest());
    manifest.blocks().forEach(block -> wanted.add(Path.of(block.path())));
    List<Path> stale;
    try (Stream<Path> files = Files.list(folder.blocks())) {
      stale = files.filter(file -> !wanted.contains(file)).toList();
    }
    for (Path file : stale) {
      Files.delete(file);
    }
  }
}
