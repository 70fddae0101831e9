package org.ccdas.autodiff.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.autodiff.Laboratory;
import org.ccdas.autodiff.SubsetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not in the subset is refused with its place, what was found, and what to write. */
class RejectionTest {
  /** Stands in the sources of this test where the error is to be found. */
  private static final String PLACE = "@@";

  private static final String START =
      "import org.ccdas.autodiff.*;\nrecord P(double a, double b) {}\npublic class Bad {\n";

  @TempDir Path folder;

  private static Arguments body(String body, String found, String remedy) {
    String method = "  @Kernel(\"K\") static double f(double x, P p, @Constant double sun) {\n    ";
    return whole(START + method + body + "\n  }\n}\n", found, remedy);
  }

  private static Arguments member(String members, String found, String remedy) {
    return whole(START + members + "\n}\n", found, remedy);
  }

  private static Arguments whole(String source, String found, String remedy) {
    return Arguments.of(source, found, remedy);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        body(
            "return @@x > 0 ? x : 0;",
            "a condition that depends on a parameter or a state",
            "use a smooth function"),
        body(
            "return @@p.a() == p.b() ? x : 0;",
            "a condition that depends on a parameter or a state",
            "@Constant"),
        body(
            "if @@(sun > 0) { return x; } return 0;",
            "an if on a value that is not known at build time",
            "condition ? x : y"),
        body("int n = 7; return x * (@@n / 2);", "a division of integers", "2.0"),
        body("int n = 7; @@n /= 2; return x * n;", "a division of integers", "2.0"),
        body("int n = 7; return x * (@@n % 2);", "the operator %", "+ - * /"),
        body("return @@x % 2;", "the operator %", "+ - * /"),
        body("int n = 7; return x * (@@n << 2);", "the operator 'left shift'", "+ - * /"),
        body("@@while (sun > 0) { x = x + 1; } return x;", "a loop of unknown length", "for loop"),
        body("@@do { x = 1; } while (sun > 0); return x;", "a loop of unknown length", "for loop"),
        body(
            "for (int i = 0; @@i < sun; i++) { x += 1; } return x;",
            "a loop on a value that is not known at build time",
            "constant length"),
        body(
            "@@for (int i = 0; i < 65; i++) { x += 1; } return x;",
            "a loop of more than 64 turns",
            "shorter"),
        body(
            "@@for (double y : new double[65]) { x += y; } return x;",
            "a loop of more than 64 turns",
            "shorter"),
        body("for (int i = 0; i < 4; i++) { if (i > 2) { @@break; } } return x;", "'break'", "use"),
        body("return @@Math.abs(x);", "Math.abs of a value that depends", "@Intrinsic"),
        body("return @@Math.max(sun, x);", "Math.max of a value that depends", "@Intrinsic"),
        body("return @@Math.floor(p.a());", "Math.floor of a value that depends", "@Intrinsic"),
        body("return @@Math.acos(x);", "Math.acos of a value that depends", "@Intrinsic"),
        body("return @@Math.hypot(x, x);", "the unknown function Math.hypot", "sqrt"),
        body("return @@StrictMath.exp(x);", "the unknown call java.lang.StrictMath.exp", "Math"),
        body("return x * @@Double.valueOf(1.0);", "the unknown call java.lang.Double", "@Intr"),
        body("return @@System.nanoTime() * x;", "the unknown call java.lang.System", "@Intr"),
        body(
            "@@float y = 1; return x + y;", "a variable of type float", "use double, int, boolean"),
        body("@@String s = null; return x;", "a variable of type java.lang.String", "use double"),
        body("@@long n = 3; return x * n;", "a variable of type long", "use double"),
        body("return x * @@3L;", "'long literal'", "use doubles"),
        body("double[] a = new double[2]; return @@a[2] * x;", "index 2 of an array", "inside"),
        body("@@double[][] a = {{1}}; return x;", "a variable of type double[][]", "double[] only"),
        body("return x * (@@new int[2]).length;", "an array that is no double[]", "double[]"),
        body("double[] a = new double[@@-1]; return x;", "negative length", "at least 0"),
        body("@@try { x = 1; } finally { x = 2; } return x;", "'try'", "use assignments"),
        body("@@throw new IllegalStateException();", "'throw'", "use assignments"),
        body("@@synchronized (p) { return x; }", "'synchronized'", "use assignments"),
        body("@@assert sun > 0; return x;", "'assert'", "use assignments"),
        body("Object o = p; return x;".replace("Object", "@@Object"), "java.lang.Object", "use"),
        body("P q = @@null; return x;", "null", "use doubles"),
        body("return (@@p instanceof P) ? x : 1;".replace("@@p", "@@p"), "'instance of'", "use"),
        body("return @@(float) x;", "a cast to float", "cast to double"),
        body("return x * @@(int) sun;", "a cast to int", "a literal to int"),
        body("int n = 1; @@n += sun; return x * n;", "a double added to an int", "a double"),
        body(
            "double y = 0; double z = sun > 0 ? (@@y = x) : 2; return y + z;",
            "a change inside of a conditional expression",
            "both sides are evaluated"),
        body(
            "int i = 0; boolean b = sun > 0 && @@i++ == 0; return i * x;",
            "a change inside of a conditional expression",
            "both sides are evaluated"),
        body(
            "double[] a = {x}; return sun > 0 ? (@@a[0] = 1) : a[0];",
            "a change inside of a conditional expression",
            "both sides are evaluated"),
        body("return (@@sun > 0 ^ sun > 1) ? x : 1;", "an operator between conditions", "&&"));
  }

  static Stream<Arguments> members() {
    return Stream.of(
        member(
            "  @Kernel(\"K\") static double f(double x) { return g(x); }\n"
                + "  static double g(double x) { return @@g(x); }",
            "a recursive call of g",
            "a loop"),
        member(
            "  static double state = 1;\n"
                + "  @Kernel(\"K\") static double f(double x) { return x * @@state; }",
            "the field 'state'",
            "static final"),
        member(
            "  static double state = 1;\n"
                + "  @Kernel(\"K\") static double f(double x) { @@state = 2; return x; }",
            "an assignment to 'state'",
            "local variables"),
        member(
            "  static final double[] T = {1, 2};\n"
                + "  @Kernel(\"K\") static double f(double x) { @@T[0] = x; return x; }",
            "a change of a static array",
            "copy"),
        member(
            "  record R(double a) { R { a = 2 * a; } }\n"
                + "  @Kernel(\"K\") static double f(double x) { return @@new R(x).a(); }",
            "a constructor written out in record R",
            "static factory method"),
        member(
            "  static class C { double a; }\n"
                + "  @Kernel(\"K\") static double f(double x) { return @@new C().a + x; }",
            "a new object of Bad.C",
            "records"),
        member(
            "  static double sum(double... x) { return x[0]; }\n"
                + "  @Kernel(\"K\") static double f(double x) { return sum(@@x, x); }",
            "a variable number of arguments",
            "double[]"),
        member(
            "  enum E { A, B }\n  @Kernel(value = \"K\", fix = \"e=A\")\n"
                + "  static double f(E e, double x) { @@switch (e) { case A: x = 1; } return x; }",
            "a switch with colons",
            "->"),
        member(
            "  @Kernel(\"K\") static double f(@@boolean c4, double x) { return x; }",
            "the input 'c4' of type boolean",
            "fix = \"c4=...\""),
        member(
            "  @Kernel(\"K\") static double f(@@double[] x) { return x[0]; }",
            "the input 'x' of type double[]",
            "records of doubles"),
        member(
            "  @Kernel(\"K\") static double[] f(double x) { return new double[1]; }",
            "the result of type double[]",
            "return a double"),
        member(
            "  @Kernel(\"K\") static int f(double x) { return 1; }",
            "the result of type int",
            "return a double"),
        member(
            "  @Kernel(value = \"K\", fix = \"y=1\") static double f(double x) { return x; }",
            "fix of 'y', which is no parameter",
            "name a parameter"),
        member(
            "  @Kernel(value = \"K\", fix = \"x\") static double f(double x) { return x; }",
            "fix 'x'",
            "name=value"),
        member(
            "  @Kernel(value = \"K\", fix = \"b=yes\") static double f(boolean b) { return 1; }",
            "fix 'b=yes' of a parameter of type boolean",
            "true or false"),
        member(
            "  @Kernel(\"K\") double f(double x) { return x; }",
            "a kernel method that is not static",
            "static"),
        member(
            "  @Kernel(\"a b\") static double f(double x) { return x; }",
            "the kernel name 'a b'",
            "simple name"),
        member(
            "  @Kernel(\"K\") static double f(double x) { return x; }\n"
                + "  @Kernel(\"K\") static double g(double x) { return x; }",
            "a second kernel named K",
            "its own name"),
        member(
            "  @Kernel(\"K\") static double f(P p, double pA) { return pA; }",
            "two slots named IN_P_A",
            "rename"));
  }

  static Stream<Arguments> intrinsics() {
    String kernel = "\n  @Kernel(\"K\") static double f(double x) { return @@g(x, x); }";
    String partial = "\n  public static double d(double x, double w) { return 1; }";
    return Stream.of(
        member(
            "  @Intrinsic(partials = {\"d\", \"\"})\n"
                + "  public static double g(double x, double w) { return x; }"
                + partial
                + kernel,
            "argument 2 of g that depends on a parameter or a state, but has no partial",
            "name its partial"),
        member(
            "  @Intrinsic(partials = {\"d\", \"e\"})\n"
                + "  public static double g(double x, double w) { return x; }"
                + partial
                + kernel.replace(PLACE, ""),
            "the partial 'e', which is no function of Bad",
            "public static method"),
        member(
            "  @Intrinsic(partials = {\"d\"})\n"
                + "  public static double g(double x, double w) { return x; }"
                + partial
                + kernel.replace(PLACE, ""),
            "an intrinsic of 2 arguments with 1 partials",
            "one partial for each"),
        member(
            "  @Intrinsic(partials = {\"d\", \"d\"})\n"
                + "  static double g(double x, double w) { return x; }"
                + partial
                + kernel.replace(PLACE, ""),
            "an intrinsic that generated code cannot call",
            "public"));
  }

  static Stream<Arguments> compilerErrors() {
    return Stream.of(
        body("return @@y;", "an error of the Java compiler: cannot find symbol", "correct it"),
        body("return x@@", "an error of the Java compiler: ';' expected", "correct it"),
        body("double y; return @@y;", "variable y might not have been initialized", "correct it"));
  }

  @ParameterizedTest
  @MethodSource({"bodies", "members", "intrinsics", "compilerErrors"})
  void isRefused(String marked, String found, String remedy) throws IOException {
    SubsetException error = refuse(marked.replace(PLACE, ""));
    assertThat(error.getMessage()).contains("found ").contains(found).contains(remedy);
    int place = marked.indexOf(PLACE);
    if (place >= 0) {
      String before = marked.substring(0, place);
      long line = before.lines().count();
      int column = place - before.lastIndexOf('\n');
      assertThat(error.getMessage())
          .startsWith(folder.resolve("Bad.java") + ":" + line + ":" + column + ": ");
      assertThat(error.line()).isEqualTo(line);
      assertThat(error.column()).isEqualTo(column);
    } else {
      assertThat(error.line()).isPositive();
    }
    assertThat(error.file()).isEqualTo(folder.resolve("Bad.java"));
  }

  private SubsetException refuse(String source) throws IOException {
    Path file = folder.resolve("Bad.java");
    Files.writeString(file, source);
    return refuse(List.of(file));
  }

  private static SubsetException refuse(List<Path> files) {
    return catchThrowableOfType(
        SubsetException.class,
        () -> {
          try (ProcessSources sources = ProcessSources.read(files, Laboratory.classpath())) {
            KernelTracer.traceAll(sources);
          }
        });
  }

  @Test
  void theErrorIsInTheFileOfTheInlinedMethod() throws IOException {
    Path other = folder.resolve("Other.java");
    Files.writeString(other, "class Other {\n  static double g(double x) { return x % 2; }\n}\n");
    Path file = folder.resolve("Bad.java");
    Files.writeString(
        file, START + "  @Kernel(\"K\") static double f(double x) { return Other.g(x); }\n}\n");
    assertThat(refuse(List.of(file, other))).hasMessageStartingWith(other + ":2:38: ");
  }
}
