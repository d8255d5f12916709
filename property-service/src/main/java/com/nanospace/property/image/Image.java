package com.nanospace.property.image;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** Who uploaded which image; the bytes lie in the storage. */
@Entity
@SuppressWarnings("UnusedVariable") // written for audits and the quota, which read the table
public class Image {

  @Id private UUID id;
  private String filename;
  private UUID uploadedBy;
  private int width;
  private int height;
  private long sizeBytes;
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected Image() {}

  Image(ImageName name, UUID uploadedBy, int width, int height, long sizeBytes, Instant createdAt) {
    this.id = name.id();
    this.filename = name.filename();
    this.uploadedBy = uploadedBy;
    this.width = width;
    this.height = height;
    this.sizeBytes = sizeBytes;
    this.createdAt = createdAt;
  }

  public String filename() {
    return filename;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
