/** What tests of the services share: real PostgreSQL and Kafka, tokens, topics and schemas. */
@NullMarked
package com.nanospace.testkit;

import org.jspecify.annotations.NullMarked;
