import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';

/** The status by which a rehearsed act says that nothing stood in its way. */
export const REHEARSED = 418;

class Rehearsed extends Error {
  readonly statusCode = REHEARSED;
}

/**
 * The real unit of work which, while it rehearses, rolls back at its end what was written: each act can be tried by everybody on the same
 * application, and a caller who was let through is told so by a status of its own.
 */
@Injectable()
export class RehearsingUnitOfWork extends UnitOfWork {
  isRehearsing = false;
  /** Looks at what was written before it is taken back. */
  look: ((tx: EntityManager) => Promise<void>) | null = null;
  private readonly inside = new AsyncLocalStorage<true>();

  override run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (!this.isRehearsing || this.inside.getStore() === true) return super.run(work);
    return this.inside.run(true, () =>
      super.run(async (tx) => {
        await work(tx);
        await this.look?.(tx);
        throw new Rehearsed();
      }),
    );
  }
}
