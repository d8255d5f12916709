package com.nanospace.kit.problem;

import com.nanospace.kit.Refusal;
import java.util.Optional;

/**
 * What a broken database constraint means to a client. A service offers one bean of this type.
 *
 * <p>The database is the last to say no, and says it in races that no earlier check can see.
 */
public interface ConstraintRefusals {

  /** The refusal for a constraint of that name, e.g. {@code uq_account_email}. */
  Optional<Refusal> refusalFor(String constraintName);
}
