/**
 * Nothing personal stands anywhere but in `customers`, `contacts`, `claims` and `events`, so that these are all that an erasure
 * empties. Texts compare byte by byte, which is SQLite's default.
 */
export const tables = `
-- #region tables
-- one row for every id that ever led to a record: 'present', 'merged' or 'deleted'
create table customers (
  id text primary key, state text not null, into_id text, revision text,
  customer text, statistics text, facts text, claims text,
  is_living integer not null default 0
);
create index customers_into on customers (into_id);

-- the one unique index: only living records hold claims
create table claims (claim text primary key, holder text not null references customers);

-- by what people are found, and by what they were known before
create table contacts (
  kind text not null, value text not null, customer text not null references customers, is_current integer not null,
  primary key (kind, value, customer)
);

create table events (
  arrived integer primary key, id text not null unique, customer text not null, at text not null, event text not null
);
create index events_customer on events (customer);

create table receipts (key text primary key, request text not null, receipt text not null);

create table outbox (arrived integer primary key, id text not null unique, effect text not null);

-- whom a receipt or a row of the outbox names, so that an erasure finds it
create table names (
  kind text not null, row_id text not null, customer text not null, primary key (kind, row_id, customer)
);
create index names_customer on names (customer);

create table suppressed (key text primary key);
-- #endregion
`
