package com.nanospace.identity;

import com.nanospace.identity.account.AdminConfig;
import com.nanospace.identity.otp.OtpConfig;
import com.nanospace.identity.token.TokenConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Keeps the prod profile from starting with what everybody can read in this repository. */
@ApplicationScoped
class ProductionSafety {

  private static final String DEVELOPMENT_PASSWORD = "Admin@123";
  private static final String DEVELOPMENT_SECRET = "development-only";

  private final AdminConfig admin;
  private final TokenConfig tokens;
  private final OtpConfig otp;

  ProductionSafety(AdminConfig admin, TokenConfig tokens, OtpConfig otp) {
    this.admin = admin;
    this.tokens = tokens;
    this.otp = otp;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    if (ConfigUtils.isProfileActive("prod")) {
      requireOwnSecrets();
    }
  }

  /**
   * Checks what the prod profile must have been given.
   *
   * @throws IllegalStateException that names the key
   */
  void requireOwnSecrets() {
    if (tokens.keyFolder().isEmpty()) {
      throw new IllegalStateException("nanospace.tokens.key-folder is missing");
    }
    if (admin.password().filter(DEVELOPMENT_PASSWORD::equals).isPresent()) {
      throw new IllegalStateException("nanospace.admin.password is the development password");
    }
    if (otp.hashSecret().startsWith(DEVELOPMENT_SECRET)) {
      throw new IllegalStateException("nanospace.otp.hash-secret is the development secret");
    }
  }
}
