package com.nanospace.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process holds. */
public final class Memory {
  private static final Path PROC = Path.of("/proc");

  private Memory() {}

  /** Resident kilobytes; pages that processes share count for each of them. */
  public static long residentKilobytes(ProcessHandle process) {
    try {
      return Files.isDirectory(PROC) ? ofProc(process.pid()) : ofPs(process.pid());
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long ofProc(long pid) throws IOException {
    for (String line : Files.readAllLines(PROC.resolve(pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  private static long ofPs(long pid) throws IOException {
    Process ps =
        new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String size = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    return size.isEmpty() ? 0 : Long.parseLong(size);
  }
}
