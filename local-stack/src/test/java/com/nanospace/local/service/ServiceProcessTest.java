package com.nanospace.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nanospace.local.CannotRun;
import com.nanospace.local.DataFolder;
import com.nanospace.local.Installation;
import com.nanospace.local.keys.Secrets;
import com.nanospace.local.postgres.PostgresServer;
import com.nanospace.local.process.Jvm;
import com.nanospace.local.process.Ports;
import com.nanospace.local.process.ProcessList;
import com.nanospace.local.process.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @TempDir Path home;

  @Test
  void leavesNoProcessBehindThatDidNotGetReady() throws Exception {
    DataFolder data = new DataFolder(home.resolve("data"));
    data.create();
    Path list = data.run().resolve("processes.json");
    ServiceProcess gateway = gatewayThatNeverGetsReady(data);

    try (Processes processes = Processes.in(list)) {
      assertThatThrownBy(() -> gateway.start(processes))
          .isInstanceOf(CannotRun.class)
          .hasMessageContaining("gateway was not ready after 2 s");

      ProcessList.Entry started =
          ProcessList.read(list).stream()
              .filter(entry -> entry.name().equals("gateway"))
              .findFirst()
              .orElseThrow();
      assertThat(ProcessHandle.of(started.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    } finally {
      gateway.kill();
    }
  }

  private ServiceProcess gatewayThatNeverGetsReady(DataFolder data)
      throws IOException, InterruptedException {
    Installation installation = new Installation(home);
    installJar(installation.service(Service.GATEWAY.module()));
    Ports ports = new Ports();
    Layout layout =
        Layout.single(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.free()), ports);
    Secrets secrets = new Secrets(data.keys());
    PostgresServer postgres = new PostgresServer(data, installation.cache(), secrets, ports.free());
    Wiring wiring =
        new Wiring(layout, postgres, "localhost:1", 1, "http://localhost:1", secrets, data);
    Replica replica =
        layout.replicas().stream()
            .filter(candidate -> candidate.service() == Service.GATEWAY)
            .findFirst()
            .orElseThrow();
    return new ServiceProcess(
        replica,
        installation,
        data,
        Jvm.withCachesIn(installation.classCaches()),
        wiring,
        PATIENCE);
  }

  /** A jar that points at a class of this test. */
  private static void installJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, StandsStill.class.getName());
    main.put(
        Attributes.Name.CLASS_PATH,
        StandsStill.class.getProtectionDomain().getCodeSource().getLocation().toString());
    Files.createDirectories(jar.getParent());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  /** A service that runs, and that nobody can reach. */
  static final class StandsStill {

    private StandsStill() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(Duration.ofMinutes(5));
    }
  }
}
