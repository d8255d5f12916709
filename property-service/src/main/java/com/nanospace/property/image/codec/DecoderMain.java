package com.nanospace.property.image.codec;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * The program that {@link DecoderProcess} runs: a file comes in by standard input, an {@link
 * EncodedImage} leaves by standard output, and the status tells how it went.
 */
final class DecoderMain {

  static final int DONE = 0;
  static final int UNREADABLE = 2;

  /** The status that {@code -XX:+ExitOnOutOfMemoryError} ends with. */
  static final int TOO_LARGE = 3;

  private static final int ORPHANED = 4;

  private DecoderMain() {}

  /**
   * Decodes standard input.
   *
   * @param arguments the longest side that the image is to have
   */
  public static void main(String[] arguments) {
    endWithParent();
    System.exit(decode(Integer.parseInt(arguments[0])));
  }

  private static int decode(int maxSide) {
    try {
      Reencoding.of(System.in.readAllBytes(), maxSide).writeTo(System.out);
      return DONE;
    } catch (Refusal e) {
      return e.code() == CommonError.TOO_LARGE ? TOO_LARGE : UNREADABLE;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return UNREADABLE;
    }
  }

  /** Nobody waits for the image any more when the service was killed. */
  private static void endWithParent() {
    ProcessHandle.current().parent().ifPresent(DecoderMain::endWith);
  }

  private static void endWith(ProcessHandle parent) {
    CompletableFuture<?> unused =
        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED));
  }
}
