package com.nanospace.local.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws a street with a house at some time of day; needs no fonts, which servers may lack. */
final class Picture {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int GROUND = 680;

  private final Random random;
  private final float hue;

  Picture(long seed) {
    this.random = new Random(seed);
    this.hue = random.nextFloat();
  }

  byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawSky(pen);
    for (int x = -60; x < WIDTH; x += 110 + random.nextInt(60)) {
      drawHouse(pen, x, 90 + random.nextInt(70), 160 + random.nextInt(260), 0.25f);
    }
    drawHouse(pen, 330 + random.nextInt(200), 420, 430 + random.nextInt(90), 0.6f);
    drawGround(pen);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private void drawSky(Graphics2D pen) {
    Color above = Color.getHSBColor(hue, 0.45f, 0.75f);
    Color below = Color.getHSBColor(hue + 0.12f, 0.25f, 0.97f);
    pen.setPaint(new GradientPaint(0, 0, above, 0, GROUND, below));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(255, 250, 225, 210));
    pen.fill(new Ellipse2D.Double(150 + random.nextInt(900), 70 + random.nextInt(120), 110, 110));
  }

  private void drawHouse(Graphics2D pen, int x, int width, int height, float saturation) {
    int top = GROUND - height;
    pen.setColor(Color.getHSBColor(hue + 0.5f, saturation, 0.45f + random.nextFloat() * 0.35f));
    pen.fill(new RoundRectangle2D.Double(x, top, width, height + 20, 14, 14));
    for (int y = top + 30; y < GROUND - 60; y += 56) {
      for (int left = x + 18; left + 26 < x + width; left += 46) {
        boolean lit = random.nextInt(3) > 0;
        pen.setColor(lit ? new Color(255, 236, 170) : new Color(40, 50, 70, 150));
        pen.fillRect(left, y, 24, 32);
      }
    }
  }

  private void drawGround(Graphics2D pen) {
    pen.setColor(Color.getHSBColor(hue + 0.3f, 0.3f, 0.4f));
    pen.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
    for (int x = 40; x < WIDTH; x += 150 + random.nextInt(120)) {
      int size = 60 + random.nextInt(50);
      pen.setColor(new Color(90, 70, 55));
      pen.fillRect(x + size / 2 - 5, GROUND - 20, 10, 50);
      pen.setColor(Color.getHSBColor(0.33f, 0.5f, 0.35f + random.nextFloat() * 0.2f));
      pen.fill(new Ellipse2D.Double(x, GROUND - size, size, size));
    }
  }
}
