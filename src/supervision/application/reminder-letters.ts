import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Journal, type JournalAction } from '../../journal/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { TicketListReader, TicketReader } from '../../tickets/index.js';
import { isOpen } from '../../tickets/domain/ticket-state.js';
import { requireText } from '../../tickets/domain/required-text.js';
import { requireInspector } from '../domain/policy.js';
import { letterKey, MAX_TICKETS, type LetterOrigin, type LetterState } from '../domain/reminder-letter.js';
import { ReminderLetterEntity } from '../persistence/supervision.entities.js';
import { SupervisionBoard } from './supervision-board.js';
import { MAKE_REMINDER_LETTER } from '../jobs/jobs.js';

const REASON_LENGTHS = { shortest: 5, longest: 500 } as const;

/** What a letter reminds of. */
interface Wanted {
  readonly unitId: string;
  readonly ticketIds: readonly string[];
  readonly origin: LetterOrigin;
  readonly state: Extract<LetterState, 'proposed' | 'making'>;
}

interface Decision {
  readonly from: readonly LetterState[];
  readonly to: Extract<LetterState, 'making' | 'dropped'>;
  readonly problem: string | null;
}

/** Letters that remind a unit of its tickets: asked for by one press, or proposed by the rule and decided by a person. None is made twice. */
@Injectable()
export class ReminderLetters {
  constructor(
    private readonly board: SupervisionBoard,
    private readonly tickets: TicketListReader,
    private readonly reader: TicketReader,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
  ) {}

  /** About all overdue tickets of a unit. @returns the letter, also where it was asked for before today @throws DomainError `forbidden`, `input-invalid` */
  async toUnit(actor: Actor, unitId: string): Promise<string> {
    requireInspector(actor);
    const today = civilDateOf(this.clock.now());
    const filter = await this.board.filterOf({ unitId, from: today, to: today }, 'overdue');
    const ticketIds = await this.tickets.ids(actor, filter, MAX_TICKETS);
    if (ticketIds.length === 0) {
      throw new DomainError('input-invalid', { field: 'unitId', message: 'Đơn vị này không có phiếu quá hạn.' });
    }
    return this.begin(actor, { unitId, ticketIds, origin: 'person', state: 'making' });
  }

  /** About one ticket, overdue or not. @throws DomainError `forbidden`, `not-found`, `input-invalid` */
  async aboutTicket(actor: Actor, ticketId: string): Promise<string> {
    requireInspector(actor);
    const { id, leadUnitId, state } = await this.reader.one(actor, ticketId);
    if (leadUnitId === null || !isOpen(state)) {
      throw new DomainError('input-invalid', {
        field: '',
        message: 'Chỉ đôn đốc phiếu đã giao đơn vị và chưa trả lời.',
      });
    }
    return this.begin(actor, { unitId: leadUnitId, ticketIds: [id], origin: 'person', state: 'making' });
  }

  /** By the rule; a person decides. @returns null where the same was proposed before */
  async propose(unitId: string, ticketIds: readonly string[]): Promise<string | null> {
    const wanted = { unitId, ticketIds, origin: 'rule', state: 'proposed' } as const;
    const before = await this.named(this.keyOf(wanted));
    return before === null ? this.begin(SYSTEM, wanted) : null;
  }

  /** A proposed letter is made, or one that could not be made is tried again. @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` */
  async confirm(actor: Actor, id: string): Promise<void> {
    requireInspector(actor);
    await this.uow.run(async (tx) => {
      const version = await this.decide(tx, actor, id, { from: ['proposed', 'failed'], to: 'making', problem: null });
      await this.enqueue(tx, id, version);
    });
  }

  /** A proposed letter is not wanted. @throws DomainError `forbidden`, `not-found`, `input-invalid`, `changed-meanwhile` */
  async drop(actor: Actor, id: string, reason: string): Promise<void> {
    requireInspector(actor);
    const problem = requireText('reason', reason, REASON_LENGTHS);
    await this.uow.run((tx) => this.decide(tx, actor, id, { from: ['proposed'], to: 'dropped', problem }));
  }

  private async begin(actor: Actor, wanted: Wanted): Promise<string> {
    const key = this.keyOf(wanted);
    const before = await this.named(key);
    if (before !== null) return before;
    const now = this.clock.now();
    const byPerson = wanted.origin === 'person';
    const letter = {
      id: newId(),
      key,
      ...wanted,
      proposedAt: now,
      letterSha256: null,
      problem: null,
      version: 1,
      decidedById: byPerson ? actor.id : null,
      decidedByName: byPerson ? actor.name : null,
      decidedAt: byPerson ? now : null,
    };
    try {
      await this.uow.run(async (tx) => {
        await tx.insert(ReminderLetterEntity, letter);
        await this.note(tx, actor, letter.id, byPerson ? 'reminderLetter.make' : 'reminderLetter.propose');
        if (byPerson) await this.enqueue(tx, letter.id, letter.version);
      });
      return letter.id;
    } catch (error) {
      const other = isUniqueViolation(error) ? await this.named(key) : null;
      if (other === null) throw error;
      return other;
    }
  }

  /** @returns the version that was decided on */
  private async decide(tx: EntityManager, actor: Actor, id: string, { from, to, problem }: Decision): Promise<number> {
    const letter = await tx.findOneBy(ReminderLetterEntity, { id });
    if (!letter) throw new DomainError('not-found', { what: 'reminderLetter' });
    const by = { decidedById: actor.id, decidedByName: actor.name, decidedAt: this.clock.now() };
    const where = { id, version: letter.version, state: In([...from]) };
    const { affected } = await tx.update(ReminderLetterEntity, where, { state: to, problem, ...by });
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'reminderLetter' });
    await this.note(tx, actor, id, to === 'dropped' ? 'reminderLetter.drop' : 'reminderLetter.make');
    return letter.version;
  }

  private note(tx: EntityManager, actor: Actor, id: string, action: JournalAction): Promise<void> {
    return this.journal.record(tx, actor, { action, objectKind: 'reminderLetter', objectId: id });
  }

  private enqueue(tx: EntityManager, letterId: string, version: number): Promise<void> {
    return this.outbox.enqueue(tx, MAKE_REMINDER_LETTER.of({ letterId }, version));
  }

  private keyOf({ origin, unitId, ticketIds }: Wanted): string {
    return letterKey(origin, { unitId, ticketIds, day: civilDateOf(this.clock.now()) });
  }

  private async named(key: string): Promise<string | null> {
    return (await this.database.reader.getRepository(ReminderLetterEntity).findOneBy({ key }))?.id ?? null;
  }
}
