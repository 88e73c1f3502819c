import type { Actor } from '../../kernel/actor.js';
import type { PersonName } from '../../organisation/index.js';
import type { StaffText } from '../domain/secrecy.js';

/** Who of the staff wrote the words about a ticket, as far as it matters to a reader. */
export class Authorship {
  /** For whoever reads everything. */
  static readonly OF_NO_ACCOUNT = new Authorship(null, new Map());

  private constructor(
    private readonly unitId: string | null,
    private readonly people: ReadonlyMap<string, PersonName>,
  ) {}

  static of(reader: Actor, people: ReadonlyMap<string, PersonName>): Authorship {
    return new Authorship(reader.unitId, people);
  }

  /** @param authorId null, or not of the staff: the house itself, or nobody any more */
  by(authorId: string | null): StaffText {
    const author = this.people.get(authorId ?? '');
    const ownUnit = author !== undefined && this.unitId !== null && author.unitId === this.unitId;
    return { ownUnit, colleagues: [...this.people.values()].map(({ fullName }) => fullName) };
  }
}
