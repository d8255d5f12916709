package com.nanospace.booking.listing;

import static com.nanospace.booking.BookingClient.book;
import static com.nanospace.booking.BookingClient.dayBooking;
import static com.nanospace.booking.ListingFixture.aListing;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nanospace.booking.ListingFixture;
import com.nanospace.booking.Neighbours;
import com.nanospace.testkit.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildListingsTest {

  private static final String ALL = "/internal/listings";

  private final String admin = TestTokens.admin(UUID.randomUUID());

  @Inject ObjectMapper json;
  @Inject Listings listings;

  @Test
  void takesOverWhatIsMissingAndWhatIsOutdated() throws JsonProcessingException {
    ListingFixture known = aListing();
    known.known();
    ListingFixture outdated = aListing();
    outdated.as("pending").known();
    ListingFixture missing = aListing();
    tells(ALL, known.state(), outdated.later().as("approved").state());
    tells(ALL + "?after=" + outdated.id(), missing.state());
    tells(ALL + "?after=" + missing.id());

    rebuild(admin).then().statusCode(200).body("listings", equalTo(3)).body("changed", equalTo(2));

    UUID customer = UUID.randomUUID();
    book(customer, dayBooking(outdated)).then().statusCode(201);
    book(customer, dayBooking(missing)).then().statusCode(201);
    rebuild(admin).then().statusCode(200).body("changed", equalTo(0));
  }

  @Test
  void isForAdminsAlone() {
    given().post("/internal/listings/rebuild").then().statusCode(401);
    rebuild(TestTokens.owner(UUID.randomUUID())).then().statusCode(403);
  }

  @Test
  void keepsWhatItHasWhenPropertyServiceGoesAway() throws JsonProcessingException {
    ListingFixture first = aListing();
    tells(ALL, first.state());
    Neighbours.away(ALL + "?after=" + first.id() + " Bearer " + admin);

    rebuild(admin).then().statusCode(503).body("code", equalTo("dependency.unavailable"));

    book(UUID.randomUUID(), dayBooking(first)).then().statusCode(201);
  }

  @Test
  void takesOverAPageAsAWhole() throws JsonProcessingException {
    ListingFixture before = aListing();
    ListingFixture beside = aListing();
    ListingFixture broken = aListing().as("unheard-of");
    tells(ALL, before.state());
    tells(ALL + "?after=" + before.id(), beside.state(), broken.state());

    rebuild(admin).then().statusCode(500);

    assertThat(listings.knowledgeOf(before.id())).isEqualTo(Listings.Knowledge.APPROVED);
    assertThat(listings.knowledgeOf(beside.id())).isEqualTo(Listings.Knowledge.UNKNOWN);
  }

  @Test
  void endsWhenPagesDoNotGoOn() throws JsonProcessingException {
    ListingFixture listing = aListing();
    tells(ALL, listing.state());
    tells(ALL + "?after=" + listing.id(), listing.state());

    rebuild(admin).then().statusCode(503);

    assertThat(Neighbours.calls(ALL + "?after=" + listing.id())).isEqualTo(1);
  }

  private void tells(String address, ListingState... states) throws JsonProcessingException {
    Neighbours.answer(
        address + " Bearer " + admin, json.writeValueAsString(Map.of("listings", List.of(states))));
  }

  private static Response rebuild(String token) {
    return given().auth().oauth2(token).post("/internal/listings/rebuild");
  }
}
