package com.nanospace.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is rendered is what the overlays say now; {@code k8s/render} makes it so. */
class RenderedFreshTest {

  @ParameterizedTest
  @CsvSource({
    "overlays/kind, kind",
    "overlays/production, production",
    "variants/everything, everything"
  })
  void isFresh(String source, String rendered) throws Exception {
    assumeTrue(isOnThePath("kubectl"), "kubectl is not installed");

    Process render =
        new ProcessBuilder("kubectl", "kustomize", Repository.file("k8s/" + source).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String now = new String(render.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(render.waitFor()).isZero();
    assertThat(now)
        .as("k8s/rendered is stale, run k8s/render")
        .isEqualTo(read(Repository.file("k8s/rendered/" + rendered + ".yaml")));
  }

  private static boolean isOnThePath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
