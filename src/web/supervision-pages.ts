import { DirectivesController } from './supervision/directives.controller.js';
import { InspectionController } from './supervision/inspection.controller.js';
import { OutagesController } from './system/outages.controller.js';
import { ReadDirectives } from './supervision/read-directives.js';
import { ReadSupervision } from './supervision/read-supervision.js';
import { ReminderLettersController } from './supervision/reminder-letters.controller.js';
import { StatusController } from './system/status.controller.js';
import { SupervisionController } from './supervision/supervision.controller.js';

/** The pages of supervision, of announced interruptions and of how the service is. */
export const SUPERVISION_CONTROLLERS = [
  SupervisionController,
  InspectionController,
  DirectivesController,
  ReminderLettersController,
  OutagesController,
  StatusController,
];

export const SUPERVISION_READINGS = [ReadSupervision, ReadDirectives];
