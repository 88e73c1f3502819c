import { sha256Of } from '../../kernel/sha256.js';

/** What a draw was made of and what came out, so that anybody can make it again. */
export interface Draw {
  readonly seed: string;
  readonly population: readonly string[];
  /** In the order of the draw. */
  readonly chosen: readonly string[];
}

/**
 * Draws from a population by lot: everybody is given the sha256 of `seed:id`, and those with the smallest hashes are chosen, smallest first. The same
 * seed and population give the same draw with any program that knows sha256, in whatever order the population is named; who has not seen the seed
 * cannot know who will be chosen.
 *
 * @param size all of them where the population is smaller
 */
export function drawn(seed: string, population: readonly string[], size: number): readonly string[] {
  return population
    .map((id) => ({ id, lot: sha256Of(`${seed}:${id}`) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}

/** The fingerprint of a population, whatever order it is named in. */
export function populationHash(population: readonly string[]): string {
  return sha256Of([...population].sort().join('\n'));
}

/** Whether a kept draw is what its seed gives. */
export function isAsDrawn({ seed, population, chosen }: Draw, keptHash: string): boolean {
  const again = drawn(seed, population, chosen.length);
  return populationHash(population) === keptHash && again.every((id, at) => id === chosen[at]);
}
