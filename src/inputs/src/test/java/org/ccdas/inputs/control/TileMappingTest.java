package org.ccdas.inputs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.process.TileParameters;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class TileMappingTest {
  private static final ControlVector CONTROL = ControlVectorFile.standard().withPrior("c0", 390);
  private static final int COMPONENTS = TileParameters.class.getRecordComponents().length;
  private static final double[] X = CONTROL.draw(2);

  private static double[] prior() {
    double[] prior = new double[COMPONENTS];
    Arrays.setAll(prior, c -> -1000 - c);
    return prior;
  }

  private static TileMapping mapping(String pft, String texture) {
    return TileMapping.of(CONTROL, pft, texture, pft.equals("C4Gr"), prior());
  }

  /** Makes the record from an array in the way that a caller does. */
  private static TileParameters record(double[] values) throws ReflectiveOperationException {
    Class<?>[] types = new Class<?>[COMPONENTS];
    Arrays.fill(types, double.class);
    Object[] arguments = Arrays.stream(values).boxed().toArray();
    var constructor = TileParameters.class.getDeclaredConstructor(types);
    return constructor.newInstance(arguments);
  }

  private static double value(String label) {
    return CONTROL.parameters().stream()
        .filter(parameter -> parameter.label().equals(label))
        .mapToDouble(parameter -> parameter.value(X[parameter.number() - 1]))
        .findFirst()
        .orElseThrow();
  }

  private static TileParameters filled(TileMapping mapping) throws ReflectiveOperationException {
    double[] target = new double[COMPONENTS];
    mapping.fill(CONTROL.physical(X), target, 0, 1);
    return record(target);
  }

  @Test
  void fillsACropOnLoam() throws ReflectiveOperationException {
    TileParameters tile = filled(mapping("Crop", "Loam"));
    assertThat(tile.vm25()).isEqualTo(value("Vm25 Crop"));
    assertThat(tile.ajv()).isEqualTo(value("aJV Crop"));
    assertThat(tile.alphaQ()).isEqualTo(value("alpha_q global"));
    assertThat(tile.alphaI()).isEqualTo(value("alpha_i global"));
    assertThat(tile.kc25()).isEqualTo(value("KC25 global"));
    assertThat(tile.ko25()).isEqualTo(value("KO25 global"));
    assertThat(tile.gammaSlope()).isEqualTo(value("aGamma global"));
    assertThat(tile.eKc()).isEqualTo(value("E_KC global"));
    assertThat(tile.eKo()).isEqualTo(value("E_KO global"));
    assertThat(tile.eVm()).isEqualTo(value("E_Vm global"));
    assertThat(tile.eK()).isEqualTo(value("E_k global"));
    assertThat(tile.eRd()).isEqualTo(value("E_Rd global"));
    assertThat(tile.leafShare()).isEqualTo(value("f_leaf global"));
    assertThat(tile.growthCost()).isEqualTo(value("c_g global"));
    assertThat(tile.q10Fast()).isEqualTo(value("Q10_f global"));
    assertThat(tile.q10Slow()).isEqualTo(value("Q10_s global"));
    assertThat(tile.fastRate()).isEqualTo(value("rtau_f global"));
    assertThat(tile.kappa()).isEqualTo(value("kappa global"));
    assertThat(tile.slowShare()).isEqualTo(value("f_s global"));
    assertThat(tile.beta()).isEqualTo(value("beta Crop"));
    assertThat(tile.maximumLai()).isEqualTo(value("Lmax all"));
    assertThat(tile.leafOnsetTemperature()).isEqualTo(value("T_phi Crop"));
    assertThat(tile.leafOnsetRange()).isEqualTo(value("T_r TmpDec;DecShr;Crop"));
    assertThat(tile.leafGrowthRate()).isEqualTo(value("xi all"));
    assertThat(tile.leafSheddingRate())
        .isEqualTo(value("k_L TmpDec;DecCn;DecShr;C3Gr;C4Gr;Wetl;Crop"));
    assertThat(tile.droughtTolerance()).isEqualTo(value("tau_W DecShr;C3Gr;C4Gr;Wetl;Crop"));
    assertThat(tile.storageScale()).isEqualTo(value("s_wc Loam"));
    assertThat(tile.bScale()).isEqualTo(value("m_b Loam"));
    assertThat(tile.conductivityScale()).isEqualTo(value("m_Ks Loam"));
    assertThat(tile.evaporationExponent()).isEqualTo(value("e_soil Loam"));
    assertThat(tile.supplyRate()).isEqualTo(value("c_w global"));
    assertThat(tile.humidityRise()).isEqualTo(value("h_d global"));
    assertThat(tile.unstressedCi()).isEqualTo(value("f_ci global"));
    // crops have no day-length control: the table value stays
    int daylength = TileSymbols.COMPONENTS.indexOf("leafSheddingDaylength");
    assertThat(tile.leafSheddingDaylength()).isEqualTo(-1000 - daylength);
    assertThat(mapping("Crop", "Loam").controlIndex(daylength)).isEqualTo(-1);
  }

  @Test
  void tellsThePathwaysApart() {
    int ajv = TileSymbols.COMPONENTS.indexOf("ajv");
    assertThat(mapping("C4Gr", "Loam").controlIndex(ajv)).isEqualTo(22);
    assertThat(mapping("C3Gr", "Loam").controlIndex(ajv)).isEqualTo(21);
    ControlVector c3 = CONTROL.select(parameter -> parameter.symbol().equals("aJV"));
    Parameter everywhere =
        new Parameter(1, "aJV", Scope.parse("all"), 2, 0.1, "-", Transform.parse("log:0"), "");
    ControlVector one = new ControlVector(List.of(everywhere));
    assertThat(TileMapping.of(one, "C4Gr", "Loam", true, prior()).controlIndex(ajv)).isEqualTo(-1);
    assertThat(TileMapping.of(one, "C3Gr", "Loam", false, prior()).controlIndex(ajv)).isZero();
    assertThat(TileMapping.of(c3, "C4Gr", "Loam", true, prior()).controlIndex(ajv)).isEqualTo(-1);
  }

  @Test
  void fillsOneLaneOnly() {
    int stride = 64;
    int lane = 5;
    double[] target = new double[stride * (COMPONENTS + 2)];
    Arrays.fill(target, Double.NaN);
    mapping("TmpDec", "Organic").fill(CONTROL.physical(X), target, 2 * stride + lane, stride);
    for (int k = 0; k < target.length; k++) {
      assertThat(Double.isNaN(target[k])).isEqualTo(k < 2 * stride || k % stride != lane);
    }
  }

  @Test
  void adjointBelongsToTheTangentAndTheTangentToTheValues() {
    NormalStream random = new NormalStream(9);
    double[] derivative = CONTROL.derivative(X);
    for (String pft : Scope.PFTS) {
      for (String texture : Scope.TEXTURES) {
        TileMapping mapping = mapping(pft, texture);
        double[] v = random.next(CONTROL.size());
        double[] u = random.next(COMPONENTS);
        double[] tangent = new double[COMPONENTS];
        double[] adjoint = new double[CONTROL.size()];
        mapping.tangent(derivative, v, tangent, 0, 1);
        mapping.adjoint(derivative, u, 0, 1, adjoint);
        double forward = 0;
        double size = 0;
        for (int c = 0; c < COMPONENTS; c++) {
          forward += u[c] * tangent[c];
          size += Math.abs(u[c] * tangent[c]);
        }
        double backward = 0;
        for (int i = 0; i < v.length; i++) {
          backward += adjoint[i] * v[i];
        }
        assertThat(forward).isNotZero();
        assertThat(backward).isCloseTo(forward, within(1e-14 * size));
        double h = 1e-6;
        double[] upper = filledAt(mapping, v, h);
        double[] lower = filledAt(mapping, v, -h);
        for (int c = 0; c < COMPONENTS; c++) {
          assertThat((upper[c] - lower[c]) / (2 * h))
              .isCloseTo(tangent[c], within(1e-7 * Math.abs(upper[c])));
        }
      }
    }
  }

  private static double[] filledAt(TileMapping mapping, double[] direction, double step) {
    double[] x = X.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] += step * direction[i];
    }
    double[] target = new double[COMPONENTS];
    mapping.fill(CONTROL.physical(x), target, 0, 1);
    return target;
  }

  @Test
  void adjointAdds() {
    TileMapping mapping = mapping("Crop", "Loam");
    double[] ones = new double[COMPONENTS];
    Arrays.fill(ones, 1);
    double[] once = new double[CONTROL.size()];
    mapping.adjoint(CONTROL.derivative(X), ones, 0, 1, once);
    double[] twice = once.clone();
    mapping.adjoint(CONTROL.derivative(X), ones, 0, 1, twice);
    for (int i = 0; i < once.length; i++) {
      assertThat(twice[i]).isEqualTo(2 * once[i]);
    }
  }

  @Test
  void refusesUnknownTiles() {
    double[] prior = prior();
    assertThatThrownBy(() -> TileMapping.of(CONTROL, "Ocean", "Loam", false, prior))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TileMapping.of(CONTROL, "Crop", "Clay", false, prior))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TileMapping.of(CONTROL, "Crop", "Loam", false, new double[34]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
