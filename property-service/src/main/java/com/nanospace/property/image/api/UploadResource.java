package com.nanospace.property.image.api;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.Query;
import com.nanospace.kit.security.Caller;
import com.nanospace.property.image.FindImage;
import com.nanospace.property.image.Image;
import com.nanospace.property.image.ImageName;
import com.nanospace.property.image.StoredImage;
import com.nanospace.property.image.UploadImage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Images of listings. */
@Path("/api/uploads")
@Tag(name = "Images")
class UploadResource {

  private static final long MAX_BYTES = 16L << 20;
  private static final Set<Integer> WIDTHS = Set.of(320, 640, 1280);

  private final UploadImage uploadImage;
  private final FindImage findImage;
  private final Caller caller;

  UploadResource(UploadImage uploadImage, FindImage findImage, Caller caller) {
    this.uploadImage = uploadImage;
    this.findImage = findImage;
    this.caller = caller;
  }

  @POST
  @Path("/image")
  @RolesAllowed({"owner", "admin"})
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      operationId = "uploadImage",
      summary = "Upload an image",
      description =
          """
          A png, jpeg, gif or webp, by its content; at most 16 MB and 40 megapixels. It is turned \
          upright, made at most 2560 pixels wide and high, and stored without metadata.""")
  @APIResponse(
      responseCode = "201",
      description = "Stored; use the url among a property's images",
      content = @Content(schema = @Schema(implementation = Uploaded.class)))
  @APIResponse(responseCode = "409", description = "upload.quota: no room for more of yours")
  @APIResponse(
      responseCode = "429",
      description = "upload.daily_quota: enough for a day; Retry-After tells when there is room")
  public Response upload(@RestForm("file") @Nullable FileUpload file) throws IOException {
    if (file == null || file.size() == 0) {
      throw Refusal.invalid("file", "must be an image, as a part of multipart/form-data");
    }
    if (file.size() > MAX_BYTES) {
      throw new Refusal(CommonError.TOO_LARGE, "The file is larger than 16 MB");
    }
    Image image = uploadImage.upload(file.uploadedFile(), caller.id());
    return Response.status(Response.Status.CREATED).entity(Uploaded.of(image)).build();
  }

  @GET
  @Path("/{filename}")
  @PermitAll
  @Produces({"image/jpeg", "image/png", MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "getImage",
      summary = "Read an image",
      description = "It never changes: cache it for good. Ranges are served.")
  @Parameter(name = "w", description = "At most that wide: 320, 640 or 1280")
  @APIResponse(
      responseCode = "200",
      content = {@Content(mediaType = "image/jpeg"), @Content(mediaType = "image/png")})
  public Response get(
      @RestPath String filename,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange,
      @Context UriInfo uri,
      @Context Request request)
      throws IOException {
    ImageName name = ImageName.parse(filename).orElseThrow(() -> Refusal.notFound("Image"));
    Optional<Integer> width = width(uri);
    StoredImage image =
        width.isPresent() ? findImage.rendering(name, width.get()) : findImage.original(name);
    return new Delivery(findImage, image).answer(request, range, ifRange);
  }

  private static Optional<Integer> width(UriInfo uri) {
    Query query = Query.of(uri);
    Optional<Integer> width =
        query
            .integer("w", 1, 100_000)
            .filter(w -> WIDTHS.contains(w) || query.reject("w", "must be 320, 640 or 1280"));
    query.refuseIfInvalid();
    return width;
  }

  /**
   * A stored image.
   *
   * @param url on the public origin
   */
  @Schema(name = "UploadedImage")
  record Uploaded(String url, String filename, int width, int height) {

    static Uploaded of(Image image) {
      return new Uploaded(
          "/api/uploads/" + image.filename(), image.filename(), image.width(), image.height());
    }
  }
}
