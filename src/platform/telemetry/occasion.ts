import { AsyncLocalStorage } from 'node:async_hooks';

/** What the present work is for; logs and records of calls read it. */
export interface Occasion {
  /** Number of the job that is being done. */
  readonly seq?: number;
  /** The message that is being fetched or answered, by the e-office's own id. */
  readonly messageId?: string;
}

const occasions = new AsyncLocalStorage<Occasion>();

/** Does work on an occasion; inside another, both hold. */
export function onOccasion<T>(occasion: Occasion, work: () => Promise<T>): Promise<T> {
  return occasions.run({ ...occasions.getStore(), ...occasion }, work);
}

export function presentOccasion(): Occasion {
  return occasions.getStore() ?? {};
}
