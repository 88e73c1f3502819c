import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { NotifyRegistry } from '../../../notices/index.js';
import { Database } from '../../../platform/database/database.js';
import { inPieces } from '../../../platform/database/in-pieces.js';
import { inOrderOfNumbers } from '../../domain/reconciliation.js';
import { repairOf, wasLookedAt, type Difference } from '../../domain/difference.js';
import type { Window } from '../../domain/comparison-window.js';
import { DIFFERENCE_NAME, ReconciliationDifferenceEntity } from '../../persistence/reconciliation.entities.js';
import { RepairDifference } from './repair-difference.js';

type Row = ReconciliationDifferenceEntity;
/** A difference that was not open before, and its row. */
type Opened = Difference & Pick<Row, 'id' | 'name'>;

interface Findings {
  readonly runId: string;
  readonly window: Window;
  readonly found: readonly Difference[];
}

/** Keeps what a comparison found: new differences are opened, known ones followed, and those that it did not find again are settled. */
@Injectable()
export class RecordDifferences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly repairDifference: RepairDifference,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  /** @returns how many were opened */
  async record(tx: EntityManager, actor: Actor, { runId, window, found }: Findings): Promise<number> {
    const differences = new Map(found.map((one) => [nameOf(one), one]));
    const names = new Set(differences.keys());
    const before = await inPieces([...names], (some) => tx.findBy(ReconciliationDifferenceEntity, { name: In(some) }));
    const known = new Map(before.map((row) => [row.name, row]));
    const opened: Opened[] = [];
    for (const [name, difference] of differences) {
      const row = await this.keep(tx, difference, known.get(name));
      if (row !== null) opened.push(row);
    }
    await this.settle(tx, window, names);
    await this.fetchMissing(tx, actor, opened);
    const toLookAt = opened.filter(({ kind }) => repairOf(kind) !== 'fetch').length;
    if (opened.length > 0) await this.tellClerks(tx, runId, { opened: opened.length, toLookAt });
    return opened.length;
  }

  /** Those that nobody has found before, or that were settled since. */
  async newAmong(found: readonly Difference[]): Promise<readonly Difference[]> {
    const { manager } = this.database.reader;
    const names = [...new Set(found.map(nameOf))];
    const known = await inPieces(names, (some) => manager.findBy(ReconciliationDifferenceEntity, { name: In(some) }));
    const standing = new Set(known.flatMap(({ name, state }) => (state === 'settled' ? [] : [name])));
    return found.filter((one) => !standing.has(nameOf(one)));
  }

  /** @returns the row where it was not open before */
  private async keep(tx: EntityManager, difference: Difference, known: Row | undefined): Promise<Opened | null> {
    const seen = valuesOf(difference);
    const name = nameOf(difference);
    const opened = { state: 'open' as const, foundAt: this.clock.now(), reason: null, settledAt: null };
    if (known === undefined) {
      const id = newId();
      await tx.insert(ReconciliationDifferenceEntity, { ...seen, ...opened, id, name, settledByName: null });
      return { ...difference, id, name };
    }
    const { id } = known;
    const again = isOpenAgain(known, difference);
    await tx.update(ReconciliationDifferenceEntity, { id }, again ? { ...seen, ...opened } : seen);
    return again ? { ...difference, id, name } : null;
  }

  /** Only where this comparison looked: what lies before its window may stand as it did. */
  private async settle(tx: EntityManager, window: Window, found: ReadonlySet<string>): Promise<void> {
    const standing = await tx.findBy(ReconciliationDifferenceEntity, { state: In(['open', 'repairing'] as const) });
    const gone = standing.filter((one) => !found.has(one.name) && wasLookedAt(one, window));
    const ending = { state: 'settled' as const, settledAt: this.clock.now(), settledByName: SYSTEM.name };
    for (const { id } of gone) await tx.update(ReconciliationDifferenceEntity, { id }, ending);
  }

  private async fetchMissing(tx: EntityManager, actor: Actor, opened: readonly Opened[]): Promise<void> {
    const missing = opened.filter(({ kind }) => repairOf(kind) === 'fetch');
    for (const row of inOrderOfNumbers(missing)) await this.repairDifference.enqueue(tx, actor, row);
  }

  private async tellClerks(
    tx: EntityManager,
    runId: string,
    { opened, toLookAt }: { readonly opened: number; readonly toLookAt: number },
  ): Promise<void> {
    const fetched = opened - toLookAt;
    const words = [
      'Đối chiếu với hệ thống quản lý văn bản:',
      ...(fetched > 0 ? [`${String(fetched)} tin thiếu ở bên Sở đang được lấy lại.`] : []),
      ...(toLookAt > 0 ? [`${String(toLookAt)} điểm khác nhau chờ văn thư xem.`] : []),
    ].join(' ');
    await this.notifyRegistry.notify(tx, { key: `exchange.reconciled:${runId}`, kind: 'news', words });
  }
}

/** Settled and found again; or explained, and now with other bytes there than those that were explained. */
function isOpenAgain(known: Row, { sha256There }: Difference): boolean {
  if (known.state === 'settled') return true;
  return known.state === 'explained' && known.sha256There !== (sha256There ?? null);
}

function nameOf({ kind, subject }: Difference): string {
  return beginningOf(`${kind} ${subject}`, DIFFERENCE_NAME);
}

function valuesOf({ kind, direction, subject, at, documentId, ...rest }: Difference) {
  return {
    kind,
    direction,
    at,
    subject: beginningOf(subject, DIFFERENCE_NAME),
    facts: rest.facts,
    documentId: documentId === undefined ? null : beginningOf(documentId, REGISTER_LENGTHS.documentId),
    inboxId: rest.inboxId ?? null,
    dispatchId: rest.dispatchId ?? null,
    sha256There: rest.sha256There ?? null,
    sha256Here: rest.sha256Here ?? null,
  };
}
