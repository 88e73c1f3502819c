import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { hasHandIn, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { LEVEL_WORDS, type PolicySet } from '../../law/index.js';
import { Notices } from '../../notices/index.js';
import { PetitionOfTicket } from '../../petitions/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../domain/assignment.js';
import { NATURE_WORDS } from '../domain/intake/intake-nature.js';
import { judgingAct } from '../domain/judging.js';
import { complaintOf, type ComplaintSaid } from '../domain/identity/secrecy.js';
import { TicketEntity } from '../persistence/tickets.entities.js';
import { CoordinationRequests } from './inquiry/coordination-requests.js';
import { DeskDuty } from './desk-duty.js';
import { showHandlers } from './intake/document-line.js';
import { complainedWords } from './record-complaint-subject.js';
import { Periods } from './deadlines/periods.js';
import { petitionOf } from './petition-of.js';
import { RecountOpenPeriods } from './deadlines/recount-open-periods.js';
import { SeparateSenders } from './ending/separate-senders.js';
import { TicketRules } from './ticket-rules.js';
import type { TicketChange } from './ticket-change.js';
import { Tickets } from './tickets.js';

/** What a ticket is: by it the rules choose limits, who may see the sender, and whether it is handled as feedback at all. */
export type Classification = Pick<TicketEntity, 'level' | 'category' | 'nature' | 'kind'> & ComplaintSaid;

export interface ClassifyTicketCommand extends Classification {
  /** The version of the ticket that was judged. */
  readonly seen?: number;
}

/** Judges a ticket. Another level or category counts the citizen's period again from its old start, and says both dates. */
@Injectable()
export class ClassifyTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly recountOpenPeriods: RecountOpenPeriods,
    private readonly desk: DeskDuty,
    private readonly rules: TicketRules,
    private readonly staff: StaffDirectory,
    private readonly coordination: CoordinationRequests,
    private readonly notices: Notices,
    private readonly separate: SeparateSenders,
    private readonly petitions: PetitionOfTicket,
  ) {}

  /**
   * What a unit has stays with it, corrected; what turns out to be no feedback leaves the unit and goes back to the desk.
   *
   * @throws DomainError `letter-under-way` where the unit's letter has gone to be approved or signed; `input-invalid`, `not-found`, `forbidden`,
   *   `ticket-transition-refused`, `changed-meanwhile`, `deadline-calendar-missing`
   */
  async classify(actor: Actor, ticketId: string, { seen, ...classification }: ClassifyTicketCommand): Promise<void> {
    const { level, category, nature, kind } = classification;
    const complaint = complaintOf(classification, this.clock.now());
    const { complainedUnitId, aboutNoUnitAt } = complaint;
    const complained = complainedUnitId === null ? null : await this.staff.unit(complainedUnitId);
    const judgement = { level, category, nature, kind, ...complaint };
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      const act = judgingAct(ticket.state, nature);
      this.tickets.require(actor, ticket, act);
      const judged = Object.assign(new TicketEntity(), ticket, judgement);
      // Judging a new ticket takes it: what that meets is not counted by the new level.
      if (ticket.state === 'received') await this.periods.met(tx, ticketId, 'acknowledge');
      const recount = await this.recounted(tx, ticket, judged);
      const released = act === 'divert' ? await this.release(tx, actor, ticket) : {};
      const policy = await this.rules.policyOf(ticket);
      const sentences = [
        classifiedWords(classification, policy),
        ...(complained === null && aboutNoUnitAt === null
          ? []
          : [`${complainedWords(complained?.name ?? null, aboutNoUnitAt !== null)}.`]),
        ...recount.words,
      ];
      const { ticket: after } = await this.tickets.perform(tx, actor, ticket, {
        act,
        change: { ...judgement, ...recount.change, ...released },
        entry: {
          kind: 'classified',
          title: `Phân loại: ${NATURE_WORDS[nature]}`,
          text: sentences.join('\n'),
        },
      });
      if (after.leadUnitId === null)
        await this.desk.begin(tx, after, ticket.state === 'received' ? 'receipt' : 'nature');
      if (act === 'divert') await showHandlers(tx, ticket.incomingDocumentId, this.clock.now());
      await this.separate.from(tx, actor, after);
      await this.petitions.follow(tx, actor, petitionOf(after));
    });
  }

  private async recounted(
    tx: EntityManager,
    ticket: TicketEntity,
    judged: TicketEntity,
  ): Promise<{ readonly change: TicketChange; readonly words: readonly string[] }> {
    if (judged.level === ticket.level && judged.category === ticket.category) return { change: {}, words: [] };
    const { change } = await this.recountOpenPeriods.recount(tx, judged, 'level');
    const due = change.dueAt ?? ticket.dueAt;
    return { change, words: [`Hạn trả lời cũ ${momentWords(ticket.dueAt)}, hạn mới ${momentWords(due)}.`] };
  }

  /** The unit, and those that help it, have nothing more to do with the ticket, and see it no longer. */
  private async release(tx: EntityManager, actor: Actor, ticket: TicketEntity): Promise<TicketChange> {
    const { id, code, officerId } = ticket;
    for (const request of await this.coordination.openOf(tx, ticket)) await this.coordination.end(tx, request);
    await this.periods.met(tx, id, 'unitAcknowledge');
    if (officerId !== null && !hasHandIn(actor, officerId)) {
      await this.notices.tell(tx, {
        key: `ticket.diverted:${id}:${String(ticket.version)}:${officerId}`,
        staffId: officerId,
        kind: 'news',
        ticket: { id, code },
        words: `Phiếu ${code} đã rời đơn vị và về Văn thư; không xử lý tiếp.`,
      });
    }
    return { leadUnitId: null, officerId: null, acceptBy: null, coordinators: [] };
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
