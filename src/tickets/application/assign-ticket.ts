import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inOrderAbout } from '../../exchange/domain/sending-order.js';
import { hasHandIn, hasRole, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { acceptanceAfter, requireAsSeen } from '../domain/assignment.js';
import { beforeAssignment, type CountedByAct } from '../domain/before-assignment.js';
import type { CoordinationAsk } from '../domain/coordination.js';
import { basisOf, type DecisionGround } from '../domain/decisions/who-decides.js';
import { heldFor, isTellingHeld } from '../domain/undo.js';
import { SAY_ASSIGNMENT } from '../jobs/jobs.js';
import { TicketAssignmentEntity, type TicketEntity } from '../persistence/tickets.entities.js';
import { AssignmentGround } from './decisions/assignment-ground.js';
import { CoordinationRequests, type Asked } from './inquiry/coordination-requests.js';
import { updateRegisterDueDate, showHandlers } from './intake/document-line.js';
import { Periods, type Counted } from './deadlines/periods.js';
import { soundReceiver } from './sound-receiver.js';
import { WithdrawDraft, type WithdrawnDraft } from './reply/withdraw-draft.js';
import { Tickets } from './tickets.js';
import { noteHeard } from '../persistence/unit-heard.js';

export interface AssignTicketCommand {
  readonly ticketId: string;
  readonly unitId: string;
  readonly officerId: string;
  /** What the assigner writes to those who handle it (bút phê); empty or left out where there is nothing to add. */
  readonly directive?: string;
  /** The leader who gave the directive, where the assigner writes it down; a leader's own needs no name. */
  readonly directedById?: string;
  /** Units that help, each with its question; those that are being asked already stay. */
  readonly coordinators?: readonly CoordinationAsk[];
  /** The version of the ticket that the assigner has seen. */
  readonly seen?: number;
  /** Who laid it before the one who decides. */
  readonly proposedByName?: string;
  /** How many are assigned after it by the same press. */
  readonly following?: number;
}

/** By what right it is handed on, on whose words. */
type HandedBy = Pick<TicketAssignmentEntity, 'ground' | 'basis' | 'directive' | 'directedByName' | 'proposedByName'>;

/**
 * Hands a ticket to one lead unit and its contact officer, names the units that help, and tells the hotline (status 04). A hand-over never resets
 * the citizen's clock; within a unit it does not even reset the unit's own. Officer and hotline are told once it can no longer be taken back.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 23 khoản 2.
 */
@Injectable()
export class AssignTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly staff: StaffDirectory,
    private readonly withdrawDraft: WithdrawDraft,
    private readonly coordination: CoordinationRequests,
    private readonly outbox: Outbox,
    private readonly ground: AssignmentGround,
  ) {}

  /**
   * @returns the id of its line, by which it may be taken back; null where it may not
   * @throws DomainError `not-found`, `forbidden`, `decision-of-leader`, `input-invalid`, `ticket-act-barred`, `ticket-unit-has-no-officer`, `letter-under-way`,
   *   `ticket-transition-refused`, `changed-meanwhile`
   */
  async assign(actor: Actor, command: AssignTicketCommand): Promise<string | null> {
    const { ticketId, unitId, officerId } = command;
    const { unit, officer, directive } = await soundReceiver(this.staff, command);
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, command.seen);
      const ground = await this.ground.require(actor, ticket, {
        unitId,
        officerId,
        coordinatorIds: (command.coordinators ?? []).map((ask) => ask.unitId),
      });
      const handed = await this.handedBy(actor, { ...command, directive }, ground);
      const givenUp = await this.giveUpLetter(tx, actor, ticket, unitId);
      const { accept, counted } = await this.count(tx, ticket, unitId);
      const asked = await this.coordination.ask(tx, actor, ticket, {
        asks: command.coordinators ?? [],
        leadUnitId: unitId,
      });
      const isHeld = isTellingHeld({
        level: ticket.level,
        isProposed: handed.proposedByName !== null,
        endsLetter: givenUp !== null,
        changesHelpers: changesHelpers(asked, ticket),
      });
      const id = newId();
      await this.say(tx, actor, ticket, { id, officerId, afterMs: isHeld ? heldFor(command.following) : 0 });
      const helping = asked.unitNames.length === 0 ? '' : `Phối hợp: ${asked.unitNames.join(', ')}.`;
      const performed = await this.tickets.perform(tx, actor, ticket, {
        act: 'assign',
        ground,
        change: {
          leadUnitId: unitId,
          officerId,
          acceptBy: acceptanceAfter(ticket, unitId) === 'taken' ? null : accept.dueAt,
          coordinators: asked.coordinators,
          ...givenUp?.change,
        },
        entry: {
          id,
          kind: 'assigned',
          title: `Giao ${unit.name} chủ trì`,
          text: [`Cán bộ đầu mối: ${officer.fullName}.`, helping, directiveWords(handed)].filter(Boolean).join('\n'),
        },
        word: [`Đã giao ${unit.name} chủ trì xử lý.`, helping].filter(Boolean).join(' '),
      });
      await noteHeard(tx, { ticketId, unitId, at: this.clock.now() });
      const register = await showHandlers(tx, ticket.incomingDocumentId, this.clock.now());
      await updateRegisterDueDate(tx, ticket, ticket.dueAt);
      const mayBeTakenBack = isHeld && !performed.reachesFurther;
      await this.hasten(tx, ticket, !mayBeTakenBack);
      await tx.insert(TicketAssignmentEntity, {
        ...{ id, ticketId, unitId, officerId, ...handed },
        assignedById: actor.id,
        assignedAt: this.clock.now(),
        acceptBy: accept.dueAt,
        acceptedAt: null,
        declinedAt: null,
        undoneAt: null,
        before: mayBeTakenBack
          ? beforeAssignment(ticket, { version: performed.ticket.version, counted, register })
          : null,
      });
      return mayBeTakenBack ? id : null;
    });
  }

  /** Counts the time to take the ticket; what the desk owed is done. */
  private async count(
    tx: EntityManager,
    ticket: TicketEntity,
    unitId: string,
  ): Promise<{ readonly accept: Counted; readonly counted: CountedByAct }> {
    const goesOn = acceptanceAfter(ticket, unitId) === 'goesOn';
    const accept = await this.periods.count(tx, ticket, {
      duty: 'unitAcknowledge',
      reason: 'assignment',
      unitId,
      ...(goesOn ? {} : { startedAt: this.clock.now() }),
    });
    const met = [
      ...(await this.periods.met(tx, ticket.id, 'acknowledge')),
      ...(await this.periods.met(tx, ticket.id, 'assign')),
    ];
    return { accept, counted: { made: accept.id, superseded: accept.supersedes, met } };
  }

  private async say(
    tx: EntityManager,
    actor: Actor,
    { id: ticketId, incomingDocumentId }: TicketEntity,
    {
      id: assignmentId,
      officerId,
      afterMs,
    }: { readonly id: string; readonly officerId: string; readonly afterMs: number },
  ): Promise<void> {
    const whom = hasHandIn(actor, officerId) ? {} : { officerId };
    const job = SAY_ASSIGNMENT.of({ assignmentId, ticketId, incomingDocumentId, ...whom });
    await this.outbox.enqueue(tx, { ...job, dueAt: new Date(this.clock.now().getTime() + afterMs) });
  }

  /** What turns out to reach further is told at once after all, and so is an assignment before it that still waits. */
  private async hasten(tx: EntityManager, ticket: TicketEntity, isToldNow: boolean): Promise<void> {
    if (isToldNow) await this.outbox.hasten(tx, inOrderAbout(ticket.incomingDocumentId));
  }

  private async handedBy(
    actor: Actor,
    { directive = '', ...command }: AssignTicketCommand,
    ground: DecisionGround,
  ): Promise<HandedBy> {
    const isWritten = directive !== '';
    return {
      ground: ground.as,
      basis: basisOf(ground),
      directive: isWritten ? directive : null,
      directedByName: isWritten ? await this.directedBy(actor, command, ground) : null,
      proposedByName: command.proposedByName ?? null,
    };
  }

  /** @returns null where the directive is not a leader's @throws DomainError `input-invalid` */
  private async directedBy(
    actor: Actor,
    { directedById }: AssignTicketCommand,
    { as }: DecisionGround,
  ): Promise<string | null> {
    if (hasRole(actor, 'leader')) return actor.name;
    if (directedById === undefined || directedById === '') return null;
    if (as !== 'authorised')
      throw directedInvalid('Chỉ người được ủy quyền giao việc ghi ý kiến thay lãnh đạo; chọn “Người giao”.');
    const leader = (await this.staff.peopleWith('leader')).find(({ id }) => id === directedById);
    if (leader === undefined) throw directedInvalid('Chọn lãnh đạo đã cho ý kiến.');
    return leader.fullName;
  }

  /** Colleagues of one unit go on with its letter; another unit writes its own. */
  private async giveUpLetter(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    unitId: string,
  ): Promise<WithdrawnDraft | null> {
    if (unitId === ticket.leadUnitId) return null;
    const givenUp = await this.withdrawDraft.withdraw(tx, actor, ticket, 'khi giao đơn vị khác');
    if (givenUp !== null) await this.tickets.addLine(tx, actor, ticket.id, givenUp.line);
    return givenUp;
  }
}

function changesHelpers({ unitNames, coordinators }: Asked, before: Pick<TicketEntity, 'coordinators'>): boolean {
  return unitNames.length > 0 || coordinators.length !== before.coordinators.length;
}

function directedInvalid(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'directedById', message });
}

/** A leader's words stand under his name: `Ý kiến chỉ đạo của lãnh đạo (Đỗ Quốc Khánh): Kiểm tra.`; others write a word along. */
function directiveWords({ directive, directedByName }: HandedBy): string {
  if (directive === null) return '';
  return directedByName === null
    ? `Ghi chú của người giao: ${directive}`
    : `Ý kiến chỉ đạo của lãnh đạo (${directedByName}): ${directive}`;
}
