import type { SearchPlan, TermGroup } from '../../domain/search/search-question.js';
import type { Term } from '../../domain/search/search-words.js';

/** Of a word's list, as far as its length is of interest. */
export const PROBED = 400;

/** How long the list of a term is, as far as it was read. */
export interface Probe {
  readonly at: number;
  readonly held: number;
  readonly span: number | null;
}

export type Probed = ReadonlyMap<Term, Probe | undefined>;

/** The group without words for people that no ticket has: most words that are searched name no person. */
export function withoutUnheard({ leading }: SearchPlan, group: TermGroup, probed: Probed | null): TermGroup {
  return group.filter((term) => !leading.includes(term.kind) || probed?.get(term)?.held !== 0);
}

/** The group whose list is the shortest; null where there is none. */
export function rarest(groups: readonly TermGroup[], probed: Probed | null): TermGroup | null {
  const empty = groups.find((group) => group.length === 0);
  if (empty !== undefined || probed === null) return empty ?? groups[0] ?? null;
  const lengths = groups.map((group) => ({ group, ...lengthOf(group.map((term) => probed.get(term))) }));
  return lengths.sort((one, other) => one.density - other.density || one.held - other.held)[0]?.group ?? null;
}

/**
 * How long the list of a group is: `held` where that is known. Where it is not, `density` compares, tickets a minute: the newest tickets of a rare
 * word lie further apart than those of a common one.
 */
function lengthOf(probes: readonly (Probe | undefined)[]): { readonly held: number; readonly density: number } {
  let [held, density] = [0, 0];
  for (const probe of probes) {
    held += probe?.held ?? 0;
    if (probe && probe.held >= PROBED) density += PROBED / Math.max(1, probe.span ?? 1);
  }
  return { held, density };
}
