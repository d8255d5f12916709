package com.nanospace.identity.token;

import com.nanospace.kit.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the audit trail last told of the keys, for whichever replica sees the next change. */
@Entity
class RecordedSigningKeys {

  @Id private UUID id;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> published;

  private String signing;

  @SuppressWarnings("NullAway.Init")
  protected RecordedSigningKeys() {}

  RecordedSigningKeys(KeyIds keys) {
    this.id = Ids.next();
    this.published = keys.published();
    this.signing = keys.signing();
  }

  void become(KeyIds keys) {
    published = keys.published();
    signing = keys.signing();
  }

  UUID id() {
    return id;
  }

  KeyIds keys() {
    return new KeyIds(published, signing);
  }
}
