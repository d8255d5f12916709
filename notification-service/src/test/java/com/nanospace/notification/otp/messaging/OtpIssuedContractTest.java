package com.nanospace.notification.otp.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.testkit.EventSchemas;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The sample was encrypted for another key, so it can be read but not opened. */
@QuarkusTest
class OtpIssuedContractTest {

  @Inject ObjectMapper json;

  @Test
  void readsTheSample() throws JsonProcessingException {
    OtpIssued otp =
        json.readValue(
            EventSchemas.sample("identity.otp.v1", "com.nanospace.otp.issued.v1"), OtpIssued.class);

    assertThat(otp.channel()).isIn("email", "sms");
    assertThat(otp.purpose()).isIn("verify", "reset");
    assertThat(otp.sealedCode().expiresAt()).isEqualTo(otp.expiresAt());
    assertThat(header(otp.codeJwe())).contains("\"alg\":\"RSA-OAEP-256\"", "\"enc\":\"A256GCM\"");
  }

  private static String header(String jwe) {
    return new String(Base64.getUrlDecoder().decode(jwe.split("\\.")[0]), UTF_8);
  }
}
