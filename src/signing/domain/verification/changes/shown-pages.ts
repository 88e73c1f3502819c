import { differingKeys, isSameValue } from '../../../../files/domain/pdf/equality.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { PDF_LIMITS, PdfTooLarge } from '../../../../files/domain/pdf/limits.js';
import {
  dictionaryOf,
  PdfArray,
  PdfDictionary,
  PdfReference,
  type PdfValue,
} from '../../../../files/domain/pdf/values.js';
import { leadsOn, numberOf } from './ways.js';

/** Widgets that may show something else than before, and those that may be new on a page, by object number. */
export interface ChangedPlaces {
  readonly changed: ReadonlySet<number>;
  readonly added: ReadonlySet<number>;
}

/**
 * The pages, counted from 1, that show anything else than before outside of the given places; 0 stands for all of them.
 *
 * It knows nothing of rules and of ways: each page is followed from its content, its resources and its annotations to the last
 * object that anything is drawn with, as it was and as it is, and all of them must be the same to the byte. A rule that lets too
 * much pass is caught here. Each object is compared once.
 *
 * @throws PdfMalformed when a page cannot be followed, PdfTooLarge
 */
export function pagesShownOtherwise(before: FileState, after: FileState, places: ChangedPlaces): readonly number[] {
  return new Comparison(before, after, places).run();
}

/** Where a page, a node above it, or an annotation leads to others of their kind, to the form and to what is done, not to what is shown. */
const LEADING_AWAY: ReadonlySet<string> = new Set([
  ...['Parent', 'P', 'Popup', 'IRT', 'A', 'AA', 'Dest', 'Kids', 'V', 'DV', 'Lock', 'SV', 'B', 'PieceInfo'],
]);
/** The widgets of a page are looked at one by one; the order in which people go through them shows nothing. */
const OF_WIDGETS: ReadonlySet<string> = new Set(['Annots', 'Tabs']);

interface Sheets {
  readonly pages: readonly PdfReference[];
  /** What stands above pages, which inherit from it. */
  readonly nodes: readonly PdfReference[];
}

class Comparison {
  private readonly sheets: Sheets;
  private readonly sheetNumbers: ReadonlySet<number>;
  /** Objects already compared, so that each is compared once. */
  private readonly compared = new Map<number, boolean>();

  constructor(
    private readonly before: FileState,
    private readonly after: FileState,
    private readonly places: ChangedPlaces,
  ) {
    this.sheets = sheetsOf(before);
    this.sheetNumbers = new Set([...this.sheets.pages, ...this.sheets.nodes].map(({ number }) => number));
  }

  run(): readonly number[] {
    const { pages, nodes } = this.sheets;
    const now = sheetsOf(this.after).pages;
    const areSameOnes = now.length === pages.length && pages.every(({ number }, at) => number === now[at]?.number);
    if (!areSameOnes || !nodes.every((node) => this.isSameNode(node)) || !this.hasSameLayers()) return [0];
    return pages.flatMap((page, at) => (this.isSamePage(page) ? [] : [at + 1]));
  }

  private hasSameLayers(): boolean {
    const [old, now] = [this.before.catalog.raw('OCProperties'), this.after.catalog.raw('OCProperties')];
    return isSameValue(old, now) && this.isSameBehind(old);
  }

  private isSameNode(node: PdfReference): boolean {
    const [old, now] = [this.before.resolve(node), this.after.resolve(node)];
    return old instanceof PdfDictionary && isSameValue(old, now) && this.isSameDrawing(old, old);
  }

  private isSamePage(page: PdfReference): boolean {
    const [old, now] = [this.before.resolve(page), this.after.resolve(page)];
    if (!(old instanceof PdfDictionary && now instanceof PdfDictionary)) return old === now;
    return this.isSameDrawing(old, now) && this.areSameAnnotations(old, now);
  }

  /** Everything that a page, a node or an annotation says itself of what is shown. */
  private isSameDrawing(old: PdfDictionary, now: PdfDictionary): boolean {
    const keys = new Set([...old.entries.keys(), ...now.entries.keys()]);
    const differing = new Set(differingKeys(old, now));
    return [...keys].every((key) => {
      if (LEADING_AWAY.has(key) || OF_WIDGETS.has(key)) return true;
      return !differing.has(key) && this.isSameBehind(old.raw(key));
    });
  }

  private areSameAnnotations(old: PdfDictionary, now: PdfDictionary): boolean {
    const [before, after] = [annotationsOf(this.before, old), annotationsOf(this.after, now)];
    const known = new Set(before.map(numberOf));
    const isNew = (number: number | null): boolean =>
      number !== null && !known.has(number) && this.places.added.has(number);
    const kept = after.filter((item) => !isNew(numberOf(item)));
    if (kept.length !== before.length) return false;
    return before.every((item, at) => isSameValue(item, kept[at] ?? null) && this.isSameAnnotation(item));
  }

  private isSameAnnotation(item: PdfValue): boolean {
    const number = numberOf(item);
    if (number !== null && this.places.changed.has(number)) return true;
    const [old, now] = [this.before.resolve(item), this.after.resolve(item)];
    if (!isSameValue(old, now)) return false;
    return !(old instanceof PdfDictionary) || this.isSameDrawing(old, old);
  }

  /** Whether everything that is drawn with a value of the older state is in the newer one what it was. */
  private isSameBehind(value: PdfValue): boolean {
    const pending: PdfValue[] = [value];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      this.before.file.budget.walk(1);
      if (!(next instanceof PdfReference)) pending.push(...partsOf(next));
      else if (!this.compared.has(next.number)) {
        const [old, now] = [this.before.follow(next), this.after.follow(next)];
        this.compared.set(next.number, isSameValue(old, now));
        if (!this.sheetNumbers.has(next.number)) pending.push(old);
      }
      if (next instanceof PdfReference && !this.isSameObject(next.number)) return false;
    }
    return true;
  }

  /** Other pages are compared as pages. */
  private isSameObject(number: number): boolean {
    return this.sheetNumbers.has(number) || this.compared.get(number) === true;
  }
}

function partsOf(value: PdfValue): readonly PdfValue[] {
  if (value instanceof PdfArray) return value.items.filter((item) => leadsOn(item));
  const dictionary = dictionaryOf(value);
  return dictionary ? [...dictionary.entries.values()].filter((item) => leadsOn(item)) : [];
}

function annotationsOf(state: FileState, page: PdfDictionary): readonly PdfValue[] {
  const list = state.get(page, 'Annots');
  return list instanceof PdfArray ? list.items : [];
}

function sheetsOf(state: FileState): Sheets {
  const [pages, nodes]: [PdfReference[], PdfReference[]] = [[], []];
  const seen = new Set<number>();
  const pending: PdfValue[] = [state.catalog.raw('Pages')];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!(next instanceof PdfReference) || seen.has(next.number)) continue;
    if (seen.size >= PDF_LIMITS.pages) throw new PdfTooLarge('too many pages');
    seen.add(next.number);
    const node = state.resolve(next);
    const kids = node instanceof PdfDictionary ? state.get(node, 'Kids') : null;
    if (kids instanceof PdfArray) {
      nodes.push(next);
      for (const kid of kids.items.toReversed()) pending.push(kid);
    } else pages.push(next);
  }
  return { pages, nodes };
}
