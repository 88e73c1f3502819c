import { diffArrays } from 'diff';
import type { Change, ComparedParagraph, ComparedPart, PartTexts, Stretch } from '../domain/comparison.js';

/**
 * Changes to look for at most, by paragraphs and then by words: the work grows with their square. What differs more is shown as taken away and
 * rewritten.
 */
const MAX_CHANGES = 1_000;

const PIECE = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu;
const END = '\n';

/** A word or a mark, with the blank that stands before it. */
interface Token {
  readonly text: string;
  readonly blank: string;
}

interface Run<T> {
  readonly change: Change;
  readonly items: readonly T[];
}

/** Compares a part paragraph by paragraph, and word by word where paragraphs differ. */
export function comparePart({ label, before, after }: PartTexts): ComparedPart {
  const paragraphs: ComparedParagraph[] = [];
  let removed: readonly string[] = [];
  const runs = runsOf(before, after, String) ?? wholly(before, after);
  for (const { change, items } of runs) {
    if (change === 'removed') {
      removed = items;
      continue;
    }
    paragraphs.push(
      ...(change === 'added' ? compareWords(removed, items) : [...alone('removed', removed), ...alone('same', items)]),
    );
    removed = [];
  }
  return { label, paragraphs: [...paragraphs, ...alone('removed', removed)] };
}

/** Paragraphs that took the place of others; words that both have keep their places. */
function compareWords(before: readonly string[], after: readonly string[]): readonly ComparedParagraph[] {
  if (before.length === 0) return alone('added', after);
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  const runs = runsOf(old, fresh, ({ text }) => text);
  if (runs === null) return [...alone('removed', before), ...alone('added', after)];
  return paragraphsOf(runs);
}

/** @returns null where there are too many changes */
function runsOf<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): readonly Run<T>[] | null {
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: MAX_CHANGES });
  if (changes === undefined) return null;
  let [from, to] = [0, 0];
  return changes.map(({ added, removed, count }) => {
    const items = removed ? before.slice(from, from + count) : after.slice(to, to + count);
    if (!added) from += count;
    if (!removed) to += count;
    return { change: added ? 'added' : removed ? 'removed' : 'same', items };
  });
}

function wholly<T>(before: readonly T[], after: readonly T[]): readonly Run<T>[] {
  return [
    { change: 'removed', items: before },
    { change: 'added', items: after },
  ];
}

function alone(change: Change, paragraphs: readonly string[]): readonly ComparedParagraph[] {
  return paragraphs.map((text) => ({ stretches: [{ change, text }] }));
}

function tokensOf(paragraphs: readonly string[]): readonly Token[] {
  return paragraphs.flatMap((paragraph) => [
    ...paragraph
      .split(/\s+/u)
      .flatMap((word, at) =>
        (word.match(PIECE) ?? []).map((text, piece) => ({ text, blank: at > 0 && piece === 0 ? ' ' : '' })),
      ),
    { text: END, blank: '' },
  ]);
}

/** Words back in their paragraphs; an end that only one of the texts has ends nothing that goes on in the other. */
function paragraphsOf(runs: readonly Run<Token>[]): readonly ComparedParagraph[] {
  const paragraphs: Stretch[][] = [[]];
  for (const { change, items } of runs) {
    for (const { text, blank } of items) {
      if (text === END) {
        paragraphs.push([]);
        continue;
      }
      const stretches = paragraphs.at(-1) ?? [];
      const last = stretches.at(-1);
      if (last?.change === change) stretches[stretches.length - 1] = { change, text: last.text + blank + text };
      else stretches.push({ change, text: blank + text });
    }
  }
  return paragraphs.filter((stretches) => stretches.length > 0).map((stretches) => ({ stretches }));
}
