package com.nanospace.system.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nanospace.system.Person;
import com.nanospace.system.RunningSuite;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An image that the disk has no room for is refused whole. */
@ExtendWith(RunningSuite.class)
@SuppressWarnings("try") // what is closed is the state that the test is in
class DiskTest {

  private static final int TILE = 16;

  /** In seconds. What else may become of a PNG names another time. */
  private static final String THE_STORAGES_BREAK = "30";

  private final Person owner = Person.registeredAs("owner");

  /** The storage is what has no room: what is sent fits, what becomes of it does not. */
  @Test
  void anUploadWithoutRoomIsRefusedAndLeavesNothing() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "needs util-linux");
    byte[] image = repeatedNoise();
    String stored = upload(image).statusCode(201).extract().path("filename");
    int room = 64 << 10;
    assertThat(image).hasSizeLessThan(room / 2);
    assertThat(Files.size(images().resolve(stored))).isGreaterThan(room);
    List<String> before = stored();

    try (Shortage shortage = Shortage.ofSpace(room)) {
      upload(image)
          .statusCode(503)
          .body("code", equalTo("dependency.unavailable"))
          .header("Retry-After", THE_STORAGES_BREAK);
      assertThat(stored()).isEqualTo(before);
    }

    upload(image).statusCode(201);
    assertThat(stored()).hasSize(before.size() + 1);
  }

  private ValidatableResponse upload(byte[] image) {
    return owner
        .asksWithoutBody()
        .multiPart("file", "noise.png", image, "image/png")
        .post("/api/uploads/image")
        .then();
  }

  private static Path images() {
    return RunningSuite.data().resolve("images");
  }

  private static List<String> stored() throws IOException {
    try (Stream<Path> files = Files.list(images())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Small as a PNG, which notices that it repeats itself, and large as the JPEG it becomes. */
  private static byte[] repeatedNoise() throws IOException {
    int[] tile = new Random(1).ints(TILE * TILE, 0, 1 << 24).toArray();
    BufferedImage image = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        image.setRGB(x, y, tile[y % TILE * TILE + x % TILE]);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /** No process of property-service can write more than so much into a file. */
  private record Shortage(List<Part> parts) implements AutoCloseable {

    static Shortage ofSpace(int bytes) throws IOException, InterruptedException {
      Shortage shortage = new Shortage(Part.of("property"));
      shortage.limit(String.valueOf(bytes));
      return shortage;
    }

    @Override
    public void close() throws IOException, InterruptedException {
      limit("unlimited");
    }

    private void limit(String bytes) throws IOException, InterruptedException {
      for (Part part : parts) {
        // The soft limit alone, which can be raised again.
        int status =
            new ProcessBuilder("prlimit", "--pid=" + part.handle().pid(), "--fsize=" + bytes + ":")
                .start()
                .waitFor();
        assertThat(status).isZero();
      }
    }
  }
}
