package org.ccdas.pipelines.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.land.CoverFractions;
import org.ccdas.inputs.land.Elevations;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.LandSurface;
import org.ccdas.inputs.land.SoilTextures;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.LandSettings;
import org.ccdas.pipelines.config.TextureSettings;

/** Reads the land cells of an experiment. */
final class LandReader {
  private LandReader() {}

  static List<LandCell> read(Experiment experiment) {
    CellTable table = CellTable.read(experiment.grid().cells().path());
    LandSettings land = experiment.land();
    return LandSurface.of(
        table, fractions(land, table), textures(land, table), elevations(land, table));
  }

  private static List<double[]> fractions(LandSettings land, CellTable table) {
    return land.coverFractions() == null
        ? CoverFractions.byRule(table, land.vegetatedShare(), land.shrubVegetatedShare())
        : CoverFractions.read(land.coverFractions().path(), table);
  }

  private static int[] textures(LandSettings land, CellTable table) {
    TextureSettings texture = land.texture();
    if (texture == null) {
      return SoilTextures.loam(table);
    }
    return switch (texture.kind()) {
      case TABLE -> SoilTextures.read(texture.file().path(), table);
      case BIOME4 -> SoilTextures.readBiome4(texture.file().path(), table);
      case CLASS_MAP ->
          SoilTextures.readClassMap(
              texture.file().path(),
              texture.variable(),
              texture.registration(),
              classes(texture.textures()),
              table);
    };
  }

  private static Map<Integer, Integer> classes(List<Integer> textures) {
    Map<Integer, Integer> classes = new HashMap<>();
    for (int i = 0; i < textures.size(); i++) {
      if (textures.get(i) > 0) {
        classes.put(i + 1, textures.get(i));
      }
    }
    return classes;
  }

  private static double[] elevations(LandSettings land, CellTable table) {
    return land.elevation() == null
        ? Elevations.uniform(table, 0)
        : Elevations.read(
            land.elevation().file().path(),
            land.elevation().variable(),
            land.elevation().registration(),
            table);
  }
}
