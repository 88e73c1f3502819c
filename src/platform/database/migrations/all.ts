import type { Schema } from '../database.js';
import { House1764000000000 } from './0001-house.js';
import { OrganisationAndRegisters1764000000001 } from './0002-organisation-and-registers.js';
import { Exchange1764000000002 } from './0003-exchange.js';
import { Letters1764000000003 } from './0004-letters.js';
import { Tickets1764000000004 } from './0005-tickets.js';
import { Rules1764000000005 } from './0006-rules.js';
import { Calendar1764000000006 } from './0007-calendar.js';
import { Search1764000000007 } from './0008-search.js';
import { Notices1764000000008 } from './0009-notices.js';
import { TicketLife1764000000010 } from './0010-ticket-life.js';
import { Intake1764000000011 } from './0011-intake.js';
import { Idempotency1764000000012 } from './0012-idempotency.js';
import { ReportersPrivacy1764000000013 } from './0013-reporters-privacy.js';
import { TicketEnds1764000000014 } from './0014-ticket-ends.js';
import { KeysAndIndices1764000000016 } from './0016-keys-and-indices.js';
import { HouseFacts1764000000018 } from './0018-house-facts.js';
import { WordsOfPeople1764000000019 } from './0019-words-of-people.js';
import { RegisterChain1764000000020 } from './0020-register-chain.js';
import { SendersAndFurtherDocuments1764000000021 } from './0021-senders-and-further-documents.js';
import { TemplateVersions1764000000022 } from './0022-template-versions.js';
import { RefusedFiles1764000000023 } from './0023-refused-files.js';
import { DocumentOutcome1764000000024 } from './0024-document-outcome.js';
import { PrintedAndClosedRegisters1764000000025 } from './0025-printed-and-closed-registers.js';
import { DraftRevisions1764000000026 } from './0026-draft-revisions.js';
import { SigningAuthorities1764000000027 } from './0027-signing-authorities.js';
import { AfterRelease1764000000028 } from './0028-after-release.js';
import { Copies1764000000029 } from './0029-copies.js';
import { Records1764000000030 } from './0030-records.js';
import { IncomingSignatures1764000000031 } from './0031-incoming-signatures.js';
import { Annexes1764000000032 } from './0032-annexes.js';
import { AfterClosing1764000000033 } from './0033-after-closing.js';
import { SignatureRequests1764000000034 } from './0034-signature-requests.js';
import { ReservedNumbers1764000000035 } from './0035-reserved-numbers.js';
import { LettersByFile1764000000036 } from './0036-letters-by-file.js';
import { SignatureEvidence1764000000037 } from './0037-signature-evidence.js';
import { TrustStore1764000000038 } from './0038-trust-store.js';
import { MessageSignature1764000000039 } from './0039-message-signature.js';
import { TriesAndCircuits1764000000040 } from './0040-tries-and-circuits.js';
import { PromisesByHand1764000000041 } from './0041-promises-by-hand.js';
import { Reconciliation1764000000042 } from './0042-reconciliation.js';
import { OtherContent1764000000043 } from './0043-other-content.js';
import { AwaitedDocuments1764000000045 } from './0045-awaited-documents.js';
import { HeardMessages1764000000047 } from './0047-heard-messages.js';
import { Agencies1764000000048 } from './0048-agencies.js';
import { TasksOfTheExchange1764000000049 } from './0049-tasks-of-the-exchange.js';
import { ExchangeEvidence1764000000051 } from './0051-exchange-evidence.js';
import { WorkByHand1764000000053 } from './0053-work-by-hand.js';
import { UnreadColumns1764000000054 } from './0054-unread-columns.js';
import { AnswersOfEach1764000000055 } from './0055-answers-of-each.js';
import { AccountsAndSessions1764000000056 } from './0056-accounts-and-sessions.js';
import { DirectorySync1764000000057 } from './0057-directory-sync.js';
import { Organisation1764000000058 } from './0058-organisation.js';
import { ContactOfficers1764000000059 } from './0059-contact-officers.js';
import { ApiTokens1764000000061 } from './0061-api-tokens.js';
import { WiderJournal1764000000062 } from './0062-wider-journal.js';
import { DigestsAndRequests1764000000063 } from './0063-digests-requests.js';
import { Substitutions1764000000065 } from './0065-substitutions.js';
import { Circulars1764000000069 } from './0069-circulars.js';
import { Reports1764000000068 } from './0068-reports.js';
import { HotlineDoor1764000000072 } from './0072-hotline-door.js';
import { People1764000000073 } from './0073-people.js';
import { HandDeliveries1764000000075 } from './0075-hand-deliveries.js';
import { PeopleImport1764000000074 } from './0074-people-import.js';
import { AgreedBefore1764000000078 } from './0078-agreed-before.js';
import { UninformedAuthors1764000000077 } from './0077-uninformed-authors.js';
import { NumberingHold1764000000076 } from './0076-numbering-hold.js';
import { Supervision1764000000066 } from './0066-supervision.js';
import { Outages1764000000067 } from './0067-outages.js';
import { Publication1764000000071 } from './0071-publication.js';
import { Commendations1764000000070 } from './0070-commendations.js';
import { NoticeConditions1764000000080 } from './0080-notice-conditions.js';
import { OneAtATime1764000000081 } from './0081-one-at-a-time.js';
import { IndicesOfPages1764000000082 } from './0082-indices-of-pages.js';
import { RecordSeals1764000000083 } from './0083-record-seals.js';

/** All steps from an empty database to today's tables, in their order. */
export const MIGRATIONS: Schema['migrations'] = [
  House1764000000000,
  OrganisationAndRegisters1764000000001,
  Exchange1764000000002,
  Letters1764000000003,
  Tickets1764000000004,
  Rules1764000000005,
  Calendar1764000000006,
  Search1764000000007,
  Notices1764000000008,
  TicketLife1764000000010,
  Intake1764000000011,
  Idempotency1764000000012,
  ReportersPrivacy1764000000013,
  TicketEnds1764000000014,
  KeysAndIndices1764000000016,
  HouseFacts1764000000018,
  WordsOfPeople1764000000019,
  RegisterChain1764000000020,
  SendersAndFurtherDocuments1764000000021,
  TemplateVersions1764000000022,
  RefusedFiles1764000000023,
  DocumentOutcome1764000000024,
  PrintedAndClosedRegisters1764000000025,
  DraftRevisions1764000000026,
  SigningAuthorities1764000000027,
  AfterRelease1764000000028,
  Copies1764000000029,
  Records1764000000030,
  IncomingSignatures1764000000031,
  Annexes1764000000032,
  AfterClosing1764000000033,
  SignatureRequests1764000000034,
  ReservedNumbers1764000000035,
  LettersByFile1764000000036,
  SignatureEvidence1764000000037,
  TrustStore1764000000038,
  MessageSignature1764000000039,
  TriesAndCircuits1764000000040,
  PromisesByHand1764000000041,
  Reconciliation1764000000042,
  OtherContent1764000000043,
  AwaitedDocuments1764000000045,
  HeardMessages1764000000047,
  Agencies1764000000048,
  TasksOfTheExchange1764000000049,
  ExchangeEvidence1764000000051,
  WorkByHand1764000000053,
  UnreadColumns1764000000054,
  AnswersOfEach1764000000055,
  AccountsAndSessions1764000000056,
  DirectorySync1764000000057,
  Organisation1764000000058,
  ContactOfficers1764000000059,
  ApiTokens1764000000061,
  WiderJournal1764000000062,
  DigestsAndRequests1764000000063,
  Substitutions1764000000065,
  Circulars1764000000069,
  Reports1764000000068,
  HotlineDoor1764000000072,
  Supervision1764000000066,
  Outages1764000000067,
  Publication1764000000071,
  Commendations1764000000070,
  NoticeConditions1764000000080,
  People1764000000073,
  HandDeliveries1764000000075,
  PeopleImport1764000000074,
  NumberingHold1764000000076,
  UninformedAuthors1764000000077,
  OneAtATime1764000000081,
  AgreedBefore1764000000078,
  IndicesOfPages1764000000082,
  RecordSeals1764000000083,
];
