export { Directives, type NewDirective } from './application/directives.js';
export { DraftReminder } from './application/draft-reminder.js';
export { DrawSample, type DrawSampleCommand } from './application/draw-sample.js';
export { ReminderLetters } from './application/reminder-letters.js';
export { SupervisionBoard, type BoardQuestion, type Trends } from './application/supervision-board.js';
export { WriteInspectionNote, type InspectionNoteCommand } from './application/write-inspection-note.js';
export { ProposeLetters } from './jobs/propose-letters.js';
export { RemindOfDirectives } from './jobs/remind-of-directives.js';
export { SupervisionQueries, type InspectionNote, type SampleLine } from './persistence/supervision-queries.js';
export type {
  DirectiveEntity,
  DirectiveStepEntity,
  InspectionSampleEntity,
  ReminderLetterEntity,
} from './persistence/supervision.entities.js';
export { SupervisionBackgroundModule } from './supervision-background.module.js';
export { SupervisionModule } from './supervision.module.js';
