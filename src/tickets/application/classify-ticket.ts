import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { Actor } from '../../kernel/actor.js';
import { LEVEL_WORDS, type PolicySet } from '../../law/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../domain/assignment.js';
import { NATURE_WORDS } from '../domain/intake-nature.js';
import { TicketEntity } from '../persistence/tickets.entities.js';
import { AcceptTicket } from './accept-ticket.js';
import { showDueDay } from './document-line.js';
import { Periods } from './periods.js';
import { TicketRules } from './ticket-rules.js';
import type { TicketChange } from './ticket-change.js';
import { Tickets } from './tickets.js';

/** What a ticket is: by it the rules choose limits, who may see the sender, and whether it is handled as feedback at all. */
export type Classification = Pick<TicketEntity, 'level' | 'category' | 'nature' | 'kind' | 'complainedUnitId'>;

export interface ClassifyTicketCommand extends Classification {
  /** The version of the ticket that was judged. */
  readonly seen?: number;
}

/** Judges a ticket. Another level or category counts the citizen's period anew from its old start, and says both dates. */
@Injectable()
export class ClassifyTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly rules: TicketRules,
    private readonly staff: StaffDirectory,
    private readonly acceptTicket: AcceptTicket,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`, `deadline-calendar-missing` */
  async execute(actor: Actor, ticketId: string, { seen, ...classification }: ClassifyTicketCommand): Promise<void> {
    const { complainedUnitId } = classification;
    const complained = complainedUnitId === null ? null : await this.staff.unit(complainedUnitId);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      this.tickets.require(actor, ticket, 'classify');
      const judged = Object.assign(new TicketEntity(), ticket, classification);
      const recount = await this.recounted(tx, ticket, judged);
      if (ticket.state === 'received') await this.acceptTicket.taken(tx, judged);
      const policy = await this.rules.policyOf(ticket);
      const sentences = [
        classifiedWords(classification, policy),
        ...(complained === null ? [] : [`Đơn vị bị phản ánh: ${complained.name}.`]),
        ...recount.words,
      ];
      await this.tickets.perform(tx, actor, ticket, {
        act: 'classify',
        change: { ...classification, ...recount.change },
        entry: {
          kind: 'classified',
          title: `Phân loại: ${NATURE_WORDS[classification.nature]}`,
          text: sentences.join('\n'),
        },
      });
    });
  }

  private async recounted(
    tx: EntityManager,
    ticket: TicketEntity,
    judged: TicketEntity,
  ): Promise<{ readonly change: TicketChange; readonly words: readonly string[] }> {
    if (judged.level === ticket.level && judged.category === ticket.category) return { change: {}, words: [] };
    const { dueAt, legalEndAt } = await this.periods.count(tx, judged, { duty: 'process', reason: 'level' });
    await showDueDay(tx, ticket, dueAt);
    const unitOwed = await this.periods.inForce(tx, ticket, 'assign');
    if (unitOwed?.metAt === null) await this.periods.count(tx, judged, { duty: 'assign', reason: 'level' });
    const words = [`Hạn trả lời cũ ${momentWords(ticket.dueAt)}, hạn mới ${momentWords(dueAt)}.`];
    return { change: { dueAt, legalEndAt }, words };
  }
}

function classifiedWords({ level, category, kind }: Classification, policy: PolicySet): string {
  const sort = kind === 'petition' ? 'Kiến nghị' : 'Phản ánh';
  return `${sort}; mức độ ${LEVEL_WORDS[level].toLocaleLowerCase('vi')}; lĩnh vực ${policy.categories[category].name}.`;
}

/** `17:30 ngày 20/03/2026` */
function momentWords(instant: Date): string {
  const [day = '', time = ''] = isoInVietnam(instant).split('T');
  return `${time.slice(0, 5)} ngày ${day.split('-').toReversed().join('/')}`;
}
