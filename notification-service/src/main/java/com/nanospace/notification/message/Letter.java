package com.nanospace.notification.message;

/**
 * A message in its words, ready for any channel.
 *
 * @param subject one line; also the title in the app
 * @param summary one sentence; also the SMS and the text in the app
 */
public record Letter(String subject, String summary, String html, String text) {

  @Override
  public String toString() {
    return "Letter[******]";
  }
}
