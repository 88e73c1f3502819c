import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { STALLED_MS, UNDER_WAY, underWayIn, type RunKind } from '../domain/directory/directory-run.js';
import { DirectoryRunEntity } from '../persistence/directory-run.entity.js';

const MAX_REASON_LENGTH = 500;
const SHOWN = 20;

/** The readings of the directory: one at a time, each kept with the outcome. */
@Injectable()
export class DirectoryRuns {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Begins a run. @throws DomainError `changed-meanwhile` while another is under way */
  async begin(
    tx: EntityManager,
    { id: byId, name: byName }: Actor,
    { kind, state }: { readonly kind: RunKind; readonly state: 'asked' | 'reading' },
  ): Promise<DirectoryRunEntity> {
    await this.endStalled(tx);
    if (await tx.existsBy(DirectoryRunEntity, { state: In([...UNDER_WAY]) })) {
      throw new DomainError('changed-meanwhile', { what: 'directoryRun' });
    }
    const now = this.clock.now();
    const run: DirectoryRunEntity = {
      ...{
        id: newId(),
        kind,
        state,
        underWay: underWayIn(state),
        byId,
        byName,
        approvedById: null,
        approvedByName: null,
        approvedHash: null,
      },
      startedAt: now,
      movedAt: now,
      finishedAt: null,
      seen: 0,
      added: 0,
      changed: 0,
      disabled: 0,
      untouched: 0,
      refused: 0,
      plan: null,
      planHash: null,
      needs: null,
      mark: null,
      reason: null,
    };
    await tx.insert(DirectoryRunEntity, run);
    return run;
  }

  /** @throws DomainError `changed-meanwhile` when the run was ended while it was read */
  async moved({ id }: DirectoryRunEntity, change: Partial<DirectoryRunEntity>): Promise<void> {
    const underWay = { id, state: In([...UNDER_WAY]) };
    const { affected } = await this.uow.run((tx) =>
      tx.update(DirectoryRunEntity, underWay, {
        ...change,
        ...(change.state && { underWay: underWayIn(change.state) }),
        movedAt: this.clock.now(),
      }),
    );
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'directoryRun', id });
  }

  async failed({ id }: DirectoryRunEntity, reason: string): Promise<void> {
    const ended = {
      state: 'failed' as const,
      underWay: null,
      finishedAt: this.clock.now(),
      reason: reason.slice(0, MAX_REASON_LENGTH),
    };
    await this.uow.run((tx) => tx.update(DirectoryRunEntity, { id, finishedAt: IsNull() }, ended));
  }

  find(id: string): Promise<DirectoryRunEntity | null> {
    return this.database.reader.manager.findOneBy(DirectoryRunEntity, { id });
  }

  /** The latest runs, newest first, without their plans, which may be long. */
  latest(): Promise<readonly Omit<DirectoryRunEntity, 'plan'>[]> {
    const { columns } = this.database.reader.getMetadata(DirectoryRunEntity);
    const names = columns.map(({ propertyName }) => propertyName).filter((name) => name !== 'plan');
    const shown = Object.fromEntries(names.map((name) => [name, true]));
    return this.database.reader.manager.find(DirectoryRunEntity, {
      select: shown,
      order: { startedAt: 'DESC' },
      take: SHOWN,
    });
  }

  /** From where changes are read; null before a run was carried out that gave a mark. */
  async lastMark(): Promise<string | null> {
    const run = await this.database.reader.manager.findOne(DirectoryRunEntity, {
      select: { id: true, mark: true },
      where: { state: 'applied', mark: Not(IsNull()) },
      order: { startedAt: 'DESC' },
    });
    return run?.mark ?? null;
  }

  /**
   * Removes runs whose time is over, with their plans. Where the last mark goes with them, the next reading of changes reads everybody.
   *
   * @returns how many
   */
  async forgetOld(keptDays: number): Promise<number> {
    const before = new Date(this.clock.now().getTime() - keptDays * DAY_MS);
    const old = { startedAt: LessThan(before), state: Not(In([...UNDER_WAY])) };
    const { affected } = await this.uow.run((tx) => tx.delete(DirectoryRunEntity, old));
    return affected ?? 0;
  }

  private async endStalled(tx: EntityManager): Promise<void> {
    const open = await tx.find(DirectoryRunEntity, {
      select: { id: true, movedAt: true },
      where: { state: In([...UNDER_WAY]) },
    });
    const now = this.clock.now();
    for (const { id, movedAt } of open) {
      if (now.getTime() - movedAt.getTime() < STALLED_MS) continue;
      const ended = {
        state: 'failed' as const,
        underWay: null,
        finishedAt: now,
        reason: 'Lần đồng bộ bị ngắt giữa chừng.',
      };
      await tx.update(DirectoryRunEntity, { id }, ended);
    }
  }
}
