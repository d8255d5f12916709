package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The images that the manifests name are built from what the Dockerfile copies. */
class DockerfileTest {

  /** Maven reads the pom of every module that the root names, also when it builds a few. */
  @Test
  void copiesThePomOfEveryModule() throws IOException {
    List<String> modules = named("<module>([^<]+)</module>", "pom.xml");
    List<String> sent = named("(?m)^!([\\w-]+)(?:/pom\\.xml)?$", ".dockerignore");
    List<String> copied =
        named("(?m)^COPY --chown=nanospace:nanospace ([\\w-]+)(?:/pom\\.xml)? ", "Dockerfile");

    assertThat(modules).isNotEmpty().isSubsetOf(sent).isSubsetOf(copied);
  }

  private static List<String> named(String pattern, String file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(Repository.file(file)))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
