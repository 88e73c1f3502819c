/** Remembers which messages were already heard, so that an overheard one cannot be played again. */
export abstract class NonceMemory {
  /** @returns false when the key was already remembered and its time is not over */
  abstract remember(key: string, now: Date, until: Date): Promise<boolean>;
}

/**
 * For one process. Only callers whose password was right are remembered, and for ten minutes, so it stays small.
 * Several processes behind one address need a memory that they share.
 */
export class LocalNonceMemory extends NonceMemory {
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
