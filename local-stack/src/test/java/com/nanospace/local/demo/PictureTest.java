package com.nanospace.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {
  @Test
  void drawsAnImageThatTheUploadAccepts() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(new Picture(1).png()));

    assertThat(image.getWidth()).isEqualTo(1280);
    assertThat(image.getHeight()).isEqualTo(800);
  }

  @Test
  void drawsADifferentOneForEachSeed() throws IOException {
    assertThat(new Picture(1).png()).isEqualTo(new Picture(1).png());
    assertThat(new Picture(1).png()).isNotEqualTo(new Picture(2).png());
  }
}
