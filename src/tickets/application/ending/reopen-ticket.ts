import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import {
  isForSupervision,
  nextCycle,
  REOPENING_LENGTHS,
  type FormerHolder,
  type NextCycle,
} from '../../domain/deadlines/cycle.js';
import { requireText } from '../../domain/required-text.js';
import { TicketPublicationEntity } from '../../persistence/life.entities.js';
import { TicketAssignmentEntity, TicketEntity } from '../../persistence/tickets.entities.js';
import { DeskDuty } from '../desk-duty.js';
import { updateRegisterDueDate } from '../intake/document-line.js';
import { Periods, type MeasuredTicket } from '../deadlines/periods.js';
import { TicketRules } from '../ticket-rules.js';
import type { TicketCourse } from '../reading/ticket-course.js';
import { Tickets, type Performance } from '../tickets.js';
import { WITHDRAW_RESULT } from '../../jobs/jobs.js';
import { noteHeard } from '../../persistence/unit-heard.js';

/** Why a ticket begins its next cycle, and what is said about it. */
interface Beginning extends Pick<Performance, 'act' | 'as'> {
  readonly entry: (next: NextCycle) => TicketCourse;
  readonly word: (next: NextCycle) => string;
  /** The message to the person who asked that the result be published. */
  readonly notPublished: string;
}

/**
 * The citizen says within the window that the matter is not settled: the same ticket begins its next cycle, measured from this moment. What the
 * earlier cycles owed, said and proved stays as it was.
 */
@Injectable()
export class ReopenTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly desk: DeskDuty,
    private readonly rules: TicketRules,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The unit that answered is proposed once more and may take it at once, or the desk hands it out again; too often, and supervision hands it out.
   *
   * @param reason what is not settled, in the words that were taken down
   * @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `deadline-calendar-missing`,
   *   `changed-meanwhile`
   */
  async reopen(actor: Actor, ticketId: string, reason: string): Promise<void> {
    const text = requireText('reason', reason, REOPENING_LENGTHS);
    await this.uow.run(async (tx) => {
      const ended = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ended, 'reopen');
      await this.begin(tx, actor, ended, {
        act: 'reopen',
        entry: ({ cycle }) => ({ kind: 'reopened', title: `Mở lại, lần xử lý ${cycle}`, text }),
        word: ({ cycle }) => `Sở tiếp nhận phản ánh lại và xử lý lần ${cycle}.`,
        notPublished: 'Phiếu được mở lại.',
      });
    });
  }

  /**
   * The letter that answered was recalled, so that nothing answers any more: the next cycle begins as when the citizen comes back, though that costs the
   * citizen none of the times a ticket may be reopened.
   *
   * @param entry the line that says so
   * @throws DomainError `ticket-transition-refused`, `deadline-calendar-missing`, `changed-meanwhile`
   */
  async afterRecall(tx: EntityManager, actor: Actor, ticket: TicketEntity, entry: TicketCourse): Promise<void> {
    const spared = Object.assign(new TicketEntity(), ticket, { reopeningsLeft: ticket.reopeningsLeft + 1 });
    await this.begin(tx, actor, spared, {
      act: 'letterRecalled',
      as: 'system',
      entry: () => entry,
      word: () =>
        `Sở đã thu hồi văn bản số ${entry.text ?? ''} đã gửi; phản ánh đang được giải quyết lại và Sở sẽ trả lời bằng văn bản khác.`,
      notPublished: 'Văn bản trả lời bị thu hồi.',
    });
  }

  private async begin(tx: EntityManager, actor: Actor, ended: TicketEntity, beginning: Beginning): Promise<void> {
    const { cycle, reopeningsLeft, publishedAt } = ended;
    const holder = await this.formerHolder(ended);
    const next = nextCycle({ cycle, reopeningsLeft, ...holder }, await this.rules.policyOf(ended));
    const { id, level, category, nature, policyVersion, startedAt } = ended;
    const measured = { id, level, category, nature, policyVersion, startedAt, cycle: next.cycle };
    const process = await this.periods.count(tx, measured, {
      duty: 'process',
      reason: 'reopening',
      startedAt: this.clock.now(),
      ...(next.leadUnitId === null ? {} : { unitId: next.leadUnitId }),
    });
    const { act, as, entry, word, notPublished } = beginning;
    await this.tickets.perform(tx, actor, ended, {
      act,
      change: {
        ...next,
        acceptBy: await this.propose(tx, actor, measured, next),
        dueAt: process.dueAt,
        legalEndAt: process.legalEndAt,
      },
      entry: entry(next),
      word: word(next),
      ...(as === undefined ? {} : { as }),
    });
    if (next.leadUnitId !== null) await noteHeard(tx, { ticketId: id, unitId: next.leadUnitId, at: this.clock.now() });
    await updateRegisterDueDate(tx, ended, process.dueAt);
    await this.dropPublication(tx, actor, ended, notPublished);
    if (publishedAt !== null) await this.withdrawPublished(tx, ended.id, cycle);
    await this.tell(tx, ended, next);
  }

  /** The unit that answered, with its officer where that person still works on its tickets. */
  private async formerHolder({ leadUnitId, officerId }: TicketEntity): Promise<FormerHolder> {
    if (leadUnitId === null) return { leadUnitId, officerId: null };
    const officers = await this.staff.contactOfficers(leadUnitId);
    return { leadUnitId, officerId: officers.find(({ id }) => id === officerId)?.id ?? null };
  }

  /** A result that is called unsettled is not published: a wish that still waits falls away. */
  private async dropPublication(
    tx: EntityManager,
    actor: Actor,
    { id: ticketId }: TicketEntity,
    decisionReason: string,
  ): Promise<void> {
    const decided = { approved: false, decidedById: actor.id, decidedAt: this.clock.now() };
    await tx.update(TicketPublicationEntity, { ticketId, approved: IsNull() }, { ...decided, decisionReason });
  }

  /** What stands on the public site says that the matter is settled, which it no longer is. @param cycle the one that ended */
  private async withdrawPublished(tx: EntityManager, ticketId: string, cycle: number): Promise<void> {
    await this.outbox.enqueue(tx, WITHDRAW_RESULT.of({ ticketId }, cycle));
  }

  /** Hands the ticket to the unit that answered, to accept as any assignment; where there is none, the desk owes one. @returns until when */
  private async propose(
    tx: EntityManager,
    actor: Actor,
    measured: MeasuredTicket & Pick<TicketEntity, 'nature'>,
    { leadUnitId, officerId }: NextCycle,
  ): Promise<Date | null> {
    const assignedAt = this.clock.now();
    if (leadUnitId === null) {
      await this.desk.begin(tx, measured, 'reopening');
      return null;
    }
    const { dueAt: acceptBy } = await this.periods.count(tx, measured, {
      duty: 'unitAcknowledge',
      reason: 'reopening',
      startedAt: assignedAt,
      unitId: leadUnitId,
    });
    if (officerId !== null) {
      await tx.insert(TicketAssignmentEntity, {
        id: newId(),
        ticketId: measured.id,
        unitId: leadUnitId,
        officerId,
        assignedById: actor.id,
        assignedAt,
        acceptBy,
        acceptedAt: null,
        declinedAt: null,
      });
    }
    return acceptBy;
  }

  private async tell(tx: EntityManager, { id, code }: TicketEntity, next: NextCycle): Promise<void> {
    const forSupervision = isForSupervision(next);
    const listeners = await (forSupervision ? this.supervisors() : this.ofUnit(next));
    const words = forSupervision
      ? `Phiếu ${code} mở lại quá số lần quy định; bộ phận giám sát quyết định đơn vị xử lý.`
      : `Phiếu ${code} được mở lại, lần xử lý ${next.cycle}; đơn vị nhận việc, hoặc không nhận và nêu lý do.`;
    const key = `ticket.reopened:${id}:${next.cycle}`;
    await this.notices.tellEach(tx, listeners, { key, kind: 'news', ticket: { id, code }, words });
  }

  private async supervisors(): Promise<readonly string[]> {
    return (await this.staff.peopleWith('supervisor')).map(({ id }) => id);
  }

  private async ofUnit({ leadUnitId, officerId }: NextCycle): Promise<readonly string[]> {
    const heads = leadUnitId === null ? [] : await this.staff.peopleWith('unitHead', leadUnitId);
    return [...(officerId === null ? [] : [officerId]), ...heads.map(({ id }) => id)];
  }
}
