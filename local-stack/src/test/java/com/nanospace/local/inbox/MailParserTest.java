package com.nanospace.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nanospace.local.inbox.MailParser.Mail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailParserTest {
  @Test
  void readsAPlainMail() throws Exception {
    Mail mail = parse("Subject: Hello\n\nYour code is 123456\n");

    assertThat(mail.subject()).isEqualTo("Hello");
    assertThat(mail.text()).contains("123456");
    assertThat(mail.html()).isNull();
  }

  @Test
  void decodesHeadersAndBodiesOfAnyAlphabet() throws Exception {
    Mail mail =
        parse(
            """
            Subject: =?UTF-8?B?4KSo4KSu4KS44KWN4KSk4KWH?=
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            =E2=82=B9 1,200
            """);

    assertThat(mail.subject()).isEqualTo("नमस्ते");
    assertThat(mail.text()).contains("₹ 1,200");
  }

  @Test
  void findsBothBodiesBelowOtherParts() throws Exception {
    Mail mail =
        parse(
            """
            Subject: Nested
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            plain
            --inner
            Content-Type: text/html; charset=UTF-8

            <p>rich</p>
            --inner--
            --outer
            Content-Type: text/plain
            Content-Disposition: attachment; filename=a.txt

            attached
            --outer--
            """);

    assertThat(mail.text()).isEqualToIgnoringNewLines("plain");
    assertThat(mail.html()).isEqualToIgnoringNewLines("<p>rich</p>");
  }

  @Test
  void takesAMailWithoutAnything() throws Exception {
    assertThat(parse("\n")).isEqualTo(new Mail(null, "", null));
  }

  private static Mail parse(String mail) throws Exception {
    return MailParser.parse(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
