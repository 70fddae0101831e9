package org.ccdas.observe.smos;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.Retrievals;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.NetcdfFileWriter;
import ucar.nc2.Variable;

/**
 * Writes retrievals in the layout of CATDS Level 3, for synthetic and derived files: NetCDF-3 with
 * 64-bit offsets on the grid of 584 x 1388, numbers packed as short integers. The same retrievals
 * give the same bytes.
 */
public final class CatdsWriter {
  private static final short FILL = -32768;
  private static final int FILL_INT = Integer.MIN_VALUE;
  private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

  private CatdsWriter() {}

  /**
   * The name of a daily file, without its ending.
   *
   * @param fileClass OPER, or RExx of a reprocessing
   * @param version three digits
   */
  public static String stem(LocalDate date, Overpass overpass, String fileClass, int version) {
    String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
    return String.format(
        Locale.ROOT,
        "SM_%s_MIR_CLF31%s_%sT000000_%sT235959_%03d_001_7",
        fileClass,
        overpass == Overpass.ASCENDING ? "A" : "D",
        day,
        day,
        version);
  }

  /**
   * Writes one NetCDF file.
   *
   * @param file where it goes
   * @param retrievals on the EASE-Grid 2.0 of 25 km; all layers that CATDS files have are written
   */
  public static void write(Location file, Retrievals retrievals) throws IOException {
    StoredFiles.write(file, temporary -> writeNetcdf(temporary, retrievals));
  }

  /**
   * Writes one delivery: a {@code .tgz} with the NetCDF file and its header.
   *
   * @param folder that it goes to
   * @param stem see {@link #stem}
   * @return the archive
   */
  public static Location writeDelivery(Location folder, String stem, Retrievals retrievals)
      throws IOException {
    Location archive = folder.resolve(stem + ".tgz");
    StoredFiles.write(
        archive,
        temporary -> {
          Path netcdf = temporary.resolveSibling("." + stem + ".nc.tmp");
          try {
            writeNetcdf(netcdf, retrievals);
            GzipParameters fast = new GzipParameters();
            fast.setCompressionLevel(Deflater.BEST_SPEED);
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(temporary));
                TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(new GzipCompressorOutputStream(file, fast))) {
              add(tar, stem + ".HDR", header(stem, retrievals.identity()));
              add(tar, stem + ".DBL.nc", Files.readAllBytes(netcdf));
            }
          } finally {
            Files.deleteIfExists(netcdf);
          }
        });
    return archive;
  }

  private static void add(TarArchiveOutputStream tar, String name, byte[] bytes)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    // no clock, so that the same content gives the same bytes
    entry.setModTime(new Date(0));
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private static byte[] header(String stem, FileIdentity identity) {
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Earth_Explorer_Header>
          <Fixed_Header>
            <File_Name>%s</File_Name>
            <Mission>SMOS</Mission>
            <Validity_Period>
              <Validity_Start>UTC=%sT00:00:00</Validity_Start>
              <Validity_Stop>UTC=%sT23:59:59</Validity_Stop>
            </Validity_Period>
          </Fixed_Header>
        </Earth_Explorer_Header>
        """;
    return String.format(Locale.ROOT, text, stem, identity.date(), identity.date())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void writeNetcdf(Path path, Retrievals retrievals) throws IOException {
    if (retrievals.grid().rows() != EaseGrid2.ROWS
        || retrievals.grid().columns() != EaseGrid2.COLUMNS) {
      throw new IllegalArgumentException("Retrievals that are not on 584 x 1388 pixels");
    }
    Map<String, Array> content = new LinkedHashMap<>();
    NetcdfFileWriter writer =
        NetcdfFileWriter.createNew(
            NetcdfFileWriter.Version.netcdf3, path.toAbsolutePath().toString());
    try {
      writer.setLargeFile(true);
      writer.setFill(false);
      writer.addGroupAttribute(null, new Attribute("title", "SMOS Level 3 soil moisture, derived"));
      writer.addGroupAttribute(null, new Attribute("srid", "EPSG:6933"));
      writer.addDimension(null, "lat", EaseGrid2.ROWS);
      writer.addDimension(null, "lon", EaseGrid2.COLUMNS);
      axis(writer, content, "lat", "degrees_north", latitudes(retrievals));
      axis(writer, content, "lon", "degrees_east", longitudes(retrievals));
      for (CatdsPacking packing : CatdsPacking.values()) {
        float[] field = retrievals.numbers(packing.layer()).orElse(null);
        if (field != null) {
          packing.define(writer);
          content.put(packing.variable(), array(DataType.SHORT, packing.pack(field, FILL)));
        }
      }
      flags(writer, content, CatdsVariable.SCIENCE_FLAGS, Layer.SCIENCE_FLAGS, retrievals);
      flags(writer, content, CatdsVariable.PROCESSING_FLAGS, Layer.PROCESSING_FLAGS, retrievals);
      times(writer, content, retrievals);
      writer.create();
      for (Map.Entry<String, Array> entry : content.entrySet()) {
        writer.write(writer.findVariable(entry.getKey()), entry.getValue());
      }
    } catch (InvalidRangeException e) {
      throw new IOException(path + ": a section lies outside its variable", e);
    } finally {
      writer.close();
    }
  }

  private static void axis(
      NetcdfFileWriter writer,
      Map<String, Array> content,
      String name,
      String units,
      float[] values) {
    Variable variable = writer.addVariable(null, name, DataType.FLOAT, name);
    variable.addAttribute(new Attribute("units", units));
    content.put(name, Array.factory(DataType.FLOAT, new int[] {values.length}, values));
  }

  private static float[] latitudes(Retrievals retrievals) {
    float[] lats = new float[EaseGrid2.ROWS];
    for (int row = 0; row < lats.length; row++) {
      lats[row] = (float) EaseGrid2.centreLatitude(retrievals.grid(), row);
    }
    return lats;
  }

  private static float[] longitudes(Retrievals retrievals) {
    float[] lons = new float[EaseGrid2.COLUMNS];
    for (int c = 0; c < lons.length; c++) {
      lons[c] = (float) (0.5 * (retrievals.grid().west(c) + retrievals.grid().east(c)));
    }
    return lons;
  }

  private static void flags(
      NetcdfFileWriter writer,
      Map<String, Array> content,
      String name,
      String layer,
      Retrievals retrievals) {
    int[] bits = retrievals.bits(layer).orElse(null);
    if (bits != null) {
      Variable variable = writer.addVariable(null, name, DataType.INT, "lat lon");
      variable.addAttribute(new Attribute("_FillValue", FILL_INT));
      int[] stored = bits.clone();
      for (int i = 0; i < stored.length; i++) {
        stored[i] = stored[i] == -1 ? FILL_INT : stored[i];
      }
      content.put(name, array(DataType.INT, stored));
    }
  }

  /** Days since 2000 and seconds of the day. */
  private static void times(
      NetcdfFileWriter writer, Map<String, Array> content, Retrievals retrievals) {
    float[] hours = retrievals.numbers(Layer.ACQUISITION_HOURS).orElse(null);
    if (hours == null) {
      return;
    }
    long start = ChronoUnit.DAYS.between(EPOCH, retrievals.identity().date());
    short[] days = new short[hours.length];
    int[] seconds = new int[hours.length];
    for (int i = 0; i < hours.length; i++) {
      long second = Float.isNaN(hours[i]) ? -1 : Math.round(3600.0 * hours[i]);
      days[i] = Float.isNaN(hours[i]) ? FILL : (short) (start + Math.floorDiv(second, 86_400L));
      seconds[i] = Float.isNaN(hours[i]) ? FILL_INT : (int) Math.floorMod(second, 86_400L);
    }
    Variable day =
        writer.addVariable(null, CatdsVariable.ACQUISITION_DAYS, DataType.SHORT, "lat lon");
    day.addAttribute(new Attribute("_FillValue", FILL));
    day.addAttribute(new Attribute("units", "days since 2000-01-01"));
    content.put(CatdsVariable.ACQUISITION_DAYS, array(DataType.SHORT, days));
    Variable second =
        writer.addVariable(null, CatdsVariable.ACQUISITION_SECONDS, DataType.INT, "lat lon");
    second.addAttribute(new Attribute("_FillValue", FILL_INT));
    second.addAttribute(new Attribute("units", "s"));
    content.put(CatdsVariable.ACQUISITION_SECONDS, array(DataType.INT, seconds));
  }

  private static Array array(DataType type, Object values) {
    return Array.factory(type, new int[] {EaseGrid2.ROWS, EaseGrid2.COLUMNS}, values);
  }
}
