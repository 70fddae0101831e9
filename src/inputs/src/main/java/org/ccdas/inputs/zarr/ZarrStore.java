package org.ccdas.inputs.zarr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.netcdf.FileAttribute;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.StoredField;
import org.ccdas.inputs.netcdf.StoredFile;

/**
 * A Zarr store of version 2 with consolidated metadata, on a disk or in a bucket, as ARCO-ERA5 and
 * WeatherBench2 are. Only the chunks that are asked for are read.
 *
 * <pre>{@code
 * try (NetcdfInput input = ZarrStore.open(Location.of("gs://bucket/era5.zarr"))) {
 *   double[] hour = input.variable("2m_temperature").in("degC").read(origin, shape);
 * }
 * }</pre>
 */
public final class ZarrStore implements StoredFile {
  private static final String METADATA = ".zmetadata";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Location folder;
  private final JsonNode metadata;
  private final Map<String, ZarrArray> arrays = new TreeMap<>();

  private ZarrStore(Location folder, JsonNode metadata) {
    this.folder = folder;
    this.metadata = metadata;
  }

  /**
   * Opens a store.
   *
   * @throws InputException when its metadata are missing or not those of version 2
   */
  public static NetcdfInput open(Location folder) {
    Location file = folder.resolve(METADATA);
    JsonNode metadata;
    try {
      metadata = JSON.readTree(StoredFiles.read(file)).path("metadata");
    } catch (JsonProcessingException e) {
      throw bad(file, "is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw bad(file, "cannot be read; stores without consolidated metadata are not", e);
    }
    if (metadata.path(".zgroup").path("zarr_format").asInt() != 2) {
      throw bad(file, "is not of a Zarr group of version 2", null);
    }
    return NetcdfInput.of(folder.toString(), new ZarrStore(folder, metadata));
  }

  private static InputException bad(Location file, String problem, IOException cause) {
    return new InputException(
        file.toString(),
        "",
        problem,
        "Check the place, or write the store with zarr_format=2 and consolidated=True (xarray)",
        cause);
  }

  @Override
  public List<String> variableNames() {
    TreeMap<String, Boolean> names = new TreeMap<>();
    metadata
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (key.endsWith("/.zarray")) {
                names.put(key.substring(0, key.length() - "/.zarray".length()), true);
              }
            });
    return List.copyOf(names.keySet());
  }

  @Override
  public Optional<StoredField> find(String name) {
    if (!metadata.has(name + "/.zarray")) {
      return Optional.empty();
    }
    ZarrArray array = arrays.get(name);
    if (array == null) {
      try {
        array =
            ZarrArray.of(
                name,
                folder.resolve(name),
                metadata.path(name + "/.zarray"),
                metadata.path(name + "/.zattrs"));
      } catch (IOException e) {
        throw new InputException(
            folder.toString(),
            "variable " + name,
            e.getMessage(),
            "Rewrite the variable in order C, with zlib, Zstd, LZ4 or Blosc, without filters",
            e);
      }
      arrays.put(name, array);
    }
    return Optional.of(array);
  }

  @Override
  public Optional<FileAttribute> attribute(String name) {
    return Optional.ofNullable(ZarrAttributes.of(metadata.path(".zattrs")).get(name));
  }

  @Override
  public void close() {
    arrays.clear();
  }
}
