package com.nanospace.kit.outbox;

/**
 * An event to publish when the current transaction commits.
 *
 * @param topic where it goes, {@code <service>.<aggregate>.v1}
 * @param aggregateId the record key: events of one aggregate stay in commit order
 * @param type the CloudEvents type, {@code com.nanospace.<aggregate>.<past-tense>.v1}
 * @param payload a wire record, written as JSON
 */
public record NewEvent(String topic, String aggregateId, String type, Object payload) {}
