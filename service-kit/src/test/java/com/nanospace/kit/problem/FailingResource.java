package com.nanospace.kit.problem;

import com.nanospace.kit.CommonError;
import com.nanospace.kit.ErrorCode;
import com.nanospace.kit.ErrorKind;
import com.nanospace.kit.Ids;
import com.nanospace.kit.Notes;
import com.nanospace.kit.Refusal;
import com.nanospace.kit.http.PageRequest;
import com.nanospace.kit.http.Query;
import com.nanospace.kit.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@Path("/failing")
@PermitAll
public class FailingResource {

  public record Thing(
      @NotBlank @Size(max = 10) String name,
      Integer wholeNumber,
      @Digits(integer = 9, fraction = 2) BigDecimal price,
      LocalDate startDate,
      @Size(max = 3) List<@Size(max = 5) String> tags,
      @Valid Part innerPart) {}

  public record Part(@NotBlank String partName) {}

  @ApplicationScoped
  static class Constraints implements ConstraintRefusals {
    @Override
    public Optional<Refusal> refusalFor(String constraintName) {
      return constraintName.equals("uq_note_text")
          ? Optional.of(new Refusal(CommonError.CONFLICT, "That note exists"))
          : Optional.empty();
    }
  }

  private final Notes notes;
  private final Caller caller;

  FailingResource(Notes notes, Caller caller) {
    this.notes = notes;
    this.caller = caller;
  }

  @POST
  @Path("thing")
  public Thing echo(@NotNull @Valid Thing thing) {
    return thing;
  }

  @GET
  @Path("page")
  public PageRequest page(@Context UriInfo uri) {
    return Query.pageOf(uri);
  }

  @GET
  @Path("kind")
  public void kind(@QueryParam("of") ErrorKind kind) {
    throw new Refusal(new Of(kind), "Refused");
  }

  record Of(ErrorKind kind) implements ErrorCode {
    @Override
    public String code() {
      return "of." + kind;
    }
  }

  @GET
  @Path("refusal")
  public void refusal() {
    throw new Refusal(CommonError.RATE_LIMITED, "Slow down")
        .with("remaining_attempts", 2)
        .retryAfter(Duration.ofMillis(1500));
  }

  @GET
  @Path("defect")
  public void defect() {
    throw new IllegalStateException("a secret detail");
  }

  @POST
  @Path("twins")
  public void twins() {
    notes.add(Ids.next(), "twin");
    notes.add(Ids.next(), "twin");
  }

  @POST
  @Path("lost-commit")
  @Transactional
  public void lostCommit() {
    notes.add(Ids.next(), "lost");
    notes.end(notes.backend());
  }

  /** Waits for a note that somebody else is at. */
  @POST
  @Path("locked")
  @Transactional
  public void locked(@QueryParam("note") String text) {
    notes.lock(text, Duration.ofMillis(50));
  }

  @GET
  @Path("disk")
  public void disk() throws IOException {
    try (OutputStream full = new FileOutputStream("/dev/full")) {
      full.write(1);
    }
  }

  @GET
  @Path("notes")
  public long notes() {
    return notes.count("any");
  }

  @GET
  @Path("owners")
  @RolesAllowed("owner")
  public String owners() {
    return caller.id().toString();
  }
}
