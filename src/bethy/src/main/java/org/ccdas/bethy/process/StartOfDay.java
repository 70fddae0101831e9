package org.ccdas.bethy.process;

import org.ccdas.autodiff.Kernel;

/** What the states of the evening before mean for the day. Spec section 13.1, step 2. */
public final class StartOfDay {
  private StartOfDay() {}

  /** Moisture, albedo, canopy and humidity that hold for the whole day. */
  @Kernel("MorningKernel")
  public static Morning morning(
      TileState s, TileParameters p, SoilConstants soil, TileTraits t, DayForcing d) {
    double maximumStorage = Soil.maximumStorage(p, soil, t);
    double relativeMoisture =
        Soil.relativeMoisture(
            Soil.availableWater(s.topMoisture(), s.rootMoisture(), soil, t), maximumStorage);
    double snowCover = Snow.cover(s.snow());
    double wetness = Soil.surfaceWetness(s.topMoisture(), soil);
    return new Morning(
        relativeMoisture,
        maximumStorage,
        snowCover,
        SurfaceAlbedo.of(t, wetness, snowCover, d.snowAlbedo()),
        CanopyCover.lai(s.lai()),
        CanopyCover.cover(s.laiHigh()),
        VapourPressure.base(relativeMoisture, d.saturationAtMinimum()));
  }
}
