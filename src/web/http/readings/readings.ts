import { SUPERVISION_READINGS } from '../../supervision-pages.js';
import { Entrance } from '../entrance.js';
import { LoginViews } from '../login-views.js';
import { Frames } from '../frames.js';
import { PublicAnswers } from '../public-answers.js';
import { CaseLetterReader } from './case-letters.js';
import { ConvertedDocuments } from './converted-documents.js';
import { KeptFiles } from './kept-files.js';
import { LetterPictures } from './letter-pictures.js';
import { PresentDay } from './present-day.js';
import { ReadAccount } from './read-account.js';
import { ReadAgencies } from './read-agencies.js';
import { ReadAuthorities } from './read-authorities.js';
import { ReadAwaiting } from './read-awaiting.js';
import { ReadCalendar } from './read-calendar.js';
import { ReadCirculars } from './read-circulars.js';
import { ReadCopies } from './read-copies.js';
import { ReadDirectorySync } from './read-directory-sync.js';
import { ReadDraft } from './read-draft.js';
import { ReadEntries } from './read-entries.js';
import { ReadExchangeCourse } from './read-exchange-course.js';
import { ReadExchangeQueue } from './read-exchange-queue.js';
import { ReadFilePlan } from './read-file-plan.js';
import { ReadHouse } from './read-house.js';
import { ReadIntake } from './read-intake.js';
import { ReadJournalPage } from './read-journal-page.js';
import { ReadLookUp } from './read-look-up.js';
import { ReadNoticesPage } from './read-notices-page.js';
import { ReadOfficers } from './read-officers.js';
import { ReadOrganisation } from './read-organisation.js';
import { ReadPeople } from './read-people.js';
import { ReadOutgoing } from './read-outgoing.js';
import { ReadPolicies } from './read-policies.js';
import { ReadPreview } from './read-preview.js';
import { ReadPrintedCopies } from './read-printed-copies.js';
import { ReadPromiseSubjects } from './read-promise-subjects.js';
import { ReadRecipients } from './read-recipients.js';
import { ReadReconciliation } from './read-reconciliation.js';
import { ReadRecordFiles } from './read-record-files.js';
import { ReadRefused } from './read-refused.js';
import { ReadRegisterWatch } from './read-register-watch.js';
import { ReadRegisters } from './read-registers.js';
import { ReadReports } from './read-reports.js';
import { ReadRevision } from './read-revision.js';
import { ReadSearch } from './read-search.js';
import { ReadSignatures } from './read-signatures.js';
import { ReadSplit } from './read-split.js';
import { ReadSubstitutions } from './read-substitutions.js';
import { ReadTasks } from './read-tasks.js';
import { ReadTemplates } from './read-templates.js';
import { ReadTicket } from './read-ticket.js';
import { ReadTokens } from './read-tokens.js';
import { ReadTrust } from './read-trust.js';
import { ReadWebhooks } from './read-webhooks.js';
import { ReadWork } from './read-work.js';

/** What pages are read by, and what all of them share. */
export const READINGS = [
  Frames,
  PublicAnswers,
  Entrance,
  LoginViews,
  ReadAccount,
  PresentDay,
  LetterPictures,
  KeptFiles,
  ReadPreview,
  ReadNoticesPage,
  ReadAwaiting,
  ReadWork,
  ReadTicket,
  ReadSplit,
  ReadIntake,
  CaseLetterReader,
  ReadDraft,
  ReadEntries,
  ReadRecipients,
  ReadRevision,
  ReadCalendar,
  ReadSignatures,
  ReadPrintedCopies,
  ReadLookUp,
  ConvertedDocuments,
  ReadCopies,
  ReadCirculars,
  ReadRegisterWatch,
  ReadRegisters,
  ReadOutgoing,
  ReadFilePlan,
  ReadRecordFiles,
  ReadRefused,
  ReadExchangeQueue,
  ReadPromiseSubjects,
  ReadReconciliation,
  ReadExchangeCourse,
  ReadTasks,
  ReadAgencies,
  ReadOrganisation,
  ReadPeople,
  ReadDirectorySync,
  ReadSearch,
  ReadPolicies,
  ReadHouse,
  ReadAuthorities,
  ReadOfficers,
  ReadReports,
  ReadJournalPage,
  ReadTrust,
  ReadTemplates,
  ReadTokens,
  ReadSubstitutions,
  ...SUPERVISION_READINGS,
  ReadWebhooks,
];
