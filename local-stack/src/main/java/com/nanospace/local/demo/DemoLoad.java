package com.nanospace.local.demo;

import com.nanospace.local.CannotRun;
import com.nanospace.local.DataFolder;
import com.nanospace.local.Installation;
import com.nanospace.local.process.Child;
import com.nanospace.local.process.JavaCommand;
import com.nanospace.local.process.Processes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the loader of the demonstration data. */
public final class DemoLoad {
  private static final String LABEL = "demo";
  private static final List<String> JVM =
      List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

  private final Installation installation;
  private final DataFolder data;
  private volatile @Nullable Child child;

  public DemoLoad(Installation installation, DataFolder data) {
    this.installation = installation;
    this.data = data;
  }

  /** Loads what is missing, and returns when all is there. */
  public void run(String gateway, String inbox, Processes processes)
      throws IOException, InterruptedException {
    Child loader =
        Child.start(
            JavaCommand.of(
                JVM,
                "-cp",
                JavaCommand.classPath(installation.classes(), installation.libraries()),
                DemoMain.class.getName(),
                gateway,
                inbox),
            Map.of(),
            data.log(LABEL));
    child = loader;
    processes.add(LABEL, loader.handle());
    if (loader.waitFor() != 0) {
      throw new CannotRun(
          "The demonstration data can't be loaded; see %s".formatted(data.log(LABEL)));
    }
    processes.remove(LABEL);
  }

  /** Gives up; a later load takes up where this one was. */
  public void abort() {
    Child running = child;
    if (running != null) {
      running.kill();
    }
  }
}
