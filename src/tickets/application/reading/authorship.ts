import { unitsOf, type Actor } from '../../../kernel/actor.js';
import type { PersonName } from '../../../organisation/index.js';
import type { StaffText } from '../../domain/identity/secrecy.js';

/** Since when each author has written about a ticket without knowing its sender, by their ids. */
export type UninformedSince = ReadonlyMap<string, Date>;

interface Authors {
  readonly people: ReadonlyMap<string, PersonName>;
  readonly uninformed: UninformedSince;
}

/** Who of the staff wrote the words about a ticket, as far as it matters to a reader. */
export class Authorship {
  /** For readers who see everything. */
  static readonly OF_NO_ACCOUNT = new Authorship([], { people: new Map(), uninformed: new Map() });

  private constructor(
    private readonly units: readonly string[],
    private readonly authors: Authors,
  ) {}

  static of(reader: Actor, authors: Authors): Authorship {
    return new Authorship(unitsOf(reader), authors);
  }

  /**
   * People of the reader's own unit count as uninformed: who knew the sender before it was hidden knew it there, and of older words nothing was kept.
   *
   * @param authorId null, or not of the staff: the app itself, or nobody any more
   * @param at when the words were written; null where they have not been
   */
  by(authorId: string | null, at: Date | null): StaffText {
    const { people, uninformed } = this.authors;
    const author = people.get(authorId ?? '');
    const since = uninformed.get(authorId ?? '');
    const ownUnit = author !== undefined && this.units.includes(author.unitId);
    return {
      uninformed: ownUnit || (since !== undefined && at !== null && since <= at),
      colleagues: [...people.values()].map(({ fullName }) => fullName),
    };
  }
}
