import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { PLAN_KEPT_MS, UNDER_WAY, type RunKind } from '../domain/directory/directory-run.js';
import { requireTendsAccounts } from '../domain/directory/sync-policy.js';
import { DirectoryRunEntity } from '../persistence/directory-run.entity.js';
import { StaffSource } from '../ports/staff-source.port.js';
import { ApplyDirectory } from './apply-directory.js';
import { DirectoryRuns } from './directory-runs.js';
import { ReadDirectory } from './read-directory.js';
import { SYNC_STAFF } from '../jobs/jobs.js';

/** How a run that is done at once is to end. */
export interface RunWish {
  readonly kind: RunKind;
  /** Only the plan is wanted. */
  readonly isDry: boolean;
  /** The plan that a person has seen and wants carried out although it needs their word; null where nobody does. */
  readonly approvedHash: string | null;
}

/** Brings staff to what the directory says: a plan first, then, where nothing in it needs a person's word or a person gave it, the change. */
@Injectable()
export class SyncDirectory implements JobHandler<typeof SYNC_STAFF> {
  readonly job = SYNC_STAFF;

  constructor(
    private readonly source: StaffSource,
    private readonly runs: DirectoryRuns,
    private readonly readDirectory: ReadDirectory,
    private readonly applyDirectory: ApplyDirectory,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  get isOffered(): boolean {
    return this.source.isOn;
  }

  /** Where the directory is, for people. */
  get place(): string {
    return this.source.place;
  }

  /** A person asks for a plan; a worker reads the directory, and the page does not wait. @throws DomainError `forbidden`, `changed-meanwhile`, `directory-off` */
  async ask(actor: Actor, kind: RunKind): Promise<string> {
    requireTendsAccounts(actor);
    this.requireOn();
    return this.uow.run(async (tx) => {
      const { id } = await this.runs.begin(tx, actor, { kind, state: 'asked' });
      await this.outbox.enqueue(tx, SYNC_STAFF.of({ run: id }, 'read'));
      await this.journal.record(tx, actor, {
        action: 'directory.ask',
        objectKind: 'directoryRun',
        objectId: id,
        detail: { kind },
      });
      return id;
    });
  }

  /** A person wants a plan carried out as it was shown. @throws DomainError `forbidden`, `changed-meanwhile` when it is not the plan that waits */
  async approve(actor: Actor, id: string, planHash: string): Promise<void> {
    requireTendsAccounts(actor);
    this.requireOn();
    await this.uow.run(async (tx) => {
      const now = this.clock.now();
      const run = await tx.findOneBy(DirectoryRunEntity, { id, state: 'planned', planHash });
      const [newest] = await tx.find(DirectoryRunEntity, {
        select: { id: true },
        order: { startedAt: 'DESC' },
        take: 1,
      });
      if (!run || newest?.id !== id || now.getTime() - run.startedAt.getTime() > PLAN_KEPT_MS) {
        throw new DomainError('directory-plan-changed', { id });
      }
      const approved = {
        state: 'approved' as const,
        underWay: 1 as const,
        approvedById: actor.id,
        approvedByName: actor.name,
        approvedHash: planHash,
      };
      await tx.update(DirectoryRunEntity, { id }, { ...approved, movedAt: now, finishedAt: null });
      await this.outbox.enqueue(tx, SYNC_STAFF.of({ run: id }, 'apply'));
      const detail = { planHash, needs: run.needs };
      await this.journal.record(tx, actor, {
        action: 'directory.approve',
        objectKind: 'directoryRun',
        objectId: id,
        detail,
      });
    });
  }

  /** Does a requested or approved run. A failed run says why and is not retried; the person may ask again. */
  async handle({ run: id }: PayloadOf<typeof SYNC_STAFF>): Promise<void> {
    const run = await this.runs.find(id);
    if (run === null || !UNDER_WAY.includes(run.state)) return;
    const { byId, byName, approvedById, approvedByName, approvedHash } = run;
    const actor: Actor = {
      id: approvedById ?? byId,
      name: approvedByName ?? byName,
      unitId: null,
      roles: ['administrator'],
    };
    await this.carryOut(actor, run, { kind: run.kind, isDry: approvedHash === null, approvedHash });
  }

  /**
   * Reads at once, and carries out what needs nobody's word or has it.
   *
   * @returns the run as it ended: `applied`, `planned` where it waits for a person or was only to be seen, `failed` with the reason
   * @throws DomainError `forbidden`, `changed-meanwhile` while another run is under way, `directory-off`
   */
  async now(actor: Actor, wish: RunWish): Promise<DirectoryRunEntity> {
    this.requireOn();
    const run = await this.uow.run((tx) => this.runs.begin(tx, actor, { kind: wish.kind, state: 'reading' }));
    await this.carryOut(actor, run, wish);
    return (await this.runs.find(run.id)) ?? run;
  }

  private async carryOut(actor: Actor, run: DirectoryRunEntity, { isDry, approvedHash }: RunWish): Promise<void> {
    try {
      const read = await this.readDirectory.read(run);
      if (isDry || (approvedHash === null && read.needs.length > 0)) {
        await this.runs.moved(run, { state: 'planned', finishedAt: this.clock.now() });
        return;
      }
      await this.applyDirectory.apply(actor, run, { read, approvedHash });
    } catch (error) {
      await this.runs.failed(run, reasonOf(error));
      if (!isExpected(error)) throw error;
    }
  }

  private requireOn(): void {
    if (!this.source.isOn) throw new DomainError('directory-off');
  }
}

function isExpected(error: unknown): boolean {
  return error instanceof OutsideUnavailable || error instanceof OutsideRefused || error instanceof DomainError;
}

function reasonOf(error: unknown): string {
  if (error instanceof OutsideRefused) return error.reason;
  if (error instanceof OutsideUnavailable) return error.options.reason ?? 'Thư mục không trả lời. Chưa đổi gì.';
  if (error instanceof DomainError) return 'Nhân sự hoặc thư mục đã đổi từ khi xem trước. Chưa đổi gì; xem trước lại.';
  return 'Lỗi bất ngờ khi đồng bộ. Chưa đổi gì.';
}
