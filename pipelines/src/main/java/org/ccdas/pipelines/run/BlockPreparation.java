package org.ccdas.pipelines.run;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.block.BlockSources;
import org.ccdas.observe.block.Manifest;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.block.PrepareBlocks;
import org.ccdas.transforms.block.WriteManifest;

/** The pipeline that writes the blocks of a problem, unless they are there already. */
public final class BlockPreparation {
  private BlockPreparation() {}

  /**
   * Prepares the blocks of a problem and nothing else.
   *
   * @throws InputException when an input is bad; then no block is left
   */
  public static Manifest prepare(Problem problem, RunFolder folder) throws IOException {
    String inputs =
        InputDigest.ofBlocks(problem.experiment(), InputDigest.ofFiles(problem.inputs()));
    folder.create();
    return prepare(problem, inputs, BeamSession.of(problem.experiment().runner()), folder);
  }

  /** The blocks of a problem, when all of them are in the folder already. */
  public static Optional<Manifest> present(Problem problem, RunFolder folder) throws IOException {
    if (!StoredFiles.exists(folder.manifest())) {
      return Optional.empty();
    }
    String inputs =
        InputDigest.ofBlocks(problem.experiment(), InputDigest.ofFiles(problem.inputs()));
    Manifest manifest = read(folder);
    return manifest.inputs().equals(inputs) && complete(manifest, folder)
        ? Optional.of(manifest)
        : Optional.empty();
  }

  /**
   * The manifest of the problem's blocks.
   *
   * @param inputs digest of what the blocks are made of; blocks with the same digest are reused
   */
  static Manifest prepare(Problem problem, String inputs, BeamSession session, RunFolder folder)
      throws IOException {
    problem.inputs().forEach(session::requireVisible);
    session.requireVisible(folder.root());
    if (session.onCluster()) {
      ClusterProbe.run(session, folder);
    }
    if (StoredFiles.exists(folder.manifest())) {
      Manifest present = read(folder);
      if (present.inputs().equals(inputs) && complete(present, folder)) {
        removeOthers(present, folder);
        return present;
      }
      // its blocks are replaced; a run that dies meanwhile must not leave it behind
      StoredFiles.delete(folder.manifest());
    }
    StoredFiles.makeFolder(folder.blocks());
    Pipeline pipeline = session.pipeline();
    pipeline
        .apply(
            "Plans",
            Create.of(BlockPlan.deal(problem.cells(), problem.experiment().blocks().cells()))
                .withCoder(SerializableCoder.of(BlockPlan.class)))
        .apply(
            "PrepareBlocks",
            PrepareBlocks.from(
                    new BlockSources(
                        problem.forcing(),
                        problem.air(),
                        problem.experiment().months().firstDay(),
                        problem.experiment().months().lastDay(),
                        problem.sources()))
                .into(folder.blocks().toString()))
        .apply("WriteManifest", WriteManifest.to(folder.manifest().toString(), inputs));
    try {
      session.run(pipeline);
    } catch (RuntimeException e) {
      discard(folder, e);
      throw e;
    }
    Manifest manifest = read(folder);
    removeOthers(manifest, folder);
    return manifest;
  }

  /**
   * Reads the manifest that the workers have written. A missing one is the first sign of a folder
   * that workers and driver do not share.
   */
  public static Manifest read(RunFolder folder) throws IOException {
    String file = folder.manifest().toString();
    try {
      return Manifest.fromJson(file, StoredFiles.read(folder.manifest()));
    } catch (NoSuchFileException e) {
      throw new InputException(
          file,
          "",
          "the workers have written the blocks, but they cannot be seen from here",
          "Choose a folder for --out that all workers and this program share",
          e);
    }
  }

  /** Whether all blocks are there; those of a folder that was copied or moved must be its own. */
  private static boolean complete(Manifest manifest, RunFolder folder) throws IOException {
    Map<Location, Long> present =
        StoredFiles.list(folder.blocks()).stream()
            .collect(Collectors.toMap(StoredFile::location, StoredFile::bytes));
    return manifest.blocks().stream()
        .allMatch(block -> Objects.equals(present.get(Location.of(block.path())), block.bytes()));
  }

  /** Blocks of former settings and temporaries of killed runs. */
  private static void removeOthers(Manifest manifest, RunFolder folder) throws IOException {
    Set<Location> wanted = new HashSet<>();
    wanted.add(folder.manifest());
    manifest.blocks().forEach(block -> wanted.add(Location.of(block.path())));
    for (StoredFile file : StoredFiles.list(folder.blocks())) {
      if (!wanted.contains(file.location())) {
        StoredFiles.delete(file.location());
      }
    }
  }

  /** Removes what a failed preparation has left. */
  private static void discard(RunFolder folder, RuntimeException failure) {
    try {
      StoredFiles.deleteAll(folder.blocks());
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
