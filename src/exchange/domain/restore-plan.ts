import type { MessageThere, RegisterNumber } from './reconciliation.js';

/** A number of the incoming register that is known to have been given, and what it was given to, where that is known. */
export interface PlannedLine extends RegisterNumber {
  /** The message whose line it is; left out for what no message brought. */
  readonly message?: MessageThere;
  /** When the line was mirrored. */
  readonly at?: Date;
}

/**
 * In which order the incoming register is brought back after a restore: by the numbers that the e-office mirrors, or that the mark beside the data
 * remembers, each number once; then what was taken from there and has no known number, as it was queued.
 */
export function restorePlan<M extends MessageThere>({
  listed,
  arrivals,
  remembered,
}: {
  readonly listed: readonly M[];
  readonly arrivals: readonly (RegisterNumber & { readonly at: Date })[];
  readonly remembered: ReadonlyMap<string, RegisterNumber>;
}): { readonly lines: readonly (PlannedLine & { readonly message?: M })[]; readonly rest: readonly M[] } {
  const lines = new Map<string, PlannedLine & { readonly message?: M }>();
  const rest: M[] = [];
  const documents = listed.filter(({ acknowledged }) => acknowledged);
  for (const message of documents) {
    const known = message.mirrored ?? remembered.get(message.messageId);
    if (known === undefined) rest.push(message);
    else lines.set(keyOf(known), { number: known.number, year: known.year, message });
  }
  for (const { number, year, at } of arrivals) {
    const key = keyOf({ number, year });
    if (!lines.has(key)) lines.set(key, { number, year, at });
  }
  return {
    lines: [...lines.values()].sort((a, b) => a.year - b.year || a.number - b.number),
    rest: rest.sort((a, b) => a.at.getTime() - b.at.getTime()),
  };
}

function keyOf({ year, number }: RegisterNumber): string {
  return `${String(year)}/${String(number)}`;
}
