import type { EntityManager, ObjectLiteral } from 'typeorm';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketFileEntity,
  TicketPauseEntity,
  TicketPublicationEntity,
} from '../../src/tickets/persistence/life.entities.js';
import { TicketRatingEntity } from '../../src/tickets/persistence/rating.entities.js';
import { FurtherDocumentEntity } from '../../src/tickets/persistence/further-document.entity.js';
import { TicketCounterEntity } from '../../src/tickets/persistence/search.entities.js';
import {
  TicketAssignmentEntity,
  TicketDeadlineEntity,
  TicketEntity,
  TicketEntryEntity,
} from '../../src/tickets/persistence/tickets.entities.js';

type Rows = abstract new () => ObjectLiteral;

/** Only ever added to: their number says whether something was. */
const APPENDED: readonly Rows[] = [
  JournalEntryEntity,
  TicketEntryEntity,
  OutboxEntity,
  DispatchEntity,
  NoticeEntity,
  TicketRatingEntity,
  TicketFileEntity,
];

/** Changed as the ticket goes on: compared as they are. */
const CHANGED: readonly Rows[] = [
  TicketEntity,
  TicketAssignmentEntity,
  TicketPauseEntity,
  TicketExtensionEntity,
  TicketCoordinationEntity,
  TicketAnswerEntity,
  TicketPublicationEntity,
  TicketCounterEntity,
  IncomingDocumentEntity,
  FurtherDocumentEntity,
  DraftEntity,
];

/** Everything that an act may leave behind, as lines to compare; bytes of files are no trace until a row names them. */
export async function traceOf(rows: EntityManager): Promise<string> {
  const lines: string[] = [];
  for (const kind of APPENDED) lines.push(`${kind.name} ${String(await rows.count(kind))}`);
  for (const kind of CHANGED) {
    for (const row of await rows.find(kind)) lines.push(`${kind.name} ${JSON.stringify(row)}`);
  }
  const deadlines = await rows.find(TicketDeadlineEntity, { select: { id: true, supersededAt: true, metAt: true } });
  lines.push(...deadlines.map((row) => `deadline ${JSON.stringify(row)}`));
  return lines.sort().join('\n');
}
