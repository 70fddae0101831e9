package org.ccdas.autodiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccdas.autodiff.emit.GeneratedClasses;

/** Generates the kernels of the sample sources, compiles both, and runs either. */
public final class Laboratory {
  private static final String TARGET = "samples.kernel";

  private final ClassLoader classes;

  private Laboratory(ClassLoader classes) {
    this.classes = classes;
  }

  /** The folder with the sample sources below it. */
  public static Path sources() {
    return Path.of("src", "test", "resources");
  }

  /** Where the marks are: all that the samples use. */
  public static String classpath() {
    try {
      return Path.of(Kernel.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new AssertionError("the classes of the marks have no path", e);
    }
  }

  static GenerateKernels.Options options(Path sources, Path out, int loopNodes) {
    return new GenerateKernels.Options(
        sources, "samples", TARGET, out, classpath(), GeneratedKernel.LANES, loopNodes, 50, 7500);
  }

  /** Kernels of all samples with loops of at most so many operations. */
  public static Laboratory open(Path out, int loopNodes) throws IOException {
    return open(sources(), out, loopNodes);
  }

  static Laboratory open(Path sources, Path out, int loopNodes) throws IOException {
    GenerateKernels.generate(options(sources, out, loopNodes));
    Map<String, String> texts = new TreeMap<>();
    for (Path file : list(out.resolve("samples").resolve("kernel"))) {
      String name = file.getFileName().toString().replace(".java", "");
      texts.put(TARGET + "." + name, Files.readString(file));
    }
    Map<String, byte[]> bytes =
        GeneratedClasses.compile(texts, list(sources.resolve("samples")), classpath());
    return new Laboratory(
        new ClassLoader(Laboratory.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] found = bytes.get(name);
            if (found == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, found, 0, found.length);
          }
        });
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public GeneratedKernel kernel(String name) throws ReflectiveOperationException {
    return new GeneratedKernel(classes.loadClass(TARGET + "." + name));
  }

  /**
   * Runs the plain Java of a sample.
   *
   * @param origin {@code Class.method}
   * @param known leading arguments, as {@code @Kernel} fixes them
   * @param inputs all doubles of the remaining arguments, in order
   */
  public double[] plain(String origin, List<String> known, double[] inputs) {
    try {
      String[] names = origin.split("\\.");
      for (Method method : classes.loadClass("samples." + names[0]).getDeclaredMethods()) {
        if (method.getName().equals(names[1])) {
          method.setAccessible(true);
          Iterator<String> fixed = known.iterator();
          Iterator<Double> given = Arrays.stream(inputs).iterator();
          Object[] arguments = new Object[method.getParameterCount()];
          for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            boolean isInput = type.isRecord() || type == double.class;
            arguments[i] = isInput ? make(type, given) : parse(type, fixed.next());
          }
          List<Double> outputs = new ArrayList<>();
          flatten(method.invoke(null, arguments), outputs);
          return outputs.stream().mapToDouble(x -> x).toArray();
        }
      }
      throw new AssertionError("no method " + origin);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("calling " + origin, e);
    }
  }

  private static Object parse(Class<?> type, String text) throws ReflectiveOperationException {
    if (type == boolean.class) {
      return Boolean.valueOf(text);
    } else if (type == int.class) {
      return Integer.valueOf(text);
    }
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equals(text)) {
        return constant;
      }
    }
    throw new AssertionError("no constant " + text);
  }

  private static Object make(Class<?> type, Iterator<Double> inputs)
      throws ReflectiveOperationException {
    if (type == double.class) {
      return inputs.next();
    }
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = make(types[i], inputs);
    }
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static void flatten(Object value, List<Double> outputs)
      throws IllegalAccessException, InvocationTargetException {
    if (value instanceof Double number) {
      outputs.add(number);
      return;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      component.getAccessor().setAccessible(true);
      flatten(component.getAccessor().invoke(value), outputs);
    }
  }
}
