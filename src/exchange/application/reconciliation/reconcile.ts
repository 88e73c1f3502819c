import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NumberingHold } from '../../../documents/index.js';
import { Journal } from '../../../journal/index.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { DAY_MS } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { OutsideRefused, OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/telemetry/log.js';
import {
  compareAnswers,
  compareNumbers,
  compareReceived,
  compareSent,
  type Answers,
} from '../../domain/reconciliation.js';
import { tellsOfRestore, type Difference } from '../../domain/difference.js';
import { isAbandoned, isComparisonDue, tailOf, windowOf, type Window } from '../../domain/comparison-window.js';
import { ComparedSides } from '../../persistence/compared-sides.js';
import { ReconciliationQueries } from '../../persistence/reconciliation-queries.js';
import { ReconciliationRunEntity } from '../../persistence/reconciliation.entities.js';
import { MessageTransport, type ListedMessage } from '../../ports/message-transport.port.js';
import { EOfficeClock } from '../e-office-clock.js';
import { REASON_LONGEST } from '../incoming/read-message.js';
import { RecordDifferences } from './record-differences.js';

/** Recalls and changes whose answer is still looked for. */
const ANSWERED_WITHIN_MS = 30 * DAY_MS;

/** When it took something, the e-office says by its own clock; so much of ours beside it is searched. */
const CLOCKS_APART_MS = DAY_MS;

export interface Comparison {
  readonly toUs: readonly ListedMessage[];
  readonly fromUs: readonly ListedMessage[];
  readonly found: readonly Difference[];
}

export interface WholeComparison extends Comparison {
  readonly id: string;
  readonly from: Date;
  /** Differences found for the first time that only a database shows that was put back. */
  readonly lost: number;
}

/**
 * Compares what the e-office lists with what we have, both ways. Retries close what one side knows to be open; this finds what one side believes to be
 * closed and the other never heard of, as after a restored backup. What is missing here is fetched by itself, for a citizen's period runs; every other
 * difference waits for a person's word.
 */
@Injectable()
export class Reconcile {
  constructor(
    private readonly transport: MessageTransport,
    private readonly sides: ComparedSides,
    private readonly queries: ReconciliationQueries,
    private readonly differences: RecordDifferences,
    private readonly eOfficeClock: EOfficeClock,
    private readonly hold: NumberingHold,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly log: Log,
  ) {}

  /** Whether this e-office lists what it has taken and given. */
  get isOffered(): boolean {
    return this.transport.abilities.has('listMessages');
  }

  /** Once a day by itself, unless nothing was ever exchanged. @returns whether it was due */
  async reconcileIfDue(): Promise<boolean> {
    if (!this.isOffered) return false;
    const lastDone = await this.queries.lastDone();
    const first = await this.sides.firstMessageAt();
    const now = this.clock.now();
    if (first === null || !isComparisonDue(now, lastDone?.startedAt ?? null)) return false;
    const { from } = windowOf(now, lastDone?.startedAt ?? null);
    await this.reconcile(SYSTEM, from < first ? first : from);
    return true;
  }

  /**
   * @param asked where it begins; left out: a week ago, or a day before the last comparison
   * @returns the id of the run
   * @throws OutsideUnavailable · OutsideRefused when the e-office does not list; DomainError `changed-meanwhile` while another comparison runs
   */
  async reconcile(actor: Actor, asked?: Date): Promise<string> {
    const { id, lost } = await this.reconcileWithListing(actor, asked);
    if (lost > 0) await this.hold.hold(`Đối chiếu thấy ${String(lost)} tin hoặc số đã cấp mà cơ sở dữ liệu không còn.`);
    return id;
  }

  /** What a restored database would show, since the last comparison and a day before; nothing is written down. @throws as `reconcile` */
  async findSignsOfRestore(): Promise<readonly Difference[]> {
    const lastDone = await this.queries.lastDone();
    const window = tailOf(this.clock.now(), lastDone?.startedAt ?? null, await this.sides.firstMessageAt());
    if (window === null || !this.isOffered) return [];
    const { found } = await this.compare(window);
    return this.differences.newAmong(found.filter(tellsOfRestore));
  }

  /** As `reconcile`, and returns what the e-office listed; the caller deals with what was lost. */
  async reconcileWithListing(actor: Actor, asked?: Date): Promise<WholeComparison> {
    const lastDone = await this.queries.lastDone();
    const window = windowOf(this.clock.now(), lastDone?.startedAt ?? null, asked);
    const id = await this.begin(actor, window);
    try {
      await this.eOfficeClock.checkIfOffered();
      const comparison = await this.compare(window);
      const lost = (await this.differences.newAmong(comparison.found.filter(tellsOfRestore))).length;
      await this.uow.run((tx) => this.end(tx, { id, actor, window, comparison }));
      return { id, from: window.from, lost, ...comparison };
    } catch (error) {
      await this.uow.run((tx) => tx.update(ReconciliationRunEntity, { id }, this.failed(failureOf(error))));
      throw error;
    }
  }

  private async begin(actor: Actor, { from: comparedFrom, settled: comparedTo }: Window): Promise<string> {
    const [id, startedAt] = [newId(), this.clock.now()];
    const run = { id, startedAt, comparedFrom, comparedTo, state: 'running' as const, byName: actor.name };
    const open = { endedAt: null, receivedThere: null, sentThere: null, found: null, failure: null };
    await this.uow.run(async (tx) => {
      for (const other of await tx.findBy(ReconciliationRunEntity, { state: 'running' })) {
        if (!isAbandoned(startedAt, other.startedAt))
          throw new DomainError('changed-meanwhile', { what: 'comparison' });
        await tx.update(ReconciliationRunEntity, { id: other.id }, this.failed('Tiến trình dừng giữa chừng.'));
      }
      await tx.insert(ReconciliationRunEntity, { ...run, ...open });
    });
    return id;
  }

  private async compare(window: Window): Promise<Comparison> {
    const { from } = window;
    const toUs = await this.transport.listMessages({ direction: 'toUs', from });
    const fromUs = await this.transport.listMessages({
      direction: 'fromUs',
      from: new Date(from.getTime() - CLOCKS_APART_MS),
    });
    const received = compareReceived(toUs, await this.sides.received(toUs, window), window);
    const sent = compareSent(fromUs, await this.sides.sent(fromUs, window), window);
    const unknown = new Set(sent.filter(({ kind }) => kind === 'unknownHere').map(({ subject }) => subject));
    const strangers = fromUs.filter(({ consignmentId, messageId }) => unknown.has(consignmentId ?? messageId));
    const named = this.sides.namedThere(strangers);
    const numbers = compareNumbers(named, await this.sides.namesHere(named));
    return { toUs, fromUs, found: [...received, ...sent, ...numbers, ...compareAnswers(await this.answers())] };
  }

  private async answers(): Promise<readonly Answers[]> {
    const asked = await this.sides.asked(new Date(this.clock.now().getTime() - ANSWERED_WITHIN_MS));
    if (asked.length === 0 || !this.transport.abilities.has('documentStates')) return [];
    const states = await this.transport.documentStates([...new Set(asked.map(({ documentId }) => documentId))]);
    return asked.flatMap(({ dispatchId, documentId, agencyCode, enqueuedAt, answer }) => {
      const there = states.findLast(
        (state) => state.documentId === documentId && state.agencyCode === agencyCode && state.at >= enqueuedAt,
      );
      return there === undefined ? [] : [{ dispatchId, documentId, agencyCode, there, here: answer }];
    });
  }

  private async end(
    tx: EntityManager,
    { id, actor, window, comparison }: { id: string; actor: Actor; window: Window; comparison: Comparison },
  ): Promise<void> {
    const { toUs, fromUs, found } = comparison;
    const opened = await this.differences.record(tx, actor, { runId: id, window, found });
    const counts = { receivedThere: toUs.length, sentThere: fromUs.length, found: found.length };
    await tx.update(ReconciliationRunEntity, { id }, { state: 'done', endedAt: this.clock.now(), ...counts });
    const detail = { ...counts, opened, from: window.from.toISOString() };
    await this.journal.record(tx, actor, {
      action: 'reconciliation.run',
      objectKind: 'reconciliationRun',
      objectId: id,
      detail,
    });
    this.log.info('exchange.reconciled', detail);
  }

  private failed(failure: string): Pick<ReconciliationRunEntity, 'state' | 'endedAt' | 'failure'> {
    return { state: 'failed', endedAt: this.clock.now(), failure: beginningOf(failure, REASON_LONGEST) };
  }
}

function failureOf(error: unknown): string {
  if (error instanceof OutsideRefused) return error.reason;
  if (error instanceof OutsideUnavailable) return `Hệ thống quản lý văn bản chưa trả lời: ${error.message}`;
  return 'Lỗi trong hệ thống.';
}
