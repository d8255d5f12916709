package com.nanospace.property.image.codec;

import com.nanospace.kit.Refusal;
import com.twelvemonkeys.image.ImageUtil;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.FileUtil;
import com.twelvemonkeys.lang.StringUtil;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How {@link DecoderMain} is run: with the Java and the class files of this process, and with none
 * of its environment, where secrets may be.
 */
record DecoderCommand(List<String> words) {

  /** The status of a JVM that found no heap or no class. */
  static final int NOT_STARTED = 1;

  static DecoderCommand of(long heapBytes, int maxSide) {
    return new DecoderCommand(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + (heapBytes >> 20) + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisplayVMOutputToStderr",
            "-cp",
            classPath(),
            DecoderMain.class.getName(),
            Integer.toString(maxSide)));
  }

  Process start(Path input) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectInput(input.toFile());
    builder.environment().clear();
    return builder.start();
  }

  /** A class of each part that decoding needs, found wherever the packaging put it. */
  private static String classPath() {
    return Stream.of(
            DecoderMain.class,
            Refusal.class,
            WebPImageReaderSpi.class,
            ImageReaderBase.class,
            TIFFReader.class,
            ImageUtil.class,
            FileUtil.class,
            StringUtil.class)
        .map(DecoderCommand::placeOf)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> part) {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
