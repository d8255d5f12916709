package com.nanospace.property.privacy.api;

import com.nanospace.kit.privacy.Exported;
import com.nanospace.kit.security.Caller;
import com.nanospace.property.image.Image;
import com.nanospace.property.image.Images;
import com.nanospace.property.listing.Listing;
import com.nanospace.property.listing.Listings;
import com.nanospace.property.listing.Page;
import com.nanospace.property.listing.api.PropertyView;
import com.nanospace.property.listing.api.PropertyViews;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part of what the suite holds about the caller; the gateway puts it together. */
@Path("/internal/export")
@Authenticated
class ExportResource {

  /** The part of the document that is this service's. */
  record Export(Exported<PropertyView> properties, Exported<ExportedImage> images) {}

  /** An image that the caller uploaded; the image itself is at {@code /api/uploads}. */
  record ExportedImage(String filename, int width, int height, long sizeBytes, Instant createdAt) {

    static ExportedImage of(Image image) {
      return new ExportedImage(
          image.filename(), image.width(), image.height(), image.sizeBytes(), image.createdAt());
    }
  }

  private final Listings listings;
  private final PropertyViews views;
  private final Images images;
  private final Caller caller;

  ExportResource(Listings listings, PropertyViews views, Images images, Caller caller) {
    this.listings = listings;
    this.views = views;
    this.images = images;
    this.caller = caller;
  }

  @GET
  @Operation(hidden = true)
  public Export get() {
    UUID person = caller.id();
    Page<Listing> owned = listings.everOf(person, Exported.BOUND);
    return new Export(
        new Exported<>(owned.total(), views.of(owned.entries())),
        new Exported<>(
            images.countOf(person),
            images.newestOf(person, Exported.BOUND).stream().map(ExportedImage::of).toList()));
  }
}
