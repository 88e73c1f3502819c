/** The tables of tickets, of petitions, and of what is proposed for them. */
import {
  ProposalModelEntity,
  ProposalWatchEntity,
  TicketProposalEntity,
} from '../proposals/persistence/proposal.entities.js';
import { RoutingImportEntity } from '../routing-table/persistence/routing-import.entity.js';
import { RoutingLineEntity } from '../routing-table/persistence/routing-line.entity.js';
import {
  PetitionDutyEntity,
  PetitionEntity,
  PetitionStepEntity,
  PetitionYearEntity,
} from '../petitions/persistence/petition.entities.js';
import {
  SavedSearchEntity,
  TicketCounterEntity,
  TicketSearchEntity,
  TicketWordEntity,
} from '../tickets/persistence/search.entities.js';
import { TicketImportEntity, TicketIntakeEntity, TicketRefusalEntity } from '../tickets/persistence/intake.entities.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketFileEntity,
  TicketPauseEntity,
  TicketPublicationEntity,
} from '../tickets/persistence/life.entities.js';
import { TicketRatingEntity, TicketRatingLinkEntity } from '../tickets/persistence/rating.entities.js';
import { AnswerPageEntity } from '../tickets/persistence/answer-page.entity.js';
import { ProposedDecisionEntity } from '../tickets/persistence/proposed-decision.entity.js';
import { UninformedAuthorEntity } from '../tickets/persistence/uninformed-author.entity.js';
import { FurtherDocumentEntity } from '../tickets/persistence/further-document.entity.js';
import { TicketReminderEntity, TicketReminderWatchEntity } from '../tickets/persistence/reminder.entities.js';
import { TicketDayCountEntity } from '../tickets/persistence/days/ticket-day-count.entity.js';
import { TicketStandingEntity } from '../tickets/persistence/ticket-standing.entity.js';
import {
  TicketAssignmentEntity,
  TicketDayEntity,
  TicketDeadlineEntity,
  TicketEntity,
  TicketEntryEntity,
} from '../tickets/persistence/tickets.entities.js';

export const TICKET_ENTITIES = [
  PetitionEntity,
  PetitionDutyEntity,
  PetitionStepEntity,
  PetitionYearEntity,
  RoutingLineEntity,
  RoutingImportEntity,
  TicketProposalEntity,
  ProposalModelEntity,
  ProposalWatchEntity,
  TicketEntity,
  TicketDayEntity,
  TicketDayCountEntity,
  TicketDeadlineEntity,
  TicketAssignmentEntity,
  ProposedDecisionEntity,
  TicketEntryEntity,
  TicketReminderWatchEntity,
  TicketReminderEntity,
  TicketPauseEntity,
  TicketExtensionEntity,
  TicketCoordinationEntity,
  AnswerPageEntity,
  TicketAnswerEntity,
  TicketPublicationEntity,
  TicketRatingEntity,
  UninformedAuthorEntity,
  TicketRatingLinkEntity,
  TicketFileEntity,
  TicketIntakeEntity,
  TicketImportEntity,
  TicketRefusalEntity,
  FurtherDocumentEntity,
  TicketSearchEntity,
  TicketWordEntity,
  TicketCounterEntity,
  SavedSearchEntity,
  TicketStandingEntity,
];
