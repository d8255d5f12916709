package com.nanospace.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @Test
  void keepsTheQueryAsItWasSent() {
    RequestTarget target = RequestTarget.parse("/api/properties/?city=Pune&q=a%2Fb%25;c|d");

    assertThat(target.path()).isEqualTo("/api/properties");
    assertThat(target.originForm()).isEqualTo("/api/properties?city=Pune&q=a%2Fb%25;c|d");
  }

  @Test
  void staysWithoutAQuestionMarkWhenThereWasNone() {
    assertThat(RequestTarget.parse("/api/properties").originForm()).isEqualTo("/api/properties");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a?b=%", "/a?b=%4", "/a?b=%zz", "/a?b#c", "/a?b\u00e9", "/a?b\u0001"})
  void refusesAQueryThatIsNotOne(String target) {
    assertThatThrownBy(() -> RequestTarget.parse(target)).isInstanceOf(Refusal.class);
  }
}
