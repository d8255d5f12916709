package com.nanospace.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.nanospace.kit.FieldError;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A failure as clients see it: RFC 9457, plus {@code error} for people, {@code code} for programs.
 *
 * @param error the same sentence as {@code detail}, for clients that show this member
 * @param errors what is wrong with which field; only for invalid input
 * @param members extension members of this very problem
 */
@Schema(name = "Problem")
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String error,
    String code,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static final String TYPE_PREFIX = "https://nanospace.com/problems/";
}
