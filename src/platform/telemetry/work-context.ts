import { AsyncLocalStorage } from 'node:async_hooks';

/** What the present work is for; logs and records of calls read it. */
export interface WorkContext {
  /** Number of the job that is being done. */
  readonly seq?: number;
  /** The message that is being fetched or answered, by the e-office's own id. */
  readonly messageId?: string;
}

const contexts = new AsyncLocalStorage<WorkContext>();

/** Does work in a context; inside another, both hold. */
export function inWorkContext<T>(context: WorkContext, work: () => Promise<T>): Promise<T> {
  return contexts.run({ ...contexts.getStore(), ...context }, work);
}

export function currentWorkContext(): WorkContext {
  return contexts.getStore() ?? {};
}
