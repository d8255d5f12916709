package com.nanospace.notification.message;

/** A new account. */
public record WelcomeFacts(String role) implements Facts {

  public boolean owner() {
    return role.equals("owner");
  }

  @Override
  public String path() {
    return owner() ? "/my-properties" : "/properties";
  }
}
