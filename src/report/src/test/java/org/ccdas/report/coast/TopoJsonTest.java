package org.ccdas.report.coast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;

class TopoJsonTest {
  /** Two squares that share the edge from (2,0) to (2,2). */
  private static final String SQUARES =
      """
      {"type":"Topology",
       "transform":{"scale":[0.5,0.25],"translate":[10,20]},
       "objects":{"land":{"type":"GeometryCollection","geometries":[
         {"type":"Polygon","arcs":[[0,1]]},
         {"type":"MultiPolygon","arcs":[[[-1,2]]]}]}},
       "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]]}
      """;

  private static List<double[][]> rings(String json) {
    return TopoJson.rings("squares.json", json.getBytes(UTF_8), "land");
  }

  @Test
  void joinsArcsAndDecodesDifferences() {
    assertThat(rings(SQUARES).get(0))
        .isDeepEqualTo(new double[][] {{11, 20}, {11, 20.5}, {10, 20.5}, {10, 20}, {11, 20}});
  }

  @Test
  void aNegativeIndexIsTheArcBackwards() {
    assertThat(rings(SQUARES).get(1))
        .isDeepEqualTo(new double[][] {{11, 20.5}, {11, 20}, {12, 20}, {12, 20.5}, {11, 20.5}});
  }

  @Test
  void refusesWhatIsNoTopology() {
    assertThatThrownBy(() -> rings("{}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no TopoJSON");
    assertThatThrownBy(() -> rings("{")).hasMessageContaining("not JSON");
    assertThatThrownBy(() -> rings(SQUARES.replace("[[0,1]]", "[[0,7]]")))
        .hasMessageContaining("no arc 7");
    assertThatThrownBy(() -> rings(SQUARES.replace("\"land\"", "\"sea\"")))
        .hasMessageContaining("no object land");
  }
}
