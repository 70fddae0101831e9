package org.ccdas.transforms.block;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockFile;
import org.ccdas.observe.block.BlockReference;

/** Blocks of tests as files. */
public final class BlockFolder {
  private BlockFolder() {}

  /** Writes blocks as {@link PrepareBlocks} does, without a pipeline. */
  public static List<BlockReference> write(Path folder, List<Block> blocks) throws IOException {
    List<BlockReference> references = new ArrayList<>();
    for (Block block : blocks) {
      byte[] bytes = BlockFile.encode(block);
      String path = folder.resolve("block-" + block.index() + ".avro").toString();
      StoredFiles.write(Location.of(path), bytes);
      references.add(
          new BlockReference(
              path,
              block.index(),
              DigestUtils.sha256Hex(bytes),
              bytes.length,
              block.cells().size(),
              block.tiles().size()));
    }
    return references;
  }

  /** The elements that an evaluation starts from. */
  public static PCollection<BlockReference> create(
      Pipeline pipeline, String name, List<BlockReference> references) {
    return pipeline.apply(
        name, Create.of(references).withCoder(SerializableCoder.of(BlockReference.class)));
  }
}
