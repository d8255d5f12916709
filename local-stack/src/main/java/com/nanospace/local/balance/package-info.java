/** What stands before the replicas of a service, as a Service of Kubernetes does. */
@NullMarked
package com.nanospace.local.balance;

import org.jspecify.annotations.NullMarked;
