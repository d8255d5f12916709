package com.nanospace.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that answers as it is told to, on the port where the service sends its mails. */
public final class PickySmtp implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, String> replies;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<Long> accepted = new CopyOnWriteArrayList<>();
  private final Thread listener = Thread.ofPlatform().daemon().unstarted(this::listen);

  private PickySmtp(ServerSocket socket, Map<String, String> replies) {
    this.socket = socket;
    this.replies = replies;
  }

  /**
   * Starts one.
   *
   * @param replies what to say to a command, by its first word; {@code GREETING} and {@code
   *     MESSAGE} are the connection and the end of the data. An empty reply is silence.
   */
  public static PickySmtp open(Map<String, String> replies) {
    try {
      int port = Integer.getInteger(OutsideWorld.SMTP_PORT);
      PickySmtp server =
          new PickySmtp(new ServerSocket(port, 50, InetAddress.getByName("localhost")), replies);
      server.listener.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs {@code body} while one answers like that. */
  public static void answering(String command, String reply, Runnable body) {
    PickySmtp server = open(Map.of(command, reply));
    try {
      body.run();
    } finally {
      server.close();
    }
  }

  /** How many connections were made so far. */
  public int connections() {
    return accepted.size();
  }

  /** How much time passed from one connection to another; the first is 1. */
  public Duration between(int one, int other) {
    return Duration.ofNanos(accepted.get(other - 1) - accepted.get(one - 1));
  }

  @Override
  public void close() {
    try {
      socket.close();
      // The port is free when nobody waits for a connection any more.
      listener.join();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        accepted.add(System.nanoTime());
        connections.add(connection);
        Thread.ofVirtual().start(() -> talk(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket connection) {
    try (connection;
        var in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      say(connection, reply("GREETING", "220 picky.example ESMTP"));
      boolean inData = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inData) {
          if (line.equals(".")) {
            inData = false;
            say(connection, reply("MESSAGE", "250 2.0.0 taken"));
          }
          continue;
        }
        String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
        String reply = reply(command, command.equals("DATA") ? "354 go on" : "250 ok");
        inData = command.equals("DATA") && reply.startsWith("354");
        say(connection, reply);
      }
    } catch (IOException gone) {
      // The other side hung up, or the test is over.
    }
  }

  private String reply(String command, String usual) {
    return replies.getOrDefault(command, usual);
  }

  private static void say(Socket connection, String reply) throws IOException {
    if (!reply.isEmpty()) {
      connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
