import { DerMalformed } from './der.js';

/** What can be read of structures that came from outside; a broken one counts as none. */
export function readable<T>(sources: readonly Buffer[], read: (der: Buffer) => T): T[] {
  return sources.flatMap((der) => {
    try {
      return [read(der)];
    } catch (error) {
      if (error instanceof DerMalformed) return [];
      throw error;
    }
  });
}
