package com.nanospace.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The variables that a service listens to, as far as they can be known from code. */
final class ConfigurationKeys {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z.-]+)}");

  /** The AWS client's default chain of credentials, for images. */
  private static final Set<String> OF_THE_AWS_CLIENT =
      Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");

  /** Read by {@code containers/run}, before the service. */
  private static final String OF_THE_ENTRY_POINT = "JVM_OPTIONS";

  private static final Set<String> OF_QUARKUS = ofQuarkus();

  private static final Map<ServiceCode, Set<String>> KNOWN = new HashMap<>();

  private ConfigurationKeys() {}

  static Set<String> variablesOf(ServiceCode service) {
    return KNOWN.computeIfAbsent(service, ConfigurationKeys::readVariablesOf);
  }

  private static Set<String> readVariablesOf(ServiceCode service) {
    Set<String> variables = new TreeSet<>(OF_QUARKUS);
    variables.add(OF_THE_ENTRY_POINT);
    ownKeys(service).map(ConfigurationKeys::variable).forEach(variables::add);
    if (service.usesKit() || service.followsSessions()) {
      for (String key : ConsumerConfig.configNames()) {
        variables.add(variable("kafka." + key));
      }
    }
    if (service.module().equals("property-service")) {
      variables.addAll(OF_THE_AWS_CLIENT);
    }
    return variables;
  }

  /** Keys in its configuration, and those that its code and the kit's ask for. */
  static Stream<String> ownKeys(ServiceCode service) {
    Stream<String> configured =
        service.configuration().entrySet().stream()
            .flatMap(
                entry ->
                    Stream.concat(
                        Stream.of(entry.getKey().toString()),
                        PLACEHOLDER
                            .matcher(entry.getValue().toString())
                            .results()
                            .map(found -> found.group(1))));
    Stream<Path> shared =
        Stream.concat(
            ServiceCode.sourcesOf(Repository.file("token-kit")),
            service.usesKit()
                ? ServiceCode.sourcesOf(Repository.file("service-kit"))
                : Stream.empty());
    return Stream.concat(configured, askedFor(Stream.concat(service.sources(), shared).toList()))
        .filter(key -> key.startsWith("nanospace."));
  }

  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static Stream<String> askedFor(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      Set<String> keys = new TreeSet<>();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Keys(), keys);
      }
      return keys.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that can be set when the service runs: others are fixed in the build. */
  private static Set<String> ofQuarkus() {
    try {
      Set<String> variables = new TreeSet<>();
      for (URL model :
          Collections.list(
              ConfigurationKeys.class
                  .getClassLoader()
                  .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
        try (var in = model.openStream()) {
          collect(Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)), variables);
        }
      }
      return variables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(JsonNode node, Set<String> variables) {
    if (node.path("phase").asText().equals("RUN_TIME") && node.has("path")) {
      variables.add(node.path("path").path("environmentVariable").asText());
      node.path("additionalPaths")
          .forEach(path -> variables.add(path.path("environmentVariable").asText()));
    }
    node.forEach(child -> collect(child, variables));
  }

  /** Reads {@code @ConfigMapping} interfaces and {@code @ConfigProperty} annotations. */
  private static final class Keys extends TreeScanner<Void, Set<String>> {

    @Override
    public Void visitClass(ClassTree type, Set<String> keys) {
      valueOf(type.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
          .ifPresent(prefix -> collect(type, prefix, nestedIn(type), keys));
      return super.visitClass(type, keys);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Set<String> keys) {
      valueOf(List.of(annotation), "ConfigProperty", "name").ifPresent(keys::add);
      return super.visitAnnotation(annotation, keys);
    }

    private static void collect(
        ClassTree group, String prefix, Map<String, ClassTree> nested, Set<String> keys) {
      for (Tree member : group.getMembers()) {
        if (member instanceof MethodTree method && method.getBody() == null) {
          String key = prefix + "." + kebab(method.getName().toString());
          ClassTree inner = nested.get(String.valueOf(method.getReturnType()));
          if (inner == null) {
            keys.add(key);
          } else {
            collect(inner, key, nested, keys);
          }
        }
      }
    }

    private static Map<String, ClassTree> nestedIn(ClassTree type) {
      Map<String, ClassTree> nested = new HashMap<>();
      for (Tree member : type.getMembers()) {
        if (member instanceof ClassTree inner && inner.getKind() == Tree.Kind.INTERFACE) {
          nested.put(inner.getSimpleName().toString(), inner);
        }
      }
      return nested;
    }

    private static Optional<String> valueOf(
        List<? extends AnnotationTree> annotations, String name, String argument) {
      return annotations.stream()
          .filter(annotation -> annotation.getAnnotationType().toString().endsWith(name))
          .flatMap(annotation -> annotation.getArguments().stream())
          .filter(AssignmentTree.class::isInstance)
          .map(AssignmentTree.class::cast)
          .filter(assignment -> assignment.getVariable().toString().equals(argument))
          .map(AssignmentTree::getExpression)
          .filter(LiteralTree.class::isInstance)
          .map(literal -> String.valueOf(((LiteralTree) literal).getValue()))
          .findFirst();
    }

    private static String kebab(String name) {
      return Stream.of(name.split("(?=[A-Z])"))
          .map(word -> word.toLowerCase(Locale.ROOT))
          .collect(Collectors.joining("-"));
    }
  }
}
