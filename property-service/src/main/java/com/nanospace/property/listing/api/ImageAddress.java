package com.nanospace.property.listing.api;

import com.nanospace.property.image.ImageName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where an image of a listing may lie: with us, or anywhere on the web. */
final class ImageAddress {

  private static final String OURS = "/api/uploads/";
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private ImageAddress() {}

  static boolean isAcceptable(String address) {
    if (address.startsWith(OURS)) {
      return ImageName.isOriginal(address.substring(OURS.length()));
    }
    try {
      URI uri = new URI(address);
      return uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
