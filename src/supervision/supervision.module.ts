import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DraftingModule } from '../drafting/index.js';
import { FilesModule } from '../files/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule, WorkInHand } from '../organisation/index.js';
import { TicketsModule } from '../tickets/index.js';
import { Directives } from './application/directives.js';
import { DraftReminder } from './application/draft-reminder.js';
import { DrawSample } from './application/draw-sample.js';
import { MakeReminderLetter } from './application/make-reminder-letter.js';
import { ReminderPlan } from './application/reminder-plan.js';
import { ReminderLetters } from './application/reminder-letters.js';
import { SupervisionBoard } from './application/supervision-board.js';
import { TellOfDirective } from './application/tell-of-directive.js';
import { WriteInspectionNote } from './application/write-inspection-note.js';
import { ProposeLetters } from './jobs/propose-letters.js';
import { RemindOfDirectives } from './jobs/remind-of-directives.js';
import { SupervisionQueries } from './persistence/supervision-queries.js';

/** Who does which job. */
export const SUPERVISION_HANDLERS = {
  'supervision.letter': MakeReminderLetter,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  SupervisionBoard,
  SupervisionQueries,
  DrawSample,
  WriteInspectionNote,
  Directives,
  ReminderLetters,
  DraftReminder,
  RemindOfDirectives,
  ProposeLetters,
];

@Module({
  imports: [
    CalendarModule,
    DraftingModule,
    FilesModule,
    JournalModule,
    NoticesModule,
    OrganisationModule,
    TicketsModule,
  ],
  providers: [...EXPORTED, TellOfDirective, ReminderPlan, ...Object.values(SUPERVISION_HANDLERS)],
  exports: EXPORTED,
})
export class SupervisionModule implements OnModuleInit {
  constructor(
    private readonly workInHand: WorkInHand,
    private readonly directives: Directives,
  ) {}

  onModuleInit(): void {
    this.workInHand.add(this.directives);
  }
}
