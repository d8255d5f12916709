package com.nanospace.system.configuration;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads configuration keys where they are declared: in {@code @ConfigMapping} interfaces and in
 * {@code @ConfigProperty} parameters. What a key means is what its Javadoc says.
 */
final class SourceKeys {

  /** A link's last word: its label, or the name of what it leads to. */
  private static final Pattern LINK = Pattern.compile("\\{@\\w+ .*?(\\w+)(?:\\(.*\\))?}");

  private final SortedSet<Key> keys = new TreeSet<>();
  private final SortedSet<String> undocumented = new TreeSet<>();

  private SourceKeys() {}

  /** Reads all sources below a folder. */
  static SourceKeys below(Path sources) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    SourceKeys keys = new SourceKeys();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        keys.new Finder(docs).scan(unit, null);
      }
    }
    return keys;
  }

  SortedSet<Key> keys() {
    return keys;
  }

  /** Members of mappings that have no Javadoc. */
  SortedSet<String> undocumented() {
    return undocumented;
  }

  private final class Finder extends TreePathScanner<Void, Void> {

    private final DocTrees docs;

    private Finder(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      annotation(type.getModifiers(), "ConfigMapping")
          .flatMap(mapping -> value(mapping, "prefix"))
          .ifPresent(prefix -> readMapping(type, prefix + ".", nestedTypes(type)));
      return super.visitClass(type, null);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
      annotation(variable.getModifiers(), "ConfigProperty")
          .ifPresent(
              property -> {
                String name = value(property, "name").orElseThrow();
                if (name.startsWith("nanospace.")) {
                  keys.add(new Key(name, value(property, "defaultValue").orElse(""), ""));
                }
              });
      return super.visitVariable(variable, null);
    }

    private void readMapping(ClassTree type, String prefix, Map<String, ClassTree> nested) {
      for (Tree member : type.getMembers()) {
        // A default method computes something from the values.
        if (member instanceof MethodTree method && method.getBody() == null) {
          readMember(method, prefix, nested);
        }
      }
    }

    private void readMember(MethodTree method, String prefix, Map<String, ClassTree> nested) {
      String name =
          prefix
              + annotation(method.getModifiers(), "WithName")
                  .flatMap(given -> value(given, "value"))
                  .orElseGet(() -> kebab(method.getName().toString()));
      String type = method.getReturnType().toString();
      String perEntry =
          type.startsWith("Map<String, ") ? type.substring(12, type.length() - 1) : "";
      if (nested.containsKey(type)) {
        readMapping(nested.get(type), name + ".", nested);
        return;
      }
      if (nested.containsKey(perEntry)) {
        readMapping(nested.get(perEntry), name + ".<name>.", nested);
        return;
      }
      String meaning = meaning(method);
      if (meaning.isEmpty()) {
        undocumented.add(name);
      }
      keys.add(
          new Key(
              perEntry.isEmpty() ? name : name + ".<name>",
              annotation(method.getModifiers(), "WithDefault")
                  .flatMap(fallback -> value(fallback, "value"))
                  .orElse(""),
              meaning));
    }

    private Map<String, ClassTree> nestedTypes(ClassTree type) {
      return type.getMembers().stream()
          .filter(ClassTree.class::isInstance)
          .map(ClassTree.class::cast)
          .filter(member -> member.getKind() == Tree.Kind.INTERFACE)
          .collect(
              Collectors.toMap(member -> member.getSimpleName().toString(), Function.identity()));
    }

    private String meaning(MethodTree method) {
      TreePath path = new TreePath(getCurrentPath(), method);
      DocCommentTree comment = docs.getDocCommentTree(path);
      if (comment == null) {
        return "";
      }
      return comment.getFullBody().stream()
          .map(this::markdown)
          .collect(Collectors.joining())
          .replaceAll("\\s+", " ")
          .strip();
    }

    private String markdown(DocTree part) {
      String text = part.toString();
      return switch (part.getKind()) {
        case CODE, LITERAL -> "`" + text.replaceAll("^\\{@\\w+ ?|}$", "") + "`";
        case LINK, LINK_PLAIN -> LINK.matcher(text).replaceAll("`$1`");
        default -> text.replaceAll("</?(p|code)>", "");
      };
    }
  }

  private static Optional<AnnotationTree> annotation(ModifiersTree modifiers, String name) {
    return modifiers.getAnnotations().stream()
        .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
        .<AnnotationTree>map(annotation -> annotation)
        .findFirst();
  }

  private static Optional<String> value(AnnotationTree annotation, String name) {
    for (ExpressionTree argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree named) {
        if (named.getVariable().toString().equals(name)) {
          return Optional.of(text(named.getExpression()));
        }
      } else if (name.equals("value")) {
        return Optional.of(text(argument));
      }
    }
    return Optional.empty();
  }

  private static String text(ExpressionTree expression) {
    return expression instanceof LiteralTree literal
        ? String.valueOf(literal.getValue())
        : expression.toString();
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }
}
