package com.nanospace.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshSecretTest {

  @Test
  void readsWhatItWrites() {
    RefreshSecret secret = RefreshSecret.random();

    assertThat(RefreshSecret.parse(secret.text()).orElseThrow().hash()).isEqualTo(secret.hash());
  }

  @Test
  void makesTheSameChildOfTheSameParentAndSalt() {
    RefreshSecret parent = RefreshSecret.random();
    byte[] salt = RefreshSecret.randomBytes();

    assertThat(parent.child(salt).text()).isEqualTo(parent.child(salt).text());
  }

  @Test
  void makesOtherChildrenOfOtherParentsOrSalts() {
    byte[] salt = RefreshSecret.randomBytes();
    RefreshSecret parent = RefreshSecret.random();
    Set<String> texts = new HashSet<>();

    texts.add(parent.text());
    texts.add(parent.child(salt).text());
    texts.add(parent.child(RefreshSecret.randomBytes()).text());
    texts.add(RefreshSecret.random().child(salt).text());

    assertThat(texts).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+A"
      })
  void refusesOtherSpellings(String text) {
    assertThat(RefreshSecret.parse(text)).isEmpty();
  }
}
