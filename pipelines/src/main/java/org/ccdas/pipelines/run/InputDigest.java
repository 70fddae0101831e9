package org.ccdas.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.LocalCopy;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.BlockFile;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.TransportKind;

/** Digests that say whether two runs have the same inputs. */
final class InputDigest {
  private InputDigest() {}

  /**
   * SHA-256 of every file, by its path.
   *
   * @throws InputException when one is missing
   */
  static SortedMap<String, String> ofFiles(List<Location> files) {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Location file : files) {
      digests.put(file.toString(), ofFile(file));
    }
    return digests;
  }

  private static String ofFile(Location file) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    // the copy of a file that is elsewhere serves its reader too
    try (LocalCopy copy = StoredFiles.localCopy(file);
        InputStream in = new DigestInputStream(Files.newInputStream(copy.path()), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(),
          "",
          "the file is missing",
          "Check the path in the experiment file, and --data",
          e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "", "the file cannot be read (" + e.getMessage() + ")", "Check it", e);
    }
    return Hex.encodeHexString(digest.digest());
  }

  /**
   * Digest of what the blocks of an experiment are made of: its settings but its name, those of the
   * search and the runner, and what becomes of the observations in the cost; the contents of its
   * files, and the formats.
   *
   * @param files digests of the files
   */
  static String ofBlocks(Experiment experiment, SortedMap<String, String> files) {
    ObjectNode tree = problem(experiment);
    tree.remove("name");
    tree.remove("regions");
    ObjectNode observations = (ObjectNode) tree.get("observations");
    for (String stream : experiment.observations().used().keySet()) {
      observations.set(
          stream,
          ObservationStreams.named(stream).blockSettings((ObjectNode) observations.get(stream)));
    }
    return of(tree, files);
  }

  /**
   * Digest of the problem that a search solves: as that of the blocks, with all about the
   * observations.
   *
   * @param files digests of the files
   */
  static String ofProblem(Experiment experiment, SortedMap<String, String> files) {
    ObjectNode tree = problem(experiment);
    // cells are counted by regions, which else concern what is worked out at the minimum only
    boolean byRegion = false;
    for (JsonNode stream : tree.get("observations")) {
      byRegion |= !stream.path("heldOutRegions").isEmpty();
    }
    if (!byRegion) {
      tree.remove("regions");
    }
    return of(tree, files);
  }

  /** The settings without those of the search and the runner. */
  private static ObjectNode problem(Experiment experiment) {
    ObjectNode tree = ExperimentFile.tree(experiment);
    tree.remove(List.of("title", "controlVector", "minimiser", "posterior", "runner"));
    // by name: the order in which streams are found depends on the class path
    ObjectNode byName = tree.objectNode();
    new TreeSet<>(experiment.observations().used().keySet())
        .forEach(stream -> byName.set(stream, tree.at("/observations/" + stream)));
    tree.set("observations", byName);
    if (experiment.transport().kind() == TransportKind.TRACER) {
      // responses of another scheme must not be taken for those of this one
      String identity = experiment.transport().tracer().identity();
      ((ObjectNode) tree.get("transport")).put("model", identity);
    }
    return tree;
  }

  private static String of(ObjectNode tree, SortedMap<String, String> files) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    digest.update((byte) BlockFile.FORMAT_VERSION);
    digest.update(tree.toString().getBytes(StandardCharsets.UTF_8));
    files.forEach(
        (path, sha) -> digest.update((path + " " + sha + "\n").getBytes(StandardCharsets.UTF_8)));
    return Hex.encodeHexString(digest.digest());
  }
}
