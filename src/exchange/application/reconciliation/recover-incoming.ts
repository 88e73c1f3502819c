import { Injectable } from '@nestjs/common';
import type { KnownNumber } from '../../../documents/domain/lost-number.js';
import { IncomingDocumentEntity, LostNumbers, NumberingHold, type LostNumber } from '../../../documents/index.js';
import { JournalQueries } from '../../../journal/index.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OutboxEntity } from '../../../platform/outbox/outbox.entity.js';
import { JobHandlers } from '../../../platform/outbox/job-handlers.js';
import { restorePlan, type PlannedLine } from '../../domain/restore-plan.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import type { ListedMessage, MirroredArrival } from '../../ports/message-transport.port.js';
import { ReceivePending } from '../incoming/receive-pending.js';
import { RegisterMessage } from '../incoming/register-message.js';
import { OPEN_TICKET } from '../../jobs/jobs.js';

interface Known {
  readonly listed: readonly ListedMessage[];
  readonly arrivals: readonly MirroredArrival[];
  /** Numbers that the mark beside the data remembers of messages. */
  readonly remembered: ReadonlyMap<string, KnownNumber>;
}

/** So many lines are looked up in the journal at once. */
const AT_ONCE = 200;

/** Recovers the incoming register after a restore, strictly in the order of its numbers. */
@Injectable()
export class RecoverIncoming {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly hold: NumberingHold,
    private readonly lost: LostNumbers,
    private readonly receivePending: ReceivePending,
    private readonly register: RegisterMessage,
    private readonly handlers: JobHandlers,
    private readonly journal: JournalQueries,
  ) {}

  /**
   * @param since when numbers were held: what a try before this one entered since then counts too
   * @returns how many documents have their old number again, and what came from there without anybody knowing its number, which `enterRest` enters when
   *   all known numbers are taken
   */
  async recover(
    known: Known,
    since: Date,
  ): Promise<{ readonly fetched: number; readonly rest: readonly ListedMessage[] }> {
    const { lines, rest } = restorePlan(known);
    const standing: string[] = [];
    let fetched = 0;
    for (const line of lines) {
      const { message, ...number } = line;
      const stands = await this.lineOf(number);
      if (stands !== null && stands.messageId === message?.messageId) standing.push(stands.id);
      if (stands !== null) continue;
      if (message !== undefined && (await this.enter(message, number))) fetched += 1;
      else if (message === undefined) await this.keepNumber(line);
    }
    return { fetched: fetched + (await this.enteredSince(standing, since)), rest };
  }

  private async enteredSince(ids: readonly string[], since: Date): Promise<number> {
    let entered = 0;
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const acts = await this.journal.actsOn({ kind: 'incomingDocument', ids: ids.slice(at, at + AT_ONCE) }, [
        'incoming.register',
      ]);
      entered += acts.filter((act) => act.at >= since).length;
    }
    return entered;
  }

  /** In the order in which it was queued. */
  async enterRest(rest: readonly ListedMessage[]): Promise<void> {
    for (const message of rest) await this.enter(message, null);
  }

  /** @returns whether it has a line now */
  private async enter(message: ListedMessage, under: KnownNumber | null): Promise<boolean> {
    await this.requireOurs();
    const { messageId, kind, fromAgency, size, at: queuedAt } = message;
    await this.receivePending.fetch({ messageId, kind, fromAgency, size, queuedAt });
    const inbox = await this.database.reader.manager.findOneBy(InboxMessageEntity, { remoteId: messageId });
    if (inbox?.state !== 'stored') return false;
    await this.register.restore(inbox.id, under);
    const line = await this.database.reader.manager.findOneBy(IncomingDocumentEntity, { messageId });
    if (line === null) return false;
    await this.openCase(inbox.id, line.id);
    return true;
  }

  /** @throws OutsideUnavailable when another process has taken the work over, or people have ended it */
  private async requireOurs(): Promise<void> {
    if (!(await this.hold.claim())) throw new OutsideUnavailable('another process recovers', { elsewhere: true });
  }

  /** Its ticket is opened before the next line is entered: tickets are numbered in the same order. */
  private async openCase(inboxId: string, incomingDocumentId: string): Promise<void> {
    const { key } = OPEN_TICKET.of({ inboxId, incomingDocumentId });
    const job = await this.database.reader.manager.findOneBy(OutboxEntity, { key });
    // What does not succeed here is done later by its job.
    if (job !== null) await this.handlers.handle(job).catch(() => undefined);
  }

  private async keepNumber({ number, year, at }: PlannedLine): Promise<void> {
    await this.requireOurs();
    const day = at === undefined ? {} : { day: civilDateOf(at) };
    const known = new Map<number, LostNumber>([[number, { number, year, ...day }]]);
    await this.uow.run((tx) => this.lost.fill(tx, 'incoming', { year, to: number }, known));
  }

  private lineOf({ number: arrivalNumber, year }: KnownNumber): Promise<IncomingDocumentEntity | null> {
    return this.database.reader.manager.findOneBy(IncomingDocumentEntity, { arrivalNumber, year });
  }
}
