import type { Clock } from '../../../src/kernel/clock.js';
import { OutsideUnavailable } from '../../../src/kernel/outside-failure.js';
import type { NotifyEventRequest } from '../soap/contract.js';
import type { Notice, NoticeBook } from './store/notice-book.js';

const BATCH = 50;
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 60_000;

/** Milliseconds before the next try: 1 s, doubled with each failure, at most a minute. @param attempts made so far */
export function pauseAfter(attempts: number): number {
  return Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempts);
}

/** Carries notices to the department, one at a time, until each has arrived. They are hints: a late one does no harm. */
export class NoticeCourier {
  private round: Promise<void> | null = null;
  private rungMeanwhile = false;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  /** @param deliver one call of NotifyEvent; settles when the department has it */
  constructor(
    private readonly notices: NoticeBook,
    private readonly clock: Clock,
    private readonly deliver: (request: NotifyEventRequest) => Promise<unknown>,
  ) {}

  /** Goes out now with what is due; rung on the way, goes once more. */
  ring(): void {
    if (this.stopped) return;
    if (this.round) {
      this.rungMeanwhile = true;
      return;
    }
    this.round = this.goOut().finally(() => {
      this.round = null;
      if (this.rungMeanwhile) {
        this.rungMeanwhile = false;
        this.ring();
      } else this.waitForNextDue();
    });
  }

  /** Finishes the call under way and makes no further ones. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }

  private async goOut(): Promise<void> {
    for (const notice of this.notices.due(this.clock.now(), BATCH)) {
      if (this.stopped || !(await this.carry(notice))) return;
    }
  }

  /** @returns false when nobody opens: the others need not be tried now */
  private async carry(notice: Notice): Promise<boolean> {
    try {
      await this.deliver(requestOf(notice));
      this.notices.noteDelivered(notice.eventId, this.clock.now());
      return true;
    } catch (error) {
      const next = new Date(this.clock.now().getTime() + pauseAfter(notice.attempts));
      this.notices.noteFailure(notice.eventId, next, error instanceof Error ? error.message : 'unknown failure');
      return !(error instanceof OutsideUnavailable);
    }
  }

  private waitForNextDue(): void {
    const due = this.notices.nextDue();
    if (this.stopped || !due) return;
    if (this.timer) clearTimeout(this.timer);
    const pause = Math.max(100, due.getTime() - this.clock.now().getTime());
    this.timer = setTimeout(() => this.ring(), Math.min(pause, MAX_PAUSE_MS));
  }
}

function requestOf({ eventId, occurredAt, event }: Notice): NotifyEventRequest {
  return event.kind === 'signature'
    ? { eventId, occurredAt, signatureState: event.state }
    : { eventId, occurredAt, pendingMessageId: event.messageId };
}
