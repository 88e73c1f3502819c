import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Who may read the journal: those who look after the software, and those who watch over the work. */
export const JOURNAL_READERS: readonly Role[] = ['administrator', 'supervisor'];

/** Who may take it out of the agency, with everything that it says. */
export const JOURNAL_EXPORTERS: readonly Role[] = ['administrator'];

/** @throws DomainError `forbidden` */
export function requireJournalReader(actor: Actor): void {
  if (!hasRole(actor, ...JOURNAL_READERS)) throw new DomainError('forbidden', { act: 'journal.read' });
}

/** @throws DomainError `forbidden` */
export function requireJournalExporter(actor: Actor): void {
  if (!hasRole(actor, ...JOURNAL_EXPORTERS)) throw new DomainError('forbidden', { act: 'journal.export' });
}

/** Whether somebody sees from where an act came, and may look for it by that. */
export function readsAddresses(actor: Actor): boolean {
  return hasRole(actor, 'administrator');
}

/** What stands in the place of a value that this reader may not read. */
export const MASK = '•••';

/** Names of facts whose values lead to a person. */
const PERSONAL = /name|phone|mail|address|birth|identity|purpose|reason|words|text|comment/iu;

/** Of a change that names its field, what stood there and what stands there now. */
const SIDES: readonly string[] = ['before', 'after'];

/** A line as this person may read it: supervision sees that an address, a name or a telephone stands there, not which. */
export function seenLine<Line extends { address: string | null; detail: object }>(actor: Actor, line: Line): Line {
  if (readsAddresses(actor)) return line;
  const detail = maskedDetail(line.detail) as object;
  return Object.assign(line, { address: line.address === null ? null : MASK, detail });
}

/** The facts of an act for a reader who may not see what leads to people: such values are masked at every depth, all others stay. */
export function maskedDetail(detail: unknown): unknown {
  if (Array.isArray(detail)) return detail.map(maskedDetail);
  if (typeof detail !== 'object' || detail === null) return detail;
  const isOfPerson = 'field' in detail && typeof detail.field === 'string' && PERSONAL.test(detail.field);
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]: [string, unknown]) => [
      name,
      PERSONAL.test(name) || (isOfPerson && SIDES.includes(name)) ? masked(value) : maskedDetail(value),
    ]),
  );
}

function masked(value: unknown): unknown {
  return value === null || value === '' ? value : MASK;
}
