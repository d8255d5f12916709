package com.nanospace.testkit.offenders;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A repository that a resource queries. */
public class Things implements PanacheRepositoryBase<Thing, Long> {}
