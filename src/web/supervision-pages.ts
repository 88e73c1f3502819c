import { DirectivesController } from './http/directives.controller.js';
import { InspectionController } from './http/inspection.controller.js';
import { OutagesController } from './http/outages.controller.js';
import { ReadDirectives } from './http/readings/read-directives.js';
import { ReadSupervision } from './http/readings/read-supervision.js';
import { ReminderLettersController } from './http/reminder-letters.controller.js';
import { StatusController } from './http/status.controller.js';
import { SupervisionController } from './http/supervision.controller.js';

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
