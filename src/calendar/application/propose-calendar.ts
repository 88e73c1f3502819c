import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { IncomingFiles } from '../../files/index.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { clean } from '../../kernel/vietnamese.js';
import { Journal } from '../../journal/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type CalendarChange, withChange } from '../domain/change/calendar-change.js';
import { calendarDifference, isSame } from '../domain/change/calendar-difference.js';
import { agencyCalendarFlaws } from '../domain/agency-calendar-flaws.js';
import { requireChange, requirePropose } from '../domain/policy.js';
import { CalendarProposalEntity } from '../persistence/calendar.entities.js';
import { Calendars } from './calendars.js';
import { readChangeFile } from './read-change-file.js';
import type { FileOrigin } from './read-days.js';

export interface ProposeCalendarCommand {
  readonly change: CalendarChange;
  /** Why, in one sentence. */
  readonly reason: string;
  /** The decision or file it comes from. */
  readonly source: string;
}

export interface ProposeFromFileCommand extends FileOrigin {
  readonly name: string;
  readonly content: Buffer;
  readonly reason: string;
}

const MAX_LENGTH = 500;

/** Keeps a change of the calendar that somebody wants. Nothing is counted by it until a person confirms it. */
@Injectable()
export class ProposeCalendar {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calendars: Calendars,
    private readonly directory: StaffDirectory,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly incoming: IncomingFiles,
  ) {}

  /**
   * @returns the proposal's id
   * @throws DomainError `forbidden`, `input-invalid`; `not-found` when the unit does not exist; `calendar-flawed` with its sentences when the calendar would not be
   *   sound; `calendar-unchanged` when nothing would be different
   */
  async propose(actor: Actor, { change, reason, source }: ProposeCalendarCommand): Promise<string> {
    requirePropose(actor);
    const words = { reason: requireWords('reason', reason), source: requireWords('source', source) };
    const inForce = await this.calendars.ofAgency();
    const proposed = withChange(inForce, change);
    const flaws = agencyCalendarFlaws(proposed, await this.nameOfUnit(change));
    if (flaws.length > 0) throw new DomainError('calendar-flawed', { flaws });
    if (isSame(calendarDifference(inForce, proposed))) throw new DomainError('calendar-unchanged');
    const id = newId();
    await this.uow.run(async (tx) => {
      await tx.insert(CalendarProposalEntity, {
        id,
        state: 'waiting',
        change,
        ...words,
        proposedBy: actor.id,
        proposedByName: actor.name,
        proposedAt: this.clock.now(),
        decidedByName: null,
        decidedAt: null,
        version: null,
      });
      const detail = { kind: change.kind, against: inForce.version, ...words };
      await this.journal.record(tx, actor, {
        action: 'calendar.propose',
        objectKind: 'calendar',
        objectId: id,
        detail,
      });
    });
    return id;
  }

  /**
   * The same from an uploaded file.
   *
   * @throws DomainError as `propose`; `input-invalid` for a file that is not taken; `calendar-flawed` also for a file that cannot be read, naming its lines
   */
  async fromFile(actor: Actor, { name, content, reason, ...origin }: ProposeFromFileCommand): Promise<string> {
    requireChange(actor);
    await this.incoming.require([{ name, content }], 'file');
    const reading = readChangeFile(name, content, { ...origin, source: requireWords('source', origin.source) });
    if (!reading.ok) throw new DomainError('calendar-flawed', { flaws: reading.flaws });
    return this.propose(actor, { change: reading.change, reason, source: `${origin.source} (tệp ${clean(name)})` });
  }

  private async nameOfUnit(change: CalendarChange): Promise<ReadonlyMap<string, string>> {
    if (change.kind !== 'shifts' || change.unitId === null) return new Map();
    const unit = await this.directory.unit(change.unitId);
    return new Map([[unit.id, unit.name]]);
  }
}

/** @throws DomainError `input-invalid` */
function requireWords(field: 'reason' | 'source', text: string): string {
  const words = clean(text).trim();
  const what = field === 'reason' ? 'lý do thay đổi' : 'căn cứ (quyết định, thông báo)';
  if (words === '') throw new DomainError('input-invalid', { field, message: `Viết ${what}.` });
  if (words.length > MAX_LENGTH) {
    throw new DomainError('input-invalid', { field, message: `Viết ${what} ngắn hơn ${MAX_LENGTH} chữ.` });
  }
  return words;
}
