package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is rendered is what the overlays say now; {@code k8s/render} makes it so. Objects are
 * compared, not text: releases of kubectl write the same in different ways.
 */
class RenderedFreshTest {

  @ParameterizedTest
  @CsvSource({
    "overlays/kind, kind",
    "overlays/production, production",
    "variants/everything, everything"
  })
  void isFresh(String source, String rendered) throws InterruptedException, IOException {
    assumeTrue(isOnThePath("kubectl"), "kubectl is not installed");

    Process render =
        new ProcessBuilder("kubectl", "kustomize", Repository.file("k8s/" + source).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<JsonNode> now = Yaml.readAll(render.getInputStream(), json -> json);

    assertThat(render.waitFor()).isZero();
    assertThat(now)
        .as("k8s/rendered is stale, run k8s/render")
        .containsExactlyInAnyOrderElementsOf(
            Yaml.readAll(Repository.file("k8s/rendered/" + rendered + ".yaml"), json -> json));
  }

  private static boolean isOnThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
