import * as circulars from '../circulars/jobs/jobs.js';
import { CIRCULAR_HANDLERS } from '../circulars/circulars.module.js';
import * as copies from '../copies/jobs/jobs.js';
import { COPY_HANDLERS } from '../copies/copies.module.js';
import { CORRESPONDENCE_HANDLERS } from '../correspondence/correspondence.module.js';
import { ANCHORING_HANDLERS } from '../documents/anchoring/anchoring.module.js';
import * as documents from '../documents/jobs/jobs.js';
import { PRINTING_HANDLERS } from '../documents/printing/register-printing.module.js';
import { DRAFTING_HANDLERS } from '../drafting/drafting.module.js';
import * as drafting from '../drafting/jobs/jobs.js';
import { EXCHANGE_HANDLERS } from '../exchange/exchange.module.js';
import * as exchange from '../exchange/jobs/jobs.js';
import { WEBHOOK_HANDLERS } from '../hotline/hotline.module.js';
import * as hotline from '../hotline/jobs/jobs.js';
import * as notices from '../notices/jobs/jobs.js';
import { NOTICE_HANDLERS } from '../notices/notices.module.js';
import * as officers from '../officers/jobs/jobs.js';
import { OFFICER_HANDLERS } from '../officers/officers.module.js';
import { STAFF_HANDLERS } from '../organisation/directory-sync.module.js';
import * as organisation from '../organisation/jobs/jobs.js';
import * as outages from '../outages/jobs/jobs.js';
import { OUTAGE_HANDLERS } from '../outages/outages.module.js';
import type { DeclaredJobs, HandlersOf } from '../platform/outbox/job-handlers.js';
import { PUBLICATION_HANDLERS } from '../publication/publication.module.js';
import * as records from '../records/jobs/jobs.js';
import { RECORD_HANDLERS } from '../records/records.module.js';
import * as reports from '../reports/jobs/jobs.js';
import { REPORT_HANDLERS } from '../reports/reports.module.js';
import * as signing from '../signing/jobs/jobs.js';
import { SIGNING_HANDLERS } from '../signing/signing.module.js';
import * as substitution from '../substitution/jobs/jobs.js';
import * as supervision from '../supervision/jobs/jobs.js';
import { SUPERVISION_HANDLERS } from '../supervision/supervision.module.js';
import * as tickets from '../tickets/jobs/jobs.js';
import { TICKET_HANDLERS } from '../tickets/tickets.module.js';

const DECLARED = [
  ...Object.values(circulars),
  ...Object.values(copies),
  ...Object.values(documents),
  ...Object.values(drafting),
  ...Object.values(exchange),
  ...Object.values(hotline),
  ...Object.values(notices),
  ...Object.values(officers),
  ...Object.values(organisation),
  ...Object.values(outages),
  ...Object.values(records),
  ...Object.values(reports),
  ...Object.values(signing),
  ...Object.values(substitution),
  ...Object.values(supervision),
  ...Object.values(tickets),
];

type All<Records> = Records extends readonly [infer One, ...infer Others] ? One & All<Others> : unknown;

/** @throws Error for a kind that two features do */
function together<const Records extends readonly object[]>(...records: Records): All<Records> {
  const kinds = records.flatMap((record) => Object.keys(record));
  const twice = kinds.find((kind, at) => kinds.indexOf(kind) !== at);
  if (twice !== undefined) throw new Error(`Two handlers for ${twice}`);
  return Object.assign({}, ...records) as All<Records>;
}

/** A kind without a handler does not compile, nor one whose handler does another. */
const HANDLERS: HandlersOf<(typeof DECLARED)[number]> = together(
  CIRCULAR_HANDLERS,
  COPY_HANDLERS,
  CORRESPONDENCE_HANDLERS,
  ANCHORING_HANDLERS,
  PRINTING_HANDLERS,
  DRAFTING_HANDLERS,
  EXCHANGE_HANDLERS,
  WEBHOOK_HANDLERS,
  NOTICE_HANDLERS,
  OFFICER_HANDLERS,
  STAFF_HANDLERS,
  OUTAGE_HANDLERS,
  PUBLICATION_HANDLERS,
  RECORD_HANDLERS,
  REPORT_HANDLERS,
  SIGNING_HANDLERS,
  SUPERVISION_HANDLERS,
  TICKET_HANDLERS,
);

/** Every job that a feature declares, and who does it. */
export const JOBS: DeclaredJobs = { declared: DECLARED, handlers: HANDLERS };
