package com.nanospace.kit.audit;

import java.util.List;

/** What all audits of a service say. */
record AuditReply(String service, List<AuditReport> audits) {}
