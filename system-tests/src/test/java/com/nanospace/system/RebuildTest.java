package com.nanospace.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator does when a replica may have missed something. */
@ExtendWith(RunningSuite.class)
class RebuildTest {

  @Test
  void rebuildsTheReplicaOfListings() throws IOException, InterruptedException {
    Listings.approved(Person.registeredAs("owner"), Person.admin());

    assertThat(RunningSuite.command("rebuild-listings"))
        .singleElement()
        .asString()
        .matches("[1-9]\\d* listings?, \\d+ of them brought up to date");
  }
}
