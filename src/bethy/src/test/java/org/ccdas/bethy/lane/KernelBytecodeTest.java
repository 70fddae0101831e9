package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ccdas.autodiff.emit.MethodSizes;
import org.ccdas.bethy.kernel.LaneKernel;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the generated classes are made of decides whether the JVM's compiler vectorises them. */
class KernelBytecodeTest {
  private static final int LARGEST_METHOD = 7500;

  private static List<Path> classes() throws IOException, URISyntaxException {
    Path folder = Path.of(LaneKernel.class.getResource("LaneKernel.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  /** Functions of Math, StrictMath and of processes that a class calls. */
  private static Set<String> functions(byte[] classFile) {
    Set<String> called = new TreeSet<>();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String method, String type, boolean isInterface) {
                if (owner.endsWith("/Math")
                    || owner.endsWith("/StrictMath")
                    || owner.startsWith("org/ccdas/bethy/process")) {
                  called.add(owner.substring(owner.lastIndexOf('/') + 1) + "." + method);
                }
              }
            };
          }
        };
    new ClassReader(classFile).accept(visitor, 0);
    return called;
  }

  @Test
  void kernelsCallNoFunctionThatIsComputedLaneByLane() throws Exception {
    Set<String> called = new TreeSet<>();
    for (Path file : classes()) {
      called.addAll(functions(Files.readAllBytes(file)));
    }
    assertThat(called)
        .isSubsetOf("Math.abs", "Math.max", "Math.min", "Math.sqrt")
        .contains("Math.sqrt");
  }

  @Test
  void everyMethodIsSmallEnoughToBeCompiled() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    for (Path file : classes()) {
      sizes.addAll(MethodSizes.of(Files.readAllBytes(file)).values());
    }
    assertThat(sizes).hasSizeGreaterThan(500).allMatch(size -> size <= LARGEST_METHOD);
  }
}
