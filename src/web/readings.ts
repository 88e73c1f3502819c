import { SUPERVISION_READINGS } from './supervision-pages.js';
import { Entrance } from './kit/http/entrance.js';
import { LoginViews } from './account/login-views.js';
import { Frames } from './kit/http/frames.js';
import { PublicAnswers } from './public-site/public-answers.js';
import { CaseLetterReader } from './drafting/read-case-letters.js';
import { ConvertedDocuments } from './drafting/converted-documents.js';
import { KeptFiles } from './ticket-files/kept-files.js';
import { LetterPictures } from './drafting/letter-pictures.js';
import { PresentDay } from './kit/http/present-day.js';
import { ReadAccount } from './account/read-account.js';
import { ReadAgencies } from './organisation/read-agencies.js';
import { ReadAuthorities } from './people/read-authorities.js';
import { ReadAwaiting } from './supervision/read-awaiting.js';
import { ReadCalendar } from './calendar/read-calendar.js';
import { ReadCirculars } from './circulars/read-circulars.js';
import { ReadCopies } from './documents/read-copies.js';
import { ReadDirectorySync } from './people/read-directory-sync.js';
import { ReadDraft } from './drafting/read-draft.js';
import { ReadEntries } from './registers/read-entries.js';
import { ReadExchangeCourse } from './exchange/read-exchange-course.js';
import { ReadExchangeQueue } from './exchange/read-exchange-queue.js';
import { ReadFilePlan } from './records/read-file-plan.js';
import { ReadAgencyProfile } from './organisation/read-agency-profile.js';
import { ReadIntake } from './intake/read-intake.js';
import { ReadJournalPage } from './journal/read-journal-page.js';
import { ReadLookUp } from './signing/read-look-up.js';
import { ReadNoticesPage } from './notices/read-notices-page.js';
import { ReadOfficers } from './people/read-officers.js';
import { ReadOrganisation } from './organisation/read-organisation.js';
import { ReadPeople } from './people/read-people.js';
import { ReadOutgoing } from './documents/read-outgoing.js';
import { ReadPolicies } from './policies/read-policies.js';
import { ReadPreview } from './drafting/read-preview.js';
import { ReadPrintedCopies } from './registers/read-printed-copies.js';
import { ReadPromiseSubjects } from './exchange/read-promise-subjects.js';
import { ReadRecipients } from './documents/read-recipients.js';
import { ReadReconciliation } from './exchange/read-reconciliation.js';
import { ReadRecordFiles } from './records/read-record-files.js';
import { ReadRefused } from './exchange/read-refused.js';
import { ReadRegisterWatch } from './registers/read-register-watch.js';
import { ReadRegisters } from './registers/read-registers.js';
import { ReadReports } from './reports/read-reports.js';
import { ReadRevision } from './revisions/read-revision.js';
import { ReadSearch } from './my-work/read-search.js';
import { ReadSignatures } from './signing/read-signatures.js';
import { ReadSplit } from './intake/read-split.js';
import { ReadSubstitutions } from './people/read-substitutions.js';
import { ReadTasks } from './exchange/read-tasks.js';
import { ReadTemplates } from './templates/read-templates.js';
import { ReadTicket } from './tickets/read-ticket.js';
import { ReadTokens } from './system/read-tokens.js';
import { ReadTrust } from './trust/read-trust.js';
import { ReadWebhooks } from './system/read-webhooks.js';
import { ReadWork } from './my-work/read-work.js';

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
  ReadAgencyProfile,
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
