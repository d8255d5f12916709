package com.nanospace.booking.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How a customer can be reached.
 *
 * @param phone in E.164
 */
@Embeddable
public record Contact(
    @Column(name = "customer_name") @Nullable String name,
    @Column(name = "customer_email") @Nullable String email,
    @Column(name = "customer_phone") @Nullable String phone) {

  public static final Contact UNKNOWN = new Contact(null, null, null);

  public boolean isComplete() {
    return name != null && email != null && phone != null;
  }

  /** This contact, with what it lacks taken from another. */
  public Contact or(Contact other) {
    return new Contact(
        name == null ? other.name : name,
        email == null ? other.email : email,
        phone == null ? other.phone : phone);
  }
}
