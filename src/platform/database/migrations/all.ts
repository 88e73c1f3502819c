import type { Schema } from '../database.js';
import { Baseline1765000000001 } from './0001-baseline.js';
import { FoundByIndex1765000000002 } from './0002-found-by-index.js';
import { RegisterStarts1765000000003 } from './0003-register-starts.js';
import { DocumentsWithoutTickets1765000000004 } from './0004-documents-without-tickets.js';
import { WordsOfDocuments1765000000005 } from './0005-words-of-documents.js';
import { RegistersTakenOver1765000000006 } from './0006-registers-taken-over.js';
import { RoutingTable1765000000007 } from './0007-routing-table.js';
import { Proposals1765000000008 } from './0008-proposals.js';
import { Petitions1765000000009 } from './0009-petitions.js';
import { ReferenceVersions1765000000010 } from './0010-reference-versions.js';
import { LinesOfATicketByTime1765000000011 } from './0011-lines-of-a-ticket-by-time.js';
import { BookOwners1765000000014 } from './0014-book-owners.js';
import { AnswerPages1765000000016 } from './0016-answer-pages.js';
import { WhoDecides1765000000013 } from './0013-who-decides.js';
import { PostalBook1765000000018 } from './0018-postal-book.js';
import { EndsOfAnswerPages1765000000019 } from './0019-ends-of-answer-pages.js';
import { FilesAndCopies1765000000020 } from './0020-files-and-copies.js';
import { Sittings1765000000021 } from './0021-sittings.js';
import { HandsOfPrincipals1765000000022 } from './0022-hands-of-principals.js';
import { FewAmongMany1765000000023 } from './0023-few-among-many.js';
import { UnitsHeard1765000000024 } from './0024-units-heard.js';
import { DaysOfTickets1765000000025 } from './0025-days-of-tickets.js';
import { DirectedInUnits1765000000026 } from './0026-directed-in-units.js';
import { TicketsByReceipt1765000000028 } from './0028-tickets-by-receipt.js';
import { IncomingBookOwner1765000000029 } from './0029-incoming-book-owner.js';
import { FirstDays1765000000031 } from './0031-first-days.js';
import { CallCounts1765000000033 } from './0033-call-counts.js';
import { TracesOfJobs1765000000034 } from './0034-traces-of-jobs.js';
import { ExpandUndoneAssignments1765000000035 } from './0035-undone-assignments.js';
import { ExpandResultsByCategory1765000000039 } from './0039-results-by-category.js';
import { ExpandStandardTexts1765000000040 } from './0040-standard-texts.js';
import { ExpandNoticeChoices1765000000041 } from './0041-notice-choices.js';
import { ExpandOfficersAndRunningTickets1765000000042 } from './0042-officers-and-running-tickets.js';

/** All steps from an empty database to today's tables, in their order. */
export const MIGRATIONS: Schema['migrations'] = [
  Baseline1765000000001,
  FoundByIndex1765000000002,
  RegisterStarts1765000000003,
  DocumentsWithoutTickets1765000000004,
  WordsOfDocuments1765000000005,
  RegistersTakenOver1765000000006,
  RoutingTable1765000000007,
  Proposals1765000000008,
  Petitions1765000000009,
  ReferenceVersions1765000000010,
  LinesOfATicketByTime1765000000011,
  BookOwners1765000000014,
  AnswerPages1765000000016,
  WhoDecides1765000000013,
  PostalBook1765000000018,
  EndsOfAnswerPages1765000000019,
  FilesAndCopies1765000000020,
  Sittings1765000000021,
  HandsOfPrincipals1765000000022,
  FewAmongMany1765000000023,
  UnitsHeard1765000000024,
  DaysOfTickets1765000000025,
  DirectedInUnits1765000000026,
  TicketsByReceipt1765000000028,
  IncomingBookOwner1765000000029,
  FirstDays1765000000031,
  CallCounts1765000000033,
  TracesOfJobs1765000000034,
  ExpandUndoneAssignments1765000000035,
  ExpandResultsByCategory1765000000039,
  ExpandStandardTexts1765000000040,
  ExpandNoticeChoices1765000000041,
  ExpandOfficersAndRunningTickets1765000000042,
];
