package com.nanospace.gateway.auth;

import com.nanospace.gateway.proxy.Questions;
import com.nanospace.gateway.proxy.Questions.Answer;
import com.nanospace.token.KeySource;
import com.nanospace.token.TokenCheckConfig;
import com.nanospace.token.TokenRules;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/** The keys that identity-service publishes. */
@Singleton
class IdentityKeys implements KeySource {

  private final Questions questions;
  private final TokenRules rules;
  private final TokenCheckConfig config;

  IdentityKeys(Questions questions, TokenRules rules, TokenCheckConfig config) {
    this.questions = questions;
    this.rules = rules;
    this.config = config;
  }

  @Override
  public CompletionStage<String> keySet() {
    return questions
        .ask(new RequestOptions().setAbsoluteURI(rules.keySet()), config.fetchTimeout())
        .map(Answer::text)
        .toCompletionStage();
  }
}
