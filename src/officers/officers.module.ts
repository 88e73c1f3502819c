import { Module } from '@nestjs/common';
import { DelegationModule } from '../delegation/index.js';
import { DraftingModule } from '../drafting/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { TicketsModule } from '../tickets/index.js';
import { ApplyOfficerChange } from './application/apply-officer-change.js';
import { DecideChange } from './application/decide-change.js';
import { DirectorySheet } from './application/directory-sheet.js';
import { DraftChangeLetter } from './application/draft-change-letter.js';
import { ChangeLetterPlan } from './application/change-letter-plan.js';
import { MakeLetter } from './application/make-letter.js';
import { OfficerDirectory } from './application/officer-directory.js';
import { OfficerRoles } from './application/officer-roles.js';
import { OfficerTerms } from './application/officer-terms.js';
import { PlanChange } from './application/plan-change.js';
import { TellOfChange } from './application/tell-of-change.js';
import { CarryOutDue } from './jobs/carry-out-due.js';
import { WarnOfMissing } from './jobs/warn-of-missing.js';

/** Who does which job. */
export const OFFICER_HANDLERS = {
  'officers.letter': MakeLetter,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  OfficerDirectory,
  DirectorySheet,
  OfficerTerms,
  PlanChange,
  DecideChange,
  DraftChangeLetter,
  CarryOutDue,
  WarnOfMissing,
];

@Module({
  imports: [
    DelegationModule,
    DraftingModule,
    AgencyProfileModule,
    JournalModule,
    NoticesModule,
    OrganisationModule,
    TicketsModule,
  ],
  providers: [
    ...EXPORTED,
    OfficerRoles,
    ApplyOfficerChange,
    TellOfChange,
    ChangeLetterPlan,
    ...Object.values(OFFICER_HANDLERS),
  ],
  exports: EXPORTED,
})
export class OfficersModule {}
