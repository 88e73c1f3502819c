import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayHold, mayTakeOver, requireHandedOverOn, requireKeptBackUntil } from '../domain/hand-over.js';
import { requireState } from '../domain/keeping.js';
import { requireReason } from '../domain/reason.js';
import type { RecordFileEntity } from '../persistence/records.entities.js';
import { RecordFiles, type SeenFile } from './record-files.js';

/** What becomes of a file whose work has ended: handed over, kept back with consent, or kept from destruction by a hold. Destroying is no act of this app. */
@Injectable()
export class RetainRecordFile {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly files: RecordFiles,
  ) {}

  /**
   * @param given the day, as typed, and the minutes of the hand-over
   * @throws DomainError `not-found`, `forbidden`, `file-act-barred`, `input-invalid` at `on` or `minutes`
   */
  async handOver(actor: Actor, id: string, given: { readonly on: string; readonly minutes: string }): Promise<void> {
    if (!mayTakeOver(actor)) throw new DomainError('forbidden');
    const { file } = await this.files.requireVisible(actor, id);
    const workEndedOn = endOf(file);
    const handedOverOn = requireHandedOverOn(given.on, workEndedOn, civilDateOf(this.clock.now()));
    const handedOverBy = requireReason(given.minutes, 'minutes', 'Ghi biên bản giao nhận');
    const change = { state: 'handedOver' as const, handedOverOn, handedOverBy };
    await this.uow.run((tx) => this.files.change(tx, actor, file, { action: 'file.handOver', change }));
  }

  /**
   * @param given the day, as typed, and the written consent
   * @throws DomainError `not-found`, `forbidden`, `file-act-barred`, `input-invalid` at `until` or `consent`
   */
  async keepBack(actor: Actor, id: string, given: { readonly until: string; readonly consent: string }): Promise<void> {
    const { file } = await this.files.kept(actor, id);
    const { retention, handOverBy: before } = file;
    const handOverBy = requireKeptBackUntil(given.until, { workEndedOn: endOf(file), retention });
    const keptBackConsent = requireReason(given.consent, 'consent', 'Ghi văn bản đồng ý');
    const change = { handOverBy, keptBackConsent };
    await this.uow.run((tx) =>
      this.files.change(tx, actor, file, { action: 'file.keepBack', change, detail: { before, ...change } }),
    );
  }

  /** Says that nobody may propose to destroy it. @throws DomainError `not-found`, `forbidden`, `input-invalid` at `reason` */
  async hold(actor: Actor, id: string, reason: string): Promise<void> {
    const { file } = await this.holder(actor, id);
    const heldBecause = requireReason(reason);
    await this.uow.run((tx) => this.files.change(tx, actor, file, { action: 'file.hold', change: { heldBecause } }));
  }

  /** @throws DomainError `not-found`, `forbidden`, `input-invalid` at `reason` */
  async release(actor: Actor, id: string, reason: string): Promise<void> {
    const { file } = await this.holder(actor, id);
    const detail = { because: requireReason(reason), held: file.heldBecause };
    await this.uow.run((tx) =>
      this.files.change(tx, actor, file, { action: 'file.release', change: { heldBecause: null }, detail }),
    );
  }

  private async holder(actor: Actor, id: string): Promise<SeenFile> {
    if (!mayHold(actor)) throw new DomainError('forbidden');
    return this.files.requireVisible(actor, id);
  }
}

function endOf({ state, workEndedOn }: RecordFileEntity): CivilDate {
  requireState(state, 'closed', 'Việc này chỉ làm với hồ sơ đã kết thúc và chưa nộp lưu.');
  if (workEndedOn === null) throw new DomainError('changed-meanwhile', { what: 'recordFile' });
  return workEndedOn;
}
