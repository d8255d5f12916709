-- The trace that a delivery belongs to, in the form of W3C Trace Context. Older rows have none.
alter table delivery add column traceparent varchar(55);
