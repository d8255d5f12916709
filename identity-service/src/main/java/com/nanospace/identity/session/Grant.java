package com.nanospace.identity.session;

import com.nanospace.identity.account.Account;
import java.time.Duration;

/** What somebody gets who signs in or stays signed in. */
public record Grant(
    Account account, String accessToken, RefreshSecret refreshToken, Duration expiresIn) {}
