import { DirectivesController } from './supervision/directives.controller.js';
import { InspectionController } from './supervision/inspection.controller.js';
import { OutagesController } from './system/outages.controller.js';
import { DirectivesPageQuery } from './supervision/directives-page-query.js';
import { SupervisionPageQuery } from './supervision/supervision-page-query.js';
import { ReminderLettersController } from './supervision/reminder-letters.controller.js';
import { SecurityTxtController } from './system/security-txt.controller.js';
import { StatusController } from './system/status.controller.js';
import { SupervisionController } from './supervision/supervision.controller.js';

/** The pages of supervision, of announced interruptions and of how the service is. */
export const SUPERVISION_CONTROLLERS = [
  SupervisionController,
  InspectionController,
  DirectivesController,
  ReminderLettersController,
  OutagesController,
  SecurityTxtController,
  StatusController,
];

export const SUPERVISION_PAGE_QUERIES = [SupervisionPageQuery, DirectivesPageQuery];
