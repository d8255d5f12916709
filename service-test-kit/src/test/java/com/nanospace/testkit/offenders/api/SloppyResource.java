package com.nanospace.testkit.offenders.api;

import com.nanospace.testkit.offenders.Thing;
import com.nanospace.testkit.offenders.Things;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Breaks every rule about resources. */
@Path("/things")
public class SloppyResource {

  record ThingsView(List<Thing> things) {}

  private final Things things;
  private final EntityManager entities;

  SloppyResource(Things things, EntityManager entities) {
    this.things = things;
    this.entities = entities;
  }

  @GET
  @Transactional
  public List<Thing> all() {
    return entities.isOpen() ? things.list("name is not null") : List.of();
  }
}
