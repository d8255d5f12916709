package com.nanospace.property.listing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a listing or touches it.
 *
 * @param id absent for somebody who is not signed in
 */
public record Viewer(@Nullable UUID id, boolean isAdmin) {

  public static final Viewer ANYBODY = new Viewer(null, false);

  boolean mayChange(Listing listing) {
    return isAdmin || (id != null && listing.belongsTo(id));
  }
}
