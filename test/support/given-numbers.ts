import { IsNull } from 'typeorm';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import type { Database } from '../../src/platform/database/database.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';

/** A line of the incoming register, and the code of the ticket that grew from it. */
interface Line {
  /** The message that brought it, or the subject of what the desk took. */
  readonly of: string;
  readonly number: number;
  readonly code: string | null;
}

/** What stands for a number whose document is not known here any more. */
const PLACEHOLDER = 'phuc-hoi:';

/** Every number and code that was ever given to anybody, also by databases that are gone: none may be given to another. */
export class GivenNumbers {
  private readonly numbers = new Map<number, string>();
  private readonly codes = new Map<string, string>();

  /** Takes down what the register says now. @returns one sentence for each number or code that somebody else had, or that changed */
  async look(database: Database): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const { of, number, code } of await linesOf(database)) {
      const before = this.numbers.get(number);
      if (before !== undefined && before !== of && !isPlaceholderOfLost(of, before)) {
        wrong.push(`number ${String(number)} of ${before} was given to ${of}`);
      }
      const own = [...this.numbers].find(([, whose]) => whose === of)?.[0];
      if (own !== undefined && own !== number) wrong.push(`${of} had ${String(own)} and has ${String(number)}`);
      if (before === undefined && !of.startsWith(PLACEHOLDER)) this.numbers.set(number, of);
      if (code !== null) wrong.push(...this.lookAtCode(code, of));
    }
    return wrong;
  }

  /** @returns messages that had a number and stand in the register no more */
  async missing(database: Database): Promise<readonly string[]> {
    const there = new Set((await linesOf(database)).map(({ of }) => of));
    return [...this.numbers.values()].filter((of) => of.startsWith('msg') && !there.has(of));
  }

  private lookAtCode(code: string, of: string): readonly string[] {
    const before = this.codes.get(code);
    const own = [...this.codes].find(([, whose]) => whose === of)?.[0];
    if (before !== undefined && before !== of) return [`code ${code} of ${before} was given to ${of}`];
    this.codes.set(code, of);
    return own === undefined || own === code ? [] : [`${of} had ${own} and has ${code}`];
  }
}

/** What the desk took is lost with the database; its number stays taken. */
function isPlaceholderOfLost(of: string, before: string): boolean {
  return of.startsWith(PLACEHOLDER) && !before.startsWith('msg');
}

async function linesOf({ reader }: Database): Promise<readonly Line[]> {
  const documents = await reader.manager.find(IncomingDocumentEntity, { order: { year: 'ASC', arrivalNumber: 'ASC' } });
  const tickets = await reader.manager.findBy(TicketEntity, { splitFromId: IsNull() });
  const codes = new Map(tickets.map(({ incomingDocumentId, code }) => [incomingDocumentId, code]));
  return documents.map(({ id, messageId, documentId, subject, arrivalNumber: number }) => ({
    of: messageId ?? (documentId.startsWith(PLACEHOLDER) ? documentId : subject),
    number,
    code: codes.get(id) ?? null,
  }));
}
