package com.nanospace.property.image.api;

import com.nanospace.property.image.FindImage;
import com.nanospace.property.image.StoredImage;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** One image on its way out: whole, in part (RFC 9110 §14), or not at all as it is known. */
final class Delivery {

  private final FindImage images;
  private final StoredImage image;
  private final EntityTag tag;

  Delivery(FindImage images, StoredImage image) {
    this.images = images;
    this.image = image;
    this.tag = new EntityTag(image.key());
  }

  Response answer(Request request, @Nullable String rangeHeader, @Nullable String ifRange) {
    Response.@Nullable ResponseBuilder known = request.evaluatePreconditions(tag);
    if (known != null) {
      return withHeaders(known).build();
    }
    boolean wantsPart = ifRange == null || ifRange.strip().equals('"' + tag.getValue() + '"');
    ByteRange range =
        wantsPart ? ByteRange.of(rangeHeader, image.size()) : ByteRange.whole(image.size());
    return switch (range.kind()) {
      case WHOLE -> body(Response.ok(), range);
      case PART ->
          body(
              Response.status(Response.Status.PARTIAL_CONTENT)
                  .header("Content-Range", range.contentRange()),
              range);
      case UNSATISFIABLE ->
          Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
              .header("Content-Range", range.contentRange())
              .build();
    };
  }

  private Response body(Response.ResponseBuilder response, ByteRange range) {
    return withHeaders(response)
        .header(HttpHeaders.CONTENT_LENGTH, range.length())
        .type(image.format().mediaType())
        .entity(images.open(image, range.offset(), range.length()))
        .build();
  }

  /** Whatever the bytes were, a browser shows them as an image or not at all. */
  private Response.ResponseBuilder withHeaders(Response.ResponseBuilder response) {
    return response
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .header("Accept-Ranges", "bytes")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + image.key() + "\"");
  }
}
