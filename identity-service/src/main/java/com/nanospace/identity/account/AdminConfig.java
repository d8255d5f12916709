package com.nanospace.identity.account;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The first admin, who makes all others. */
@ConfigMapping(prefix = "nanospace.admin")
public interface AdminConfig {

  /** Nothing is made without it. */
  Optional<String> email();

  /** Used once, when the account is made; a later change of it changes nothing. */
  Optional<String> password();
}
