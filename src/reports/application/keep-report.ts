import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { clean } from '../../kernel/vietnamese.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { frozenHashOf, MAX_ADDRESSEE_LENGTH, MAX_WORDS_LENGTH, type ReportWords } from '../domain/report.js';
import { ReportEntity } from '../persistence/report.entities.js';
import { MAKE_REPORT_DOCUMENT } from '../jobs/jobs.js';

/** What a person does with a draft: writes to it, freezes it, or drops it. */
@Injectable()
export class KeepReport {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError `not-found`, `report-act-barred`, `input-invalid` at `addressee`, `assessment` or `proposals`, `changed-meanwhile` */
  async write(actor: Actor, id: string, words: ReportWords): Promise<void> {
    const change = requireWords(words);
    await this.uow.run(async (tx) => {
      await this.change(tx, await draft(tx, id), change);
      await this.journal.record(tx, actor, { action: 'report.write', objectKind: 'report', objectId: id });
    });
  }

  /**
   * From here on somebody answers for it, and nothing of it changes any more; its document is made.
   *
   * @param seen hash of the snapshot that this person has looked at
   * @throws DomainError `not-found`, `report-act-barred`, `changed-meanwhile` where it is not what was looked at
   */
  async freeze(actor: Actor, id: string, seen: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const report = await draft(tx, id);
      const { snapshotSha256, addressee, assessment, proposals } = report;
      if (seen !== snapshotSha256) throw new DomainError('changed-meanwhile', { what: 'report', id });
      const frozen = { frozenById: actor.id, frozenAt: this.clock.now() };
      const frozenHash = frozenHashOf({ snapshotSha256, addressee, assessment, proposals, ...frozen });
      await this.change(tx, report, { state: 'frozen', ...frozen, frozenByName: actor.name, frozenHash });
      await this.journal.record(tx, actor, {
        action: 'report.freeze',
        objectKind: 'report',
        objectId: id,
        detail: { snapshotSha256, frozenHash },
      });
      await this.outbox.enqueue(tx, MAKE_REPORT_DOCUMENT.of({ reportId: id }));
    });
  }

  /** @throws DomainError `not-found`, `report-act-barred`, `changed-meanwhile` */
  async drop(actor: Actor, id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.change(tx, await draft(tx, id), { state: 'dropped' });
      await this.journal.record(tx, actor, { action: 'report.drop', objectKind: 'report', objectId: id });
    });
  }

  private async change(tx: EntityManager, { id, version }: ReportEntity, change: Partial<ReportEntity>): Promise<void> {
    const { affected } = await tx.update(ReportEntity, { id, version, state: 'draft' }, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'report', id });
  }
}

async function draft(tx: EntityManager, id: string): Promise<ReportEntity> {
  const report = await tx.findOneBy(ReportEntity, { id });
  if (report === null) throw new DomainError('not-found', { what: 'report' });
  if (report.state !== 'draft') throw new DomainError('report-act-barred', { state: report.state });
  return report;
}

function requireWords({ addressee, assessment, proposals }: ReportWords): ReportWords {
  const to = clean(addressee).replaceAll(/\s+/gu, ' ').trim();
  if (to === '' || to.length > MAX_ADDRESSEE_LENGTH) {
    throw new DomainError('input-invalid', {
      field: 'addressee',
      message: `Ghi nơi nhận báo cáo, không quá ${MAX_ADDRESSEE_LENGTH} ký tự.`,
    });
  }
  return {
    addressee: to,
    assessment: requireText('assessment', assessment),
    proposals: requireText('proposals', proposals),
  };
}

function requireText(field: string, given: string): string {
  const text = clean(given).trim();
  if (text.length <= MAX_WORDS_LENGTH) return text;
  throw new DomainError('input-invalid', {
    field,
    message: `Viết gọn lại: nhiều nhất ${MAX_WORDS_LENGTH} ký tự, hiện có ${text.length}.`,
  });
}
