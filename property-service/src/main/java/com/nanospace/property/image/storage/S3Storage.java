package com.nanospace.property.image.storage;

import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Images as objects of a bucket. */
final class S3Storage implements ImageStorage {

  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String bucket;
  private final String prefix;
  private final Duration uploadTimeout;

  S3Storage(S3Client s3, String bucket, String prefix, Duration uploadTimeout) {
    this.s3 = s3;
    this.bucket = bucket;
    this.prefix = prefix;
    this.uploadTimeout = uploadTimeout;
  }

  @Override
  public void put(String key, String mediaType, byte[] content) {
    try {
      s3.putObject(
          request ->
              request
                  .bucket(bucket)
                  .key(prefix + key)
                  .contentType(mediaType)
                  .overrideConfiguration(call -> call.apiCallTimeout(uploadTimeout)),
          RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw StorageAway.because(e);
    }
  }

  @Override
  public OptionalLong sizeOf(String key) {
    try {
      return OptionalLong.of(
          s3.headObject(request -> request.bucket(bucket).key(prefix + key)).contentLength());
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return OptionalLong.empty();
      }
      throw StorageAway.because(e);
    } catch (SdkException e) {
      throw StorageAway.because(e);
    }
  }

  @Override
  public InputStream open(String key, long offset, long length) {
    try {
      return s3.getObject(
          request ->
              request
                  .bucket(bucket)
                  .key(prefix + key)
                  .range("bytes=%d-%d".formatted(offset, offset + length - 1)));
    } catch (SdkException e) {
      throw StorageAway.because(e);
    }
  }
}
