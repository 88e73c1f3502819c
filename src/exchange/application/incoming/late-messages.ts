import { pauseBeforeTry } from '../../../platform/outbox/retry-pause.js';

/** With pauses that double from 2 s on, some twenty minutes have passed by then. */
const SILENCES_TO_TELL = 10;

interface Late {
  readonly silences: number;
  /** Milliseconds since 1970. */
  readonly askedAgainAt: number;
}

/**
 * What the e-office lists and did not come when it was asked for last, by its name; as this process knows it since it began. Each costs a download that comes to
 * nothing, so it is asked for ever more rarely; and in the end a person has to know, because its legal period runs.
 */
export class LateMessages {
  private readonly late = new Map<string, Late>();

  /** Those whose time has come, late ones behind everything else so that nothing waits for them; what is listed no more is forgotten. */
  inOrder<T extends { readonly messageId: string }>(pending: readonly T[], now: Date): readonly T[] {
    const ids = new Set(pending.map(({ messageId }) => messageId));
    for (const id of this.late.keys()) if (!ids.has(id)) this.late.delete(id);
    const lateOf = ({ messageId }: T): Late | undefined => this.late.get(messageId);
    const isDue = (item: T): boolean => (lateOf(item)?.askedAgainAt ?? 0) <= now.getTime();
    return [...pending.filter((item) => !lateOf(item)), ...pending.filter((item) => lateOf(item) && isDue(item))];
  }

  came(messageId: string): void {
    this.late.delete(messageId);
  }

  /** Something of our own was in its way: asked for at the next look. */
  broke(messageId: string): void {
    this.late.set(messageId, { silences: this.late.get(messageId)?.silences ?? 0, askedAgainAt: 0 });
  }

  /** The e-office, which is there, did not hand it over whole. @returns whether a person has to know by now */
  stayedOut(messageId: string, now: Date): boolean {
    const silences = (this.late.get(messageId)?.silences ?? 0) + 1;
    this.late.set(messageId, { silences, askedAgainAt: now.getTime() + pauseBeforeTry(silences) });
    return silences >= SILENCES_TO_TELL;
  }
}
