package org.ccdas.report.coast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.InputException;

/**
 * Reads the rings of the polygons of a TopoJSON topology (the TopoJSON format specification, 1.0):
 * arcs are shared by neighbours, coded as differences of integers, and a negative index means the
 * arc backwards.
 */
final class TopoJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String file;
  private final JsonNode topology;
  private final List<double[][]> arcs = new ArrayList<>();

  private TopoJson(String file, JsonNode topology) {
    this.file = file;
    this.topology = topology;
    for (JsonNode arc : topology.path("arcs")) {
      arcs.add(positions(arc));
    }
  }

  /**
   * The rings of all polygons of an object, each a list of longitude and latitude, degrees; outer
   * rings and holes alike.
   *
   * @param file name for errors
   * @param bytes of the file
   * @param object name of the object in the topology
   * @throws InputException when the file is no topology or has no such object
   */
  static List<double[][]> rings(String file, byte[] bytes, String object) {
    JsonNode topology;
    try {
      topology = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new InputException(file, "", "it is not JSON: " + e.getMessage(), "Get it again", e);
    }
    if (!topology.path("type").asText().equals("Topology")) {
      throw new InputException(file, "type", "it is no TopoJSON topology", "Give a TopoJSON file");
    }
    JsonNode found = topology.path("objects").path(object);
    if (found.isMissingNode()) {
      throw new InputException(
          file, "objects", "there is no object " + object, "Give a file that has it");
    }
    List<double[][]> rings = new ArrayList<>();
    new TopoJson(file, topology).collect(found, rings);
    return rings;
  }

  private void collect(JsonNode geometry, List<double[][]> rings) {
    switch (geometry.path("type").asText()) {
      case "GeometryCollection" -> geometry.path("geometries").forEach(g -> collect(g, rings));
      case "MultiPolygon" ->
          geometry.path("arcs").forEach(polygon -> polygon.forEach(r -> rings.add(ring(r))));
      case "Polygon" -> geometry.path("arcs").forEach(r -> rings.add(ring(r)));
      default ->
          throw new InputException(
              file,
              "objects",
              "geometry of type '" + geometry.path("type").asText() + "'",
              "Give polygons");
    }
  }

  /** Position = sum of the differences so far, times scale, plus translation. */
  private double[][] positions(JsonNode arc) {
    JsonNode scale = topology.path("transform").path("scale");
    JsonNode translate = topology.path("transform").path("translate");
    boolean quantised = !scale.isMissingNode();
    double[][] positions = new double[arc.size()][2];
    double[] sum = new double[2];
    for (int i = 0; i < arc.size(); i++) {
      for (int axis = 0; axis < 2; axis++) {
        double number = arc.get(i).path(axis).asDouble();
        if (quantised) {
          sum[axis] += number;
          positions[i][axis] =
              sum[axis] * scale.get(axis).asDouble() + translate.get(axis).asDouble();
        } else {
          positions[i][axis] = number;
        }
      }
    }
    return positions;
  }

  private double[][] ring(JsonNode indices) {
    List<double[]> ring = new ArrayList<>();
    for (JsonNode index : indices) {
      int number = index.intValue();
      boolean backwards = number < 0;
      int place = backwards ? ~number : number;
      if (place >= arcs.size()) {
        throw new InputException(file, "arcs", "there is no arc " + place, "Get the file again");
      }
      double[][] arc = arcs.get(place);
      // the first position of an arc is the last one of the arc before
      for (int i = ring.isEmpty() ? 0 : 1; i < arc.length; i++) {
        ring.add(arc[backwards ? arc.length - 1 - i : i]);
      }
    }
    return ring.toArray(double[][]::new);
  }
}
