package org.ccdas.autodiff.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MethodSizesTest {
  private static Map<String, Integer> sizes(String body) throws IOException {
    String text = "package a; public class Sized { double field = 1; " + body + " }";
    Map<String, byte[]> classes = GeneratedClasses.compile(Map.of("a.Sized", text), List.of(), ".");
    return MethodSizes.of(classes.get("a.Sized"));
  }

  @Test
  void countsTheBytesOfTheCode() throws IOException {
    // dload_0, dload_2, dmul, dreturn; and a method without code
    Map<String, Integer> sizes =
        sizes("static double f(double x, double y) { return x * y; } native void g();");
    assertThat(sizes).containsEntry("f", 4).containsKey("<init>").doesNotContainKey("g");
  }

  @Test
  void takesTheLargestOfOverloadedMethods() throws IOException {
    Map<String, Integer> sizes =
        sizes("static double f() { return 1; } static double f(double x) { return x * x * x; }");
    assertThat(sizes).containsEntry("f", 6);
  }

  @Test
  void countsLargeMethods() throws IOException {
    String body = "x = Math.sin(x); ".repeat(1000);
    // dload_0, invokestatic, dstore_0: 5 bytes each
    assertThat(sizes("static double f(double x) { " + body + " return x; }"))
        .containsEntry("f", 5002);
  }
}
