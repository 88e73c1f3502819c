import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import { Journal } from '../../../journal/index.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { OutsideRefused, OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { Database } from '../../../platform/database/database.js';
import { readInstant } from '../../../platform/database/sql.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/telemetry/log.js';
import {
  dueSync,
  latestWhole,
  mayEndAtOnce,
  OVERLAP_MS,
  STALLED_MS,
  type SyncKind,
} from '../../domain/agency-directory.js';
import { requireTendsExchange } from '../../domain/policy.js';
import { AgencyEntity, AgencySyncEntity } from '../../persistence/agency.entities.js';
import { writeAgencies } from '../../persistence/agency-rows.js';
import { MessageTransport } from '../../ports/message-transport.port.js';

/** Pages that any honest directory needs at most: some 120,000 lines of at most 1,000 a page, and as much again. */
const MAX_PAGES = 2_000;
const REASON_LONGEST = 500;

/**
 * Keeps the e-office's directory of agencies here: page by page, each in a transaction of its own, so that a run that is cut off leaves what it has
 * read and the next one starts again. Nothing is deleted; agencies end only by a whole run that came to its end and by a person's word when they
 * are many.
 */
@Injectable()
export class SyncAgencies {
  constructor(
    private readonly transport: MessageTransport,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly log: Log,
  ) {}

  /** A person asks for a run; it is begun within the minute. @throws DomainError `forbidden`; `changed-meanwhile` while another waits or runs */
  async ask(actor: Actor, kind: SyncKind): Promise<void> {
    requireTendsExchange(actor);
    await this.uow.run(async (tx) => {
      if ((await this.underWay(tx)) !== null) throw new DomainError('changed-meanwhile', { what: 'agencySync' });
      await tx.insert(AgencySyncEntity, this.fresh(kind, actor.name));
      await this.journal.record(tx, actor, { action: 'agencies.ask', objectKind: 'agencySync', objectId: kind });
    });
  }

  /**
   * A person says that the agencies which a whole run did not see have ended; those that a later run saw have not.
   * @throws DomainError `forbidden`; `changed-meanwhile`, also once a later whole run has come to its end
   */
  async endUnseen(actor: Actor, id: string): Promise<void> {
    requireTendsExchange(actor);
    await this.uow.run(async (tx) => {
      const held = await tx.findOneBy(AgencySyncEntity, { id, state: 'held' });
      const since = held && (await tx.findBy(AgencySyncEntity, { startedAt: MoreThanOrEqual(held.startedAt) }));
      if (!since || latestWhole(since)?.id !== id)
        throw new DomainError('changed-meanwhile', { what: 'agencySync', id });
      await tx.update(AgencySyncEntity, { id }, { state: 'done', finishedAt: this.clock.now() });
      const seenInRun = Not(In(since.map((run) => run.id)));
      await tx.update(AgencyEntity, { active: true, seenInRun }, { active: false });
      await this.journal.record(tx, actor, { action: 'agencies.end', objectKind: 'agencySync', objectId: id });
    });
  }

  /** Does what was asked for, else what is due, unless a run is under way. @returns whether it ran */
  async runDue(): Promise<boolean> {
    if (!this.transport.abilities.has('agencies') || !(await this.mayBegin())) return false;
    const run = await this.uow.run((tx) => this.begin(tx));
    if (run === null) return false;
    try {
      await this.run(run);
    } catch (error) {
      if (!(error instanceof OutsideUnavailable || error instanceof OutsideRefused)) throw error;
      await this.fail(
        run,
        error instanceof OutsideRefused ? error.reason : 'Hệ thống quản lý văn bản không trả lời; sẽ thử lại.',
      );
      this.log.warn('agencies.failed', { kind: run.kind, error });
    }
    return true;
  }

  /** Asked each minute, nearly always for nothing: others who write need not wait for that. */
  private async mayBegin(): Promise<boolean> {
    const { manager } = this.database.reader;
    const isOpen = await manager.existsBy(AgencySyncEntity, { state: In(['asked', 'running']) });
    return isOpen || dueSync(await pastRuns(manager), this.clock.now()) !== null;
  }

  private async begin(tx: EntityManager): Promise<AgencySyncEntity | null> {
    const open = await this.underWay(tx);
    if (open?.state === 'running') return null;
    const due = open === null ? dueSync(await pastRuns(tx), this.clock.now()) : null;
    const run = open ?? (due && this.fresh(due, null));
    if (run === null) return null;
    const now = this.clock.now();
    if (open === null) await tx.insert(AgencySyncEntity, run);
    const begun = { state: 'running' as const, movedAt: now };
    const { affected } = await tx.update(AgencySyncEntity, { id: run.id, state: 'asked' }, begun);
    return affected === 1 ? Object.assign(run, begun) : null;
  }

  /** The run that waits or runs; one without progress was killed and counts as failed. */
  private async underWay(tx: EntityManager): Promise<AgencySyncEntity | null> {
    const [open] = await tx.find(AgencySyncEntity, { where: { state: In(['asked', 'running']) }, take: 1 });
    if (!open) return null;
    const stands = this.clock.now().getTime() - open.movedAt.getTime();
    if (open.state === 'asked' || stands < STALLED_MS) return open;
    const ended = {
      state: 'failed' as const,
      finishedAt: this.clock.now(),
      reason: 'Lượt đồng bộ bị ngắt giữa chừng.',
    };
    await tx.update(AgencySyncEntity, { id: open.id }, ended);
    return null;
  }

  private fresh(kind: SyncKind, askedBy: string | null): AgencySyncEntity {
    const now = this.clock.now();
    return {
      id: newId(),
      kind,
      state: 'asked' as const,
      askedBy,
      startedAt: now,
      movedAt: now,
      finishedAt: null,
      seen: 0,
      changed: 0,
      unseen: 0,
      reason: null,
    };
  }

  private async run(run: AgencySyncEntity): Promise<void> {
    const since = run.kind === 'delta' ? await this.lastDone() : null;
    const ask = since === null ? {} : { since: new Date(since.getTime() - OVERLAP_MS) };
    let [seen, changed] = [0, 0];
    let cursor: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const page = await this.transport.listAgencies({ ...ask, ...(cursor === undefined ? {} : { cursor }) });
      seen += page.agencies.length;
      changed += await this.uow.run(async (tx) => {
        const written = await writeAgencies(tx, run.id, page.agencies);
        const moved = { seen, changed: changed + written, movedAt: this.clock.now() };
        await tx.update(AgencySyncEntity, { id: run.id }, moved);
        return written;
      });
      if (page.nextCursor === undefined) return this.finish(run, seen);
      if (page.nextCursor === cursor)
        throw new OutsideUnavailable('danh sách của hệ thống quản lý văn bản quay vòng, không đọc hết được.');
      cursor = page.nextCursor;
    }
    throw new OutsideUnavailable('danh sách của hệ thống quản lý văn bản dài không có điểm dừng.');
  }

  private async finish(run: AgencySyncEntity, seen: number): Promise<void> {
    if (run.kind === 'whole' && seen === 0)
      return this.fail(run, 'Hệ thống quản lý văn bản trả về danh mục rỗng; giữ danh mục đang có.');
    await this.uow.run(async (tx) => {
      const finished = { finishedAt: this.clock.now(), unseen: 0 };
      if (run.kind === 'delta') {
        await tx.update(AgencySyncEntity, { id: run.id }, { ...finished, state: 'done' });
        return;
      }
      const missing = { active: true, seenInRun: Not(run.id) };
      const unseen = await tx.countBy(AgencyEntity, missing);
      const active = await tx.countBy(AgencyEntity, { active: true });
      const mayEnd = mayEndAtOnce({ active, unseen });
      if (mayEnd) await tx.update(AgencyEntity, missing, { active: false });
      const state = mayEnd ? ('done' as const) : ('held' as const);
      await tx.update(AgencySyncEntity, { id: run.id }, { ...finished, unseen, state });
      const act = {
        action: 'agencies.sync',
        objectKind: 'agencySync',
        objectId: run.id,
        detail: { seen, unseen, state },
      } as const;
      await this.journal.record(tx, SYSTEM, act);
    });
    this.log.info('agencies.synced', { kind: run.kind, seen });
  }

  private async fail({ id }: AgencySyncEntity, reason: string): Promise<void> {
    const ended = { state: 'failed' as const, finishedAt: this.clock.now(), reason: reason.slice(0, REASON_LONGEST) };
    await this.uow.run((tx) => tx.update(AgencySyncEntity, { id, finishedAt: IsNull() }, ended));
  }

  private async lastDone(): Promise<Date | null> {
    const [last] = await this.database.reader.manager.find(AgencySyncEntity, {
      where: { state: In(['done', 'held']) },
      order: { startedAt: 'DESC' },
      take: 1,
    });
    return last?.startedAt ?? null;
  }
}

async function pastRuns(tx: EntityManager): Promise<Parameters<typeof dueSync>[0]> {
  const last = (of: string): string => `MAX(CASE WHEN ${of} THEN "run"."startedAt" END)`;
  const came = `"run"."state" IN ('done', 'held')`;
  const found = await tx
    .createQueryBuilder(AgencySyncEntity, 'run')
    .select(last(`${came} AND "run"."kind" = 'whole'`), 'lastWhole')
    .addSelect(last(came), 'lastDone')
    .addSelect(last(`"run"."state" = 'failed'`), 'lastFailed')
    .getRawOne<Record<'lastWhole' | 'lastDone' | 'lastFailed', string | Date | null>>();
  const instant = (value: string | Date | null | undefined): Date | null => (value ? readInstant(value) : null);
  return {
    lastWhole: instant(found?.lastWhole),
    lastDone: instant(found?.lastDone),
    lastFailed: instant(found?.lastFailed),
  };
}
