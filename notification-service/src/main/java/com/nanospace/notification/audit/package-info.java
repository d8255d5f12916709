/** What must hold in this service, recomputed from its tables and the topics. */
@NullMarked
package com.nanospace.notification.audit;

import org.jspecify.annotations.NullMarked;
