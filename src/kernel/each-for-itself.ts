import { DomainError } from './domain-error.js';
import { nextTurn } from './turns.js';

/** What came of one thing of several. */
export type Outcome<Item, Made> =
  | { readonly item: Item; readonly made: Made; readonly refused: null }
  | { readonly item: Item; readonly made: null; readonly refused: DomainError };

/**
 * Does something with several things, one after the other and each for itself: what one is refused for does not hold up the others. Yields to the event
 * loop after each.
 *
 * @throws what `act` throws besides DomainError
 */
export async function eachForItself<Item, Made>(
  items: readonly Item[],
  act: (item: Item) => Promise<Made>,
): Promise<readonly Outcome<Item, Made>[]> {
  const outcomes: Outcome<Item, Made>[] = [];
  for (const item of items) {
    try {
      outcomes.push({ item, made: await act(item), refused: null });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      outcomes.push({ item, made: null, refused: error });
    }
    await nextTurn();
  }
  return outcomes;
}
