/** What became of some words between two texts. */
export type Change = 'same' | 'added' | 'removed';

/** Words that follow each other and share their fate, with the blank that stands before them. */
export interface Stretch {
  readonly change: Change;
  readonly text: string;
}

export interface ComparedParagraph {
  readonly stretches: readonly Stretch[];
}

/** One part of a letter in both of its revisions, a paragraph a string. */
export interface PartTexts {
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface ComparedPart {
  readonly label: string;
  readonly paragraphs: readonly ComparedParagraph[];
}

/** What two revisions say, part by part; `tooLarge` for texts that take longer to compare than anybody waits. */
export type Comparison =
  | { readonly kind: 'compared'; readonly parts: readonly ComparedPart[] }
  | { readonly kind: 'tooLarge' };

export function isChanged({ stretches }: ComparedParagraph): boolean {
  return stretches.some(({ change }) => change !== 'same');
}

/** The fields of two revisions as texts, in the order of their form. @param labels every field by its name, with its words */
export function fieldTexts(
  labels: Readonly<Record<string, string>>,
  before: object,
  after: object,
): readonly PartTexts[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = [...new Set([...Object.keys(labels), ...old.keys(), ...fresh.keys()])];
  return names
    .map((name) => ({
      label: labels[name] ?? name,
      before: paragraphsIn(old.get(name)),
      after: paragraphsIn(fresh.get(name)),
    }))
    .filter(({ before: was, after: is }) => was.length + is.length > 0);
}

/** A value of a form in paragraphs: lines, items of lists, rows of tables. */
function paragraphsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split('\n').map(spaced).filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(paragraphsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(paragraphsIn) : [];
}

function spaced(line: string): string {
  return line.replace(/\s+/gu, ' ').trim();
}
