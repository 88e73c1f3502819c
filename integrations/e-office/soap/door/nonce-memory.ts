import { HeardMessages } from '../../../../src/exchange/ports/heard-messages.port.js';

/**
 * For a door with one process behind it. Only callers whose password was right are remembered, and for ten minutes, so it stays small.
 */
export class LocalNonceMemory extends HeardMessages {
  private readonly untilByKey = new Map<string, number>();

  override remember(key: string, now: Date, until: Date): Promise<boolean> {
    this.forgetBefore(now.getTime());
    if (this.untilByKey.has(key)) return Promise.resolve(false);
    this.untilByKey.set(key, until.getTime());
    return Promise.resolve(true);
  }

  /** A Map keeps the order of arrival, so the oldest stand first. */
  private forgetBefore(time: number): void {
    for (const [key, until] of this.untilByKey) {
      if (until > time) return;
      this.untilByKey.delete(key);
    }
  }
}
