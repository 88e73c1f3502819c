import { AsyncLocalStorage } from 'node:async_hooks';

/** The job and message that the current work belongs to; logs and call records include them. */
export interface WorkContext {
  /** Number of the job that is being done. */
  readonly seq?: number;
  /** The message that is being fetched or answered, by the e-office's own id. */
  readonly messageId?: string;
}

const contexts = new AsyncLocalStorage<WorkContext>();

/** Runs work in a context; nested contexts are merged. */
export function inWorkContext<T>(context: WorkContext, work: () => Promise<T>): Promise<T> {
  return contexts.run({ ...contexts.getStore(), ...context }, work);
}

export function currentWorkContext(): WorkContext {
  return contexts.getStore() ?? {};
}
