package com.nanospace.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Shows the end of one log or of all of them, and with {@code -f} what is added. */
final class Logs {
  private static final int TAIL_BYTES = 16 << 10;
  private static final int CHUNK_BYTES = 64 << 10;
  private static final long PAUSE_MILLIS = 300;

  private final Installation installation;
  private final PrintStream out = System.out;

  Logs(Installation installation) {
    this.installation = installation;
  }

  int run(List<String> arguments) throws IOException, InterruptedException {
    DataFolder data = installation.defaultData();
    boolean follow = false;
    List<String> wanted = new ArrayList<>();
    Iterator<String> rest = Arguments.split(arguments);
    while (rest.hasNext()) {
      String argument = rest.next();
      switch (argument) {
        case "-f", "--follow" -> follow = true;
        case "--data-dir" -> data = new DataFolder(Path.of(Arguments.value(argument, rest)));
        default -> wanted.add(argument);
      }
    }
    show(data, wanted, follow);
    return 0;
  }

  private void show(DataFolder data, List<String> wanted, boolean follow)
      throws IOException, InterruptedException {
    List<String> names = new LogFiles(data).names();
    if (names.isEmpty()) {
      throw new CannotRun("There are no logs in " + data.logs());
    }
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw new UsageException(
            "there is no log of " + name + ", only of " + String.join(", ", names));
      }
    }
    List<Tail> tails = new ArrayList<>();
    for (String name : wanted.isEmpty() ? names : wanted) {
      tails.add(new Tail(name, data.log(name)));
    }
    boolean titled = tails.size() > 1;
    do {
      for (Tail tail : tails) {
        tail.print(titled);
      }
      out.flush();
      if (follow) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } while (follow);
  }

  /** Prints a file from near its end, and later what was added since. */
  private final class Tail {
    private final String name;
    private final Path file;
    private long position = -1;

    Tail(String name, Path file) {
      this.name = name;
      this.file = file;
    }

    void print(boolean titled) throws IOException {
      try (var log = new RandomAccessFile(file.toFile(), "r")) {
        long length = log.length();
        if (position < 0) {
          position = Math.max(0, length - TAIL_BYTES);
          log.seek(position);
          if (position > 0) {
            log.readLine();
            position = log.getFilePointer();
          }
        }
        if (position > length) { // a new run began
          position = 0;
        }
        if (position < length && titled) {
          out.println("==> " + name + " <==");
        }
        log.seek(position);
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = log.read(chunk); read > 0; read = log.read(chunk)) {
          out.write(chunk, 0, read);
          position += read;
        }
      }
    }
  }
}
