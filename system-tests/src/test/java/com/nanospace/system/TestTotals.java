package com.nanospace.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Adds up what Surefire reported in all modules, and prints it as the last line of the build. */
final class TestTotals {

  private TestTotals() {}

  public static void main(String[] arguments)
      throws IOException, ParserConfigurationException, SAXException {
    long run = 0;
    long failed = 0;
    long skipped = 0;
    for (Path report : reports(Path.of(arguments[0]))) {
      Element suite =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getDocumentElement();
      run += count(suite, "tests");
      failed += count(suite, "failures") + count(suite, "errors");
      skipped += count(suite, "skipped");
    }
    System.out.printf(
        "total: %d passed, %d failed, %d skipped%n", run - failed - skipped, failed, skipped);
  }

  private static List<Path> reports(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("target/surefire-reports"))
          .filter(Files::isDirectory)
          .flatMap(TestTotals::reportsOf)
          .toList();
    }
  }

  private static Stream<Path> reportsOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long count(Element suite, String attribute) {
    return Long.parseLong(suite.getAttribute(attribute));
  }
}
