import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { NumberingHold, rememberedBy, RestoreMarks } from '../../../documents/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { NotifyRegistry } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { HELD_REASON } from '../../../platform/outbox/failure.js';
import { OutboxEntity } from '../../../platform/outbox/outbox.entity.js';
import { Log } from '../../../platform/telemetry/log.js';
import { ReconciliationQueries } from '../../persistence/reconciliation-queries.js';
import { ComparedSides } from '../../persistence/compared-sides.js';
import { MessageTransport } from '../../ports/message-transport.port.js';
import { Reconcile } from './reconcile.js';
import { RecoverIncoming } from './recover-incoming.js';
import { RecoverOutgoing } from './recover-outgoing.js';

/** So long a start waits for the e-office before it serves; and so long at most no number is given where nothing speaks of a restore. */
const START_WAITS_MS = 3_000;
const LOOK_LASTS_MS = 10_000;

const NOT_LISTED =
  'Hệ thống quản lý văn bản này không liệt kê tin và số đã giao nên phần mềm không tự đối chiếu được; đối chiếu sổ giấy, rồi hai người xác nhận cấp số tiếp.';

/**
 * After a restore no number is given before it is known which were given out since the backup. What was taken from the e-office since is fetched in the
 * order of its numbers and gets them again; every other number that is known to have been given keeps a line that says so.
 *
 * Whether there was a restore is looked at when a process starts: by what lies beside the database (`RecogniseRestore`), and by what the e-office
 * lists. Where nothing beside the database speaks of one, and the e-office does not answer, the start is an ordinary one.
 */
@Injectable()
export class RecoverNumbers {
  private isBusy = false;
  private owesLook = true;

  constructor(
    private readonly hold: NumberingHold,
    private readonly marks: RestoreMarks,
    private readonly reconcile: Reconcile,
    private readonly queries: ReconciliationQueries,
    private readonly sides: ComparedSides,
    private readonly transport: MessageTransport,
    private readonly recoverIncoming: RecoverIncoming,
    private readonly recoverOutgoing: RecoverOutgoing,
    private readonly notifyRegistry: NotifyRegistry,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Looks before anybody is served; an e-office that is slow to answer is waited for a little. */
  async atStart(): Promise<void> {
    this.hold.starts();
    const why = await this.marks.why();
    if (why !== null) await this.hold.hold(why);
    const looked = this.look();
    await Promise.race([looked, pause(START_WAITS_MS, undefined, { ref: false })]);
  }

  /** Makes a restore good, where one is held. @returns whether numbers are given */
  async run(): Promise<boolean> {
    const held = await this.hold.current();
    if (held === null) return true;
    if (this.isBusy || !(await this.hold.claim())) return false;
    this.isBusy = true;
    try {
      if (!this.reconcile.isOffered) throw new OutsideRefused('not-offered', NOT_LISTED);
      // Away, it leaves no failed comparison behind each time it is asked.
      if (this.transport.abilities.has('serviceInfo')) await this.transport.serviceInfo();
      await this.makeGood(held.heldAt ?? held.begunAt);
      return true;
    } catch (error) {
      const said = reasonOf(error);
      if (said !== held.failure) await this.hold.noteFailure(said);
      this.log.warn('exchange.notRecovered', { error });
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  async hasWork(): Promise<boolean> {
    return this.owesLook || (await this.hold.current()) !== null;
  }

  /** What is still to be done: a restore to be made good, or a list to be looked at that could not be had at the start. */
  async turn(): Promise<void> {
    if ((await this.run()) && this.owesLook) await this.lookAtList();
  }

  /**
   * People decide that numbers are given without a comparison; what the mark beside the data knows of numbers still holds.
   *
   * @param decide ends the hold, or only takes down who asks for it @returns whether it has ended
   */
  async goOn(decide: (tx: EntityManager) => Promise<boolean>): Promise<boolean> {
    const mark = await this.marks.read();
    const isOver = await this.uow.run(async (tx) => {
      const over = await decide(tx);
      if (over) await this.marks.raise(tx, mark);
      return over;
    });
    if (isOver) await this.begunAnew();
    return isOver;
  }

  private async look(): Promise<void> {
    const late = setTimeout(() => this.hold.hasLooked(), LOOK_LASTS_MS);
    try {
      if (await this.run()) await this.lookAtList();
    } catch (error) {
      // An e-office that does not answer stops no ordinary start.
      this.log.warn('job.failed', { job: 'exchange.lookForRestore', error });
    } finally {
      clearTimeout(late);
      this.hold.hasLooked();
      if (!(await this.hold.isHeld())) await this.letGo();
    }
  }

  private async lookAtList(): Promise<void> {
    const found = await this.reconcile.findSignsOfRestore();
    this.owesLook = false;
    if (found.length === 0) return;
    await this.hold.hold(
      `Hệ thống quản lý văn bản liệt kê ${String(found.length)} tin hoặc số đã cấp mà cơ sở dữ liệu không còn.`,
    );
    await this.run();
  }

  /** @param since when numbers were held */
  private async makeGood(since: Date): Promise<void> {
    const mark = await this.marks.read();
    const { from, toUs, fromUs } = await this.reconcile.reconcileWithListing(SYSTEM, await this.since());
    const arrivals = await this.transport.listArrivals(from);
    const back = await this.recoverIncoming.recover({ listed: toUs, arrivals, remembered: rememberedBy(mark) }, since);
    const letters = await this.recoverOutgoing.recover(fromUs);
    await this.uow.run((tx) => this.marks.raise(tx, mark));
    await this.recoverIncoming.enterRest(back.rest);
    const { id, found } = await this.reconcile.reconcileWithListing(SYSTEM, from);
    await this.uow.run(async (tx) => {
      const lost = await this.recoverOutgoing.lostLines(tx, since);
      const counts = { fetched: back.fetched, lost: lost.incoming };
      await this.hold.release(tx, { from: from.toISOString(), ...counts, letters, found: found.length });
      await this.notifyRegistry.notify(
        tx,
        { key: `numbering.recovered:${id}`, kind: 'news', words: wordsOf({ ...counts, lostLetters: lost.letters }) },
        'administrator',
      );
    });
    await this.begunAnew();
  }

  private async begunAnew(): Promise<void> {
    await this.letGo();
    await this.marks.settled();
  }

  /** What waited for a number is due at once. */
  private async letGo(): Promise<void> {
    const now = this.clock.now();
    const waiting = { finishedAt: IsNull(), lastError: HELD_REASON, dueAt: MoreThan(now) };
    await this.uow.run((tx) => tx.update(OutboxEntity, waiting, { dueAt: now }));
  }

  /** An installation to which nothing had come looks no further back than to its own beginning: what others took there before is not its own. */
  private async since(): Promise<Date | undefined> {
    const lastDone = await this.queries.lastDone();
    if (lastDone !== null) return undefined;
    const { begunAt } = await this.hold.begun();
    const first = await this.sides.firstMessageAt();
    return first !== null && first < begunAt ? first : begunAt;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof OutsideRefused) return error.reason;
  if (error instanceof OutsideUnavailable)
    return 'Hệ thống quản lý văn bản chưa trả lời; phần mềm tự đối chiếu khi kết nối lại được.';
  return 'Lỗi trong hệ thống khi đối chiếu; phần mềm tự thử lại, xem nhật ký vận hành.';
}

function wordsOf({ fetched, lost, lostLetters }: Record<'fetched' | 'lost' | 'lostLetters', number>): string {
  return [
    `Đã đối chiếu sau phục hồi và cấp số trở lại; lấy lại ${String(fetched)} văn bản đúng số cũ.`,
    ...(lost === 0
      ? []
      : [
          `${String(lost)} số đến đã cấp mà nội dung không còn: tra sổ giấy hoặc hệ thống quản lý văn bản, nhập lại ở “Nhập phiếu”, nêu số cũ.`,
        ]),
    ...(lostLetters === 0
      ? []
      : [
          `${String(lostLetters)} văn bản đi đã có số: đưa tệp đã phát hành trở lại sổ ở “Đối chiếu với hệ thống quản lý văn bản”.`,
        ]),
  ].join(' ');
}
