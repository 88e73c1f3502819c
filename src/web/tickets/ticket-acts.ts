import type { ActFormView } from '../kit/acts/act-form.js';
import type { MatterView } from './matter.js';
import { ticketAfterActs, ticketAfterMatters } from './ticket-after.js';
import { ticketDecisionMatters } from '../decisions/ticket-decision.js';
import { ticketAnswerActs, ticketAnswerMatters } from './ticket-answer.js';
import { ticketPublicationMatters } from './ticket-publication.js';
import { ticketDocumentMatters } from './ticket-documents.js';
import { ticketDeskActs } from './ticket-desk.js';
import { ticketFurtherMatters } from './ticket-further.js';
import { ticketLetterActs } from './ticket-letter.js';
import { ticketTimeActs, ticketTimeMatters } from '../deadlines/ticket-time.js';
import { ticketMeritMatters } from './ticket-merit.js';
import { ticketMergeMatters } from './ticket-merge-view.js';
import { ticketUnitsActs, ticketUnitsMatters } from './ticket-units-view.js';
import type { TicketReading } from './ticket-reading.js';

type Acts = (reading: TicketReading) => readonly ActFormView[];
type Matters = (reading: TicketReading) => readonly MatterView[];

/** What else may be done with a ticket, in the order of the page. */
const ACTS: readonly Acts[] = [
  ticketUnitsActs,
  ticketAnswerActs,
  ticketLetterActs,
  ticketTimeActs,
  ticketDeskActs,
  ticketAfterActs,
];

/** What is going on about a ticket, in the order of the page. */
const MATTERS: readonly Matters[] = [
  ticketDecisionMatters,
  ticketFurtherMatters,
  ticketUnitsMatters,
  ticketTimeMatters,
  ticketAnswerMatters,
  ticketDocumentMatters,
  ticketAfterMatters,
  ticketPublicationMatters,
  ticketMeritMatters,
  ticketMergeMatters,
];

export function ticketActs(reading: TicketReading): readonly ActFormView[] {
  return ACTS.flatMap((acts) => acts(reading));
}

export function ticketMatters(reading: TicketReading): readonly MatterView[] {
  return MATTERS.flatMap((matters) => matters(reading));
}
