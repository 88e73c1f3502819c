/**
 * The tables of the simulated e-office. Columns carry the names that the code uses, so no row needs a translation.
 * Instants are ISO 8601 in UTC, days `yyyy-MM-dd`; every `position` grows by one and serves as a cursor.
 */
export const SCHEMA = `
create table if not exists blob (
  sha256 text primary key,
  size integer not null,
  bytes blob not null
) strict;

create table if not exists sequence (
  name text primary key,
  value integer not null
) strict;

create table if not exists agency (
  code text primary key,
  legacyCode text,
  parentCode text,
  name text not null,
  active integer not null,
  modifiedAt text not null
) strict;

create table if not exists queuedMessage (
  position integer primary key autoincrement,
  id text not null unique,
  kind text not null check (kind in ('document', 'status')),
  fromAgency text not null,
  toAgency text not null,
  documentId text,
  sha256 text not null references blob (sha256),
  size integer not null,
  queuedAt text not null,
  deliveryCount integer not null default 0,
  outcome text check (outcome in ('done', 'fail')),
  reason text,
  receiptId text,
  acknowledgedAt text
) strict;

create table if not exists feedback (
  position integer primary key autoincrement,
  hotlineCode text not null unique,
  documentId text not null unique,
  messageId text not null unique references queuedMessage (id),
  sentAt text not null,
  ticket text not null
) strict;

create table if not exists consignment (
  position integer primary key autoincrement,
  id text not null unique,
  kind text not null check (kind in ('document', 'status')),
  toAgencies text not null,
  documentId text,
  status text,
  summary text not null,
  sha256 text not null references blob (sha256),
  size integer not null,
  messageId text not null unique,
  receiptId text not null unique,
  acceptedAt text not null,
  attempts integer not null default 1
) strict;

create table if not exists consignmentReference (
  consignmentId text not null references consignment (id),
  documentId text not null,
  primary key (consignmentId, documentId)
) strict, without rowid;

create index if not exists consignmentReferenceByDocument on consignmentReference (documentId);

create table if not exists documentState (
  position integer primary key autoincrement,
  documentId text not null,
  agencyCode text not null,
  status text not null,
  at text not null,
  description text
) strict;

create table if not exists incomingRegistration (
  clientRequestId text primary key,
  contentHash text not null,
  incomingId text not null unique,
  bookCode text not null,
  bookYear integer not null,
  incomingNumber text not null,
  fromName text not null,
  subject text not null,
  externalRef text,
  registeredAt text not null,
  attempts integer not null default 1,
  unique (bookCode, bookYear, incomingNumber)
) strict, without rowid;

create table if not exists incomingOfMessage (
  messageId text primary key references queuedMessage (id),
  clientRequestId text not null references incomingRegistration (clientRequestId)
) strict, without rowid;

create table if not exists signatureRequest (
  id text primary key,
  clientRequestId text not null unique,
  contentHash text not null,
  revision integer not null unique,
  status text not null,
  changedAt text not null,
  submittedAt text not null,
  subject text not null,
  notation text,
  preparedBy text not null,
  comment text,
  lastActor text,
  documentNumber text,
  documentNotation text,
  issuedDate text,
  attempts integer not null default 1
) strict, without rowid;

create table if not exists signatureStep (
  requestId text not null references signatureRequest (id),
  stepOrder integer not null,
  userCode text not null,
  action text not null check (action in ('initial', 'sign', 'seal')),
  status text not null,
  at text,
  comment text,
  primary key (requestId, stepOrder)
) strict, without rowid;

create table if not exists signatureFile (
  requestId text not null references signatureRequest (id),
  fileId text not null,
  origin text not null check (origin in ('submitted', 'signed', 'sealed')),
  fileName text not null,
  contentType text not null,
  role text not null,
  sha256 text not null references blob (sha256),
  size integer not null,
  primary key (requestId, fileId)
) strict, without rowid;

create table if not exists sealOrder (
  requestId text primary key references signatureRequest (id),
  clientRequestId text not null unique,
  contentHash text not null,
  fileId text not null,
  documentNumber text,
  documentNotation text,
  issuedDate text,
  orderedAt text not null,
  appliedAt text,
  attempts integer not null default 1
) strict, without rowid;

create table if not exists givenNumber (
  requestId text primary key references signatureRequest (id),
  clientRequestId text not null unique,
  bookYear integer not null,
  documentNumber text not null,
  notation text,
  issuedDate text not null,
  attempts integer not null default 1
) strict, without rowid;

create table if not exists sealedFile (
  clientRequestId text primary key,
  contentHash text not null,
  text text not null,
  fileName text not null,
  sha256 text not null references blob (sha256),
  sealedAt text not null,
  attempts integer not null default 1
) strict, without rowid;

create table if not exists vOfficeLetter (
  requestId text primary key references signatureRequest (id),
  registerNumber text not null,
  issuesItself integer not null
) strict, without rowid;

create table if not exists notice (
  position integer primary key autoincrement,
  eventId text not null unique,
  occurredAt text not null,
  event text not null,
  attempts integer not null default 0,
  nextAttemptAt text not null,
  deliveredAt text,
  lastError text
) strict;
`;
