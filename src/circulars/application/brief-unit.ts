import { Injectable } from '@nestjs/common';
import { IncomingFiles, ownName } from '../../files/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireText } from '../../tickets/domain/required-text.js';
import { standingOf } from '../domain/circular.js';
import { mayBrief } from '../domain/policy.js';
import { CircularEntity, CircularUnitEntity } from '../persistence/circulars.entities.js';

export interface BriefingCommand {
  readonly circularId: string;
  /** How many were told, those without an account among them. */
  readonly peopleTold: number;
  readonly toldOn: CivilDate;
  readonly note: string;
  /** Minutes of the meeting; null keeps what is there. */
  readonly minutes: { readonly name: string; readonly content: Buffer } | null;
}

export const MAX_TOLD = 10_000;
const NOTE_LENGTHS = { shortest: 0, longest: 500 } as const;
const MAX_NAME_LENGTH = 200;

/**
 * The head of a unit says that the whole unit was told, also those who have no account here (“đã phổ biến tới toàn đơn vị”); said again, it is set right.
 *
 * Source: source letter, part 1 (phổ biến tới từng cán bộ, giáo viên, nhân viên và người lao động).
 */
@Injectable()
export class BriefUnit {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly incoming: IncomingFiles,
    private readonly journal: Journal,
  ) {}

  /** Whether this person answers for the unit of theirs. */
  async mayConfirm(actor: Actor): Promise<boolean> {
    const { unitId } = actor;
    if (unitId === null) return false;
    return mayBrief(actor, unitId, (await this.staff.peopleWith('unitHead', unitId)).length > 0);
  }

  /** @throws DomainError `forbidden`, `input-invalid`, `not-found` where the unit is not addressed, `changed-meanwhile` for what holds no longer */
  async confirm(actor: Actor, command: BriefingCommand): Promise<void> {
    const { unitId } = actor;
    if (unitId === null || !(await this.mayConfirm(actor))) throw new DomainError('forbidden', { act: 'circular' });
    const now = this.clock.now();
    const { circularId, peopleTold, toldOn, minutes } = command;
    requireTold(command, civilDateOf(now));
    const note = requireText('note', command.note, NOTE_LENGTHS);
    const kept = minutes && (await this.incoming.keepOne(minutes, 'minutes'));
    await this.uow.run(async (tx) => {
      const circular = await tx.findOneBy(CircularEntity, { id: circularId });
      const unit = await tx.findOneBy(CircularUnitEntity, { circularId, unitId });
      if (!circular || !unit) throw new DomainError('not-found', { what: 'circular' });
      if (standingOf(circular, civilDateOf(now)) !== 'inForce')
        throw new DomainError('changed-meanwhile', { what: 'circular', id: circularId });
      await tx.update(
        CircularUnitEntity,
        { seq: unit.seq },
        {
          peopleTold,
          toldOn,
          note: note === '' ? null : note,
          ...(minutes &&
            kept && { minutesName: ownName(minutes.name).slice(-MAX_NAME_LENGTH), minutesSha256: kept.sha256 }),
          confirmedAt: now,
          confirmedById: actor.id,
          confirmedByName: actor.name,
        },
      );
      await this.journal.record(tx, actor, {
        action: 'circular.brief',
        objectKind: 'circular',
        objectId: circularId,
        detail: { unitId, peopleTold, toldOn, minutes: kept?.sha256 ?? null },
      });
    });
  }
}

function requireTold({ peopleTold, toldOn }: BriefingCommand, today: CivilDate): void {
  if (!Number.isSafeInteger(peopleTold) || peopleTold < 1 || peopleTold > MAX_TOLD)
    throw new DomainError('input-invalid', { field: 'peopleTold', message: 'Ghi số người đã được phổ biến, từ 1.' });
  if (toldOn > today)
    throw new DomainError('input-invalid', { field: 'toldOn', message: 'Ngày phổ biến không thể sau hôm nay.' });
}
