export { DecideChange } from './application/decide-change.js';
export { DraftChangeLetter } from './application/draft-change-letter.js';
export { DirectorySheet } from './application/directory-sheet.js';
export {
  OfficerDirectory,
  type DirectoryQuestion,
  type ListedOfficer,
  type ListedUnit,
  type UnitHistory,
} from './application/officer-directory.js';
export { OfficerTerms, type EntryDraft } from './application/officer-terms.js';
export { PlanChange, type OfficerPlan } from './application/plan-change.js';
export { CarryOutDue } from './jobs/carry-out-due.js';
export { WarnOfMissing } from './jobs/warn-of-missing.js';
export { OfficersBackgroundModule } from './officers-background.module.js';
export { OfficersModule } from './officers.module.js';
export { OfficerTermEntity, type OfficerChangeEntity } from './persistence/officers.entities.js';
