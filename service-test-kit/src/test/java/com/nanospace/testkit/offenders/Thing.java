package com.nanospace.testkit.offenders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that leaks. */
@Entity
public class Thing {

  @Id private long id;

  public long id() {
    return id;
  }
}
