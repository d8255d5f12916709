package com.nanospace.property.image.storage;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the storage that is configured; what is not used is never loaded. */
class StorageProducer {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  @Produces
  @Singleton
  ImageStorage storage(StorageConfig config) {
    return switch (config.kind()) {
      case LOCAL ->
          new LocalStorage(required(config.local().folder(), "nanospace.storage.local.folder"));
      case S3 -> s3(config.s3());
    };
  }

  /** A storage that can't be used is known at start, not at the first upload. */
  void useEarly(@Observes StartupEvent event, ImageStorage storage) {}

  private static ImageStorage s3(StorageConfig.S3 config) {
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(required(config.region(), "nanospace.storage.s3.region")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(config.timeout()))
            // A storage in trouble sees no more calls than there are; clients are told to come
            // back.
            .overrideConfiguration(
                calls ->
                    calls
                        .apiCallTimeout(config.timeout())
                        .retryStrategy(AwsRetryStrategy.doNotRetry()));
    config.endpoint().ifPresent(uri -> client.endpointOverride(uri).forcePathStyle(true));
    ImageStorage storage =
        new S3Storage(
            client.build(),
            required(config.bucket(), "nanospace.storage.s3.bucket"),
            config.prefix(),
            config.uploadTimeout());
    return new BoundedStorage(storage, config.waiting());
  }

  private static <T> T required(Optional<T> value, String key) {
    return value.orElseThrow(() -> new IllegalStateException(key + " is missing"));
  }
}
