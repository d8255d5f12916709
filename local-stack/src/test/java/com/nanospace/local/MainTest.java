package com.nanospace.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.local.process.JavaCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as the script runs it. */
class MainTest {
  @TempDir Path folder;

  private record Result(int status, List<String> lines) {}

  @Test
  void saysInOneLineThatAPortIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Result gateway = run("up", "--port", String.valueOf(taken.getLocalPort()));
      Result inbox = run("up", "--port=0", "--inbox-port=" + taken.getLocalPort());

      assertThat(gateway.status()).isEqualTo(1);
      assertThat(gateway.lines().getLast())
          .isEqualTo(
              "Port %d is taken; choose another with --port".formatted(taken.getLocalPort()));
      assertThat(inbox.status()).isEqualTo(1);
      assertThat(inbox.lines().getLast()).contains("--inbox-port");
    }
  }

  @Test
  void saysThatNothingRuns() throws Exception {
    assertThat(run("status").status()).isEqualTo(3);
    assertThat(run("status").lines()).singleElement().asString().contains("does not run");
    assertThat(run("stop").status()).isZero();
    assertThat(run("rebuild-listings").lines()).singleElement().asString().contains("does not run");
  }

  @Test
  void saysWhereNobodyAnswers() throws Exception {
    int free;
    try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = port.getLocalPort();
    }
    String identity = "http://127.0.0.1:" + free;

    Result result = runWith(Map.of("NANOSPACE_IDENTITY_URL", identity), "rebuild-listings");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.lines())
        .singleElement()
        .isEqualTo("nobody answers at " + identity + "/api/auth/login");
  }

  @Test
  void namesWhatItDoesNotKnow() throws Exception {
    Result command = run("fly");
    Result option = run("up", "--colour");

    assertThat(command.status()).isEqualTo(2);
    assertThat(command.lines()).singleElement().asString().contains("fly");
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.lines()).singleElement().asString().contains("--colour");
  }

  @Test
  void makesTheKeysOfADeploymentOnce() throws Exception {
    Result first = run("keys", folder.resolve("keys").toString());
    Result second = run("keys", folder.resolve("keys").toString());

    assertThat(first.status()).isZero();
    assertThat(first.lines()).hasSize(4).allMatch(line -> line.startsWith("made "));
    assertThat(second.status()).isZero();
    assertThat(second.lines()).singleElement().asString().startsWith("nothing is missing");
    assertThat(run("keys").status()).isEqualTo(2);
    assertThat(run("topics").status()).isEqualTo(2);
    assertThat(run("topics", "kafka:9092", "--replication=0").status()).isEqualTo(2);
  }

  private Result run(String... arguments) throws IOException, InterruptedException {
    return runWith(Map.of(), arguments);
  }

  private Result runWith(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        JavaCommand.of(
            List.of("-Xmx48m", "-Dnanospace.home=" + Path.of("..").toAbsolutePath().normalize()),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(List.of(arguments));
    if (Stream.of("up", "status", "stop", "rebuild-listings").anyMatch(arguments[0]::equals)) {
      command.addAll(List.of("--data-dir", folder.toString()));
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output.lines().toList());
  }
}
