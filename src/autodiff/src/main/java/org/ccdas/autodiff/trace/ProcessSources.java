package org.ccdas.autodiff.trace;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.ccdas.autodiff.Kernel;
import org.ccdas.autodiff.SubsetException;

/** The sources of one package, parsed and attributed by the JDK's own compiler. */
public final class ProcessSources implements AutoCloseable {
  private final StandardJavaFileManager files;
  private final Trees trees;
  private final Elements elements;
  private final List<CompilationUnitTree> units;

  private ProcessSources(
      StandardJavaFileManager files,
      Trees trees,
      Elements elements,
      List<CompilationUnitTree> units) {
    this.files = files;
    this.trees = trees;
    this.elements = elements;
    this.units = units;
  }

  /**
   * Reads source files.
   *
   * @param files the files of the package
   * @param classpath where the classes are that the files use besides their own
   * @throws SubsetException at the first error of the compiler
   * @throws IOException when a file cannot be read
   */
  public static ProcessSources read(List<Path> files, String classpath) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler compiler = compiler();
    StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
    List<String> options = List.of("-proc:none", "-Xlint:none", "-classpath", classpath);
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                manager,
                diagnostics,
                options,
                null,
                manager.getJavaFileObjectsFromPaths(files));
    List<CompilationUnitTree> units = new ArrayList<>();
    ProcessSources sources =
        new ProcessSources(manager, Trees.instance(task), task.getElements(), units);
    try {
      task.parse().forEach(units::add);
      failOnError(diagnostics);
      task.analyze();
      failOnError(diagnostics);
      return sources;
    } catch (IOException | RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  /** The compiler of the running JDK. */
  public static JavaCompiler compiler() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("Java runs without its compiler: use a JDK, not a JRE");
    }
    return compiler;
  }

  /** Fails with the first error among the diagnostics, if there is one. */
  public static void failOnError(DiagnosticCollector<JavaFileObject> diagnostics) {
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        String message = diagnostic.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", ", ");
        Path file =
            Path.of(diagnostic.getSource() == null ? "sources" : diagnostic.getSource().getName());
        throw new SubsetException(
            file,
            Math.max(0, diagnostic.getLineNumber()),
            Math.max(0, diagnostic.getColumnNumber()),
            "an error of the Java compiler: " + message,
            "correct it");
      }
    }
  }

  /** The methods marked as kernels, in the order of files and lines. */
  public List<ExecutableElement> kernelMethods() {
    List<ExecutableElement> found = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      for (Tree type : unit.getTypeDecls()) {
        Element element = trees.getElement(new TreePath(new TreePath(unit), type));
        if (element instanceof TypeElement declared) {
          addKernelMethods(declared, found);
        }
      }
    }
    return found;
  }

  private static void addKernelMethods(TypeElement type, List<ExecutableElement> found) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (method.getAnnotationsByType(Kernel.class).length > 0) {
        found.add(method);
      }
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(t -> addKernelMethods(t, found));
  }

  /** The file in which an element is declared, or null when it was not read from a source. */
  CompilationUnitTree unit(Element element) {
    TreePath path = trees.getPath(element);
    return path == null ? null : path.getCompilationUnit();
  }

  /** The source of a method, or null. */
  MethodTree source(ExecutableElement method) {
    return trees.getTree(method);
  }

  /** The source of any other declaration, or null. */
  Tree source(Element element) {
    return trees.getTree(element);
  }

  /** What a name, a call or a declaration refers to; null when it refers to nothing. */
  Element element(CompilationUnitTree unit, Tree tree) {
    return trees.getElement(new TreePath(new TreePath(unit), tree));
  }

  /** The type of an expression or a type's name. */
  TypeMirror type(CompilationUnitTree unit, Tree tree) {
    return trees.getTypeMirror(new TreePath(new TreePath(unit), tree));
  }

  /** Whether the source does not say the element but the language implies it. */
  boolean isImplied(Element element) {
    return elements.getOrigin(element) != Elements.Origin.EXPLICIT;
  }

  /** The error of a place in a file. */
  SubsetException error(CompilationUnitTree unit, Tree tree, String found, String remedy) {
    long position = trees.getSourcePositions().getStartPosition(unit, tree);
    LineMap lines = unit.getLineMap();
    return new SubsetException(
        Path.of(unit.getSourceFile().getName()),
        lines.getLineNumber(position),
        lines.getColumnNumber(position),
        found,
        remedy);
  }

  /** The error of a declaration. */
  SubsetException error(Element element, String found, String remedy) {
    TreePath path = trees.getPath(element);
    return error(path.getCompilationUnit(), path.getLeaf(), found, remedy);
  }
}
