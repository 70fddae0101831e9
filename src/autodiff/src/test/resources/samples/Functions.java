package samples;

import org.ccdas.autodiff.Constant;
import org.ccdas.autodiff.Kernel;

/** Every function and operator on plain doubles. */
final class Functions {
  private static final double HALF = 0.5;
  private static final double ROOT = Math.sqrt(1 - 0.12);
  private static final double[] WEIGHTS = {0.25, HALF, 1};

  private Functions() {}

  @Kernel("Smooth")
  static double smooth(double x, double y) {
    double a = Math.exp(-x * y) + Math.log(x + 1.5) - Math.sqrt(x * x + y * y + 1e-9);
    double b = Math.cbrt(x + 2) * Math.sin(y) / Math.cos(0.3 * x) + Math.tan(0.2 * y);
    double c = Math.tanh(x - y) + Math.atan(3 * x) + Math.expm1(x * 0.1) + Math.log1p(y);
    a += b;
    a -= 2 * c;
    a *= ROOT;
    a /= 1 + Math.PI * x;
    return -a + (x - y) / (x + y);
  }

  @Kernel("Powers")
  static double powers(double x, double y) {
    double sum = Math.pow(x, 2) + Math.pow(x, 3) - Math.pow(y, -2) + Math.pow(x, 7) * 1e-2;
    sum += Math.pow(x, 0.5) + Math.pow(x, 0) + Math.pow(y, 1) + Math.pow(y, -0.7);
    sum += Math.pow(x, y) + Math.pow(2.0, x) + Math.pow(2.0, 3.0);
    return sum;
  }

  @Kernel("Choices")
  static double choices(double x, @Constant double sun, @Constant double cloud) {
    boolean up = sun > 0;
    boolean dim = up && cloud >= 0.5 || sun < -0.5;
    double safe = Math.abs(sun) + Math.max(cloud, 0.1) + Math.min(cloud, 0.2) + Math.floor(cloud);
    double a = up ? Math.exp(x) : x * x * x;
    double b = !dim ? a * safe : sine(a) - safe;
    double c = sun == cloud ? 1 : cloud != sun ? 3 * x : 2;
    return b * (cloud <= 0.25 ? x : 1) + c;
  }

  private static double sine(double x) {
    double[] values = new double[1];
    double value = x;
    value = Math.sin(value);
    values[0] = value;
    return values[0];
  }

  @Kernel("Loops")
  static double loops(double x, double y) {
    double[] layers = new double[3];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = WEIGHTS[i] * Math.exp(-x * i) + (i == 1 ? y : 0);
    }
    layers[2] *= y;
    double sum = 0;
    for (double layer : layers) {
      sum += layer * layer;
    }
    for (int i = 2; i >= 0; --i) {
      for (int j = 0; j < i; j += 2) {
        sum += i * layers[j] / (j + 1.0);
      }
    }
    int k = 0;
    layers[k++] += x;
    layers[k] = layers[k] * k++ + y;
    layers[k]++;
    sum += k;
    fill(layers, x * sum);
    return sum + layers[0] - layers[layers.length - 1] * y;
  }

  private static void fill(double[] layers, double value) {
    layers[0] = value + layers[1];
    layers[2] += value * value;
  }
}
