/** Events leave with the transaction that made them: the transactional outbox and its relay. */
@NullMarked
package com.nanospace.kit.outbox;

import org.jspecify.annotations.NullMarked;
