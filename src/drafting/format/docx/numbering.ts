import { attributeOf, childOf, childrenOf, type XmlElement, type XmlTree } from '../../../files/domain/xml/xml-tree.js';

interface Level {
  readonly format: string;
  readonly pattern: string;
  readonly start: number;
  readonly properties: XmlElement | undefined;
}

/** What an automatic list prints before a paragraph, and how it moves it. */
export interface ListMark {
  readonly label: string;
  readonly properties: XmlElement | undefined;
}

const NO_MARK: ListMark = { label: '', properties: undefined };

/** Counts the automatic lists of a document, paragraph by paragraph in its order. */
export class ListCounter {
  private readonly lists = new Map<string, ReadonlyMap<number, Level>>();
  private readonly families = new Map<string, string>();
  private readonly counts = new Map<string, number[]>();

  constructor(tree: XmlTree | undefined) {
    const elements = tree ? childrenOf(tree.root) : [];
    const abstracts = new Map(
      elements
        .filter(({ name }) => name === 'w:abstractNum')
        .map((element) => [attributeOf(element, 'w:abstractNumId') ?? '', element]),
    );
    for (const element of elements.filter(({ name }) => name === 'w:num')) {
      const id = attributeOf(element, 'w:numId') ?? '';
      const family = attributeOf(childOf(element, 'w:abstractNumId'), 'w:val') ?? '';
      this.families.set(id, family);
      this.lists.set(id, levelsOf(abstracts.get(family), element));
    }
  }

  /** The mark of the next paragraph of a list. @param layers properties of the paragraph, weakest first */
  next(layers: readonly XmlElement[]): ListMark {
    const [id, depth] = listOf(layers);
    const levels = id === undefined ? undefined : this.lists.get(id);
    const level = levels?.get(depth);
    if (id === undefined || !levels || !level) return NO_MARK;
    const counts = this.countsOf(id);
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    return { label: labelOf(level, levels, counts), properties: level.properties };
  }

  private countsOf(id: string): number[] {
    const family = this.families.get(id) ?? id;
    const counts = this.counts.get(family) ?? [];
    this.counts.set(family, counts);
    return counts;
  }
}

function listOf(layers: readonly XmlElement[]): readonly [string | undefined, number] {
  let id: string | undefined;
  let depth = 0;
  for (const layer of layers) {
    const list = childOf(layer, 'w:numPr');
    id = attributeOf(childOf(list, 'w:numId'), 'w:val') ?? id;
    depth = Number(attributeOf(childOf(list, 'w:ilvl'), 'w:val') ?? depth);
  }
  return [id === '0' ? undefined : id, depth];
}

function levelsOf(abstract: XmlElement | undefined, list: XmlElement): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of abstract ? childrenOf(abstract) : []) {
    if (element.name === 'w:lvl') levels.set(depthOf(element), levelOf(element));
  }
  for (const override of childrenOf(list).filter(({ name }) => name === 'w:lvlOverride')) {
    const own = childOf(override, 'w:lvl');
    const depth = depthOf(override);
    const start = attributeOf(childOf(override, 'w:startOverride'), 'w:val');
    const level = own ? levelOf(own) : levels.get(depth);
    if (level) levels.set(depth, { ...level, start: start === undefined ? level.start : Number(start) });
  }
  return levels;
}

function depthOf(element: XmlElement): number {
  return Number(attributeOf(element, 'w:ilvl') ?? 0);
}

function levelOf(element: XmlElement): Level {
  const value = (name: string): string | undefined => attributeOf(childOf(element, name), 'w:val');
  return {
    format: value('w:numFmt') ?? 'decimal',
    pattern: value('w:lvlText') ?? '',
    start: Number(value('w:start') ?? 1),
    properties: childOf(element, 'w:pPr'),
  };
}

/** `%1.%2` with the counts of its levels; a bullet is a dash, whatever sign it is. */
function labelOf(level: Level, levels: ReadonlyMap<number, Level>, counts: readonly number[]): string {
  if (level.format === 'bullet') return /^[-–+•*]$/u.test(level.pattern) ? level.pattern : '•';
  if (level.format === 'none') return '';
  return level.pattern.replace(/%(\d)/gu, (_, digit: string) => {
    const depth = Number(digit) - 1;
    return numeral(counts[depth] ?? levels.get(depth)?.start ?? 1, levels.get(depth)?.format ?? 'decimal');
  });
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function numeral(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return latinLetter(count);
    case 'upperLetter':
      return latinLetter(count).toUpperCase();
    case 'lowerRoman':
      return roman(count);
    case 'upperRoman':
      return roman(count).toUpperCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

/** Word counts by the Latin alphabet: f behind e, and after z again aa. */
function latinLetter(count: number): string {
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.floor((count - 1) / 26) + 1);
}

function roman(count: number): string {
  let [left, text] = [count, ''];
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      text += letters;
      left -= value;
    }
  }
  return text;
}
