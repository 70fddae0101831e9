package org.ccdas.pipelines.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.assimilate.evaluation.BlockFile;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.LocalCopy;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.config.BiasKind;
import org.ccdas.pipelines.config.Co2Settings;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.MoistureWeight;
import org.ccdas.pipelines.config.ObservationSettings;
import org.ccdas.pipelines.config.RegionSettings;
import org.ccdas.pipelines.config.SoilMoistureSettings;

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
    MessageDigest digest = sha256();
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
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Digest of what the blocks of an experiment are made of: its settings but its name, those of the
   * search and the runner, and what of the observations is held out; the contents of its files, and
   * the formats.
   *
   * @param files digests of the files
   */
  static String ofBlocks(Experiment experiment, SortedMap<String, String> files) {
    ObservationSettings observations = experiment.observations();
    return of(
        experiment,
        "blocks",
        new ObservationSettings(whole(observations.co2()), whole(observations.soilMoisture())),
        List.of(),
        files);
  }

  /** The stations, whose order is that in the blocks; errors and hold-outs belong to the cost. */
  private static Co2Settings whole(Co2Settings co2) {
    return co2 == null
        ? null
        : new Co2Settings(
            co2.format(),
            co2.folder(),
            co2.allStations(),
            List.of(),
            List.of(),
            co2.allStations(),
            1,
            0,
            0,
            true);
  }

  private static SoilMoistureSettings whole(SoilMoistureSettings moisture) {
    return moisture == null
        ? null
        : new SoilMoistureSettings(
            moisture.folder(),
            moisture.files(),
            true,
            List.of(),
            List.of(),
            BiasKind.OFFSET,
            1,
            1,
            true,
            MoistureWeight.AR1,
            1,
            1,
            1);
  }

  /**
   * Digest of the problem that a search solves: as that of the blocks, with all about the
   * observations.
   *
   * @param files digests of the files
   */
  static String ofProblem(Experiment experiment, SortedMap<String, String> files) {
    SoilMoistureSettings moisture = experiment.observations().soilMoisture();
    // else regions concern what is worked out at the minimum only
    boolean regions = moisture != null && !moisture.heldOutRegions().isEmpty();
    return of(
        experiment,
        experiment.name(),
        experiment.observations(),
        regions ? experiment.regions() : List.of(),
        files);
  }

  private static String of(
      Experiment experiment,
      String name,
      ObservationSettings observations,
      List<RegionSettings> regions,
      SortedMap<String, String> files) {
    Experiment same =
        new Experiment(
            name,
            name,
            experiment.seed(),
            experiment.window(),
            experiment.spinUp(),
            experiment.grid(),
            experiment.land(),
            experiment.forcing(),
            experiment.atmosphericCo2(),
            experiment.model(),
            null,
            observations,
            experiment.transport(),
            experiment.background(),
            regions,
            null,
            null,
            experiment.blocks(),
            null);
    MessageDigest digest = sha256();
    digest.update((byte) BlockFile.FORMAT_VERSION);
    digest.update(ExperimentFile.toYaml(same).getBytes(StandardCharsets.UTF_8));
    files.forEach(
        (path, sha) -> digest.update((path + " " + sha + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
