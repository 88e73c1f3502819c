import type { FileState } from './file-state.js';
import { PDF_LIMITS, PdfMalformed, PdfTooLarge } from './limits.js';
import { integerOf, nameOf, PdfArray, PdfDictionary, type PdfValue } from './values.js';

/** A page with all that it inherits. */
export interface WholePage {
  readonly dictionary: PdfDictionary;
  /** Its own keys and the inherited ones, without the way back up. */
  readonly whole: PdfDictionary;
}

const INHERITED: readonly string[] = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
const OF_A_NODE: ReadonlySet<string> = new Set(['Type', 'Kids', 'Count', 'Parent', ...INHERITED]);
const MAX_DEPTH = 64;

type Entries = ReadonlyMap<string, PdfValue>;

/**
 * The pages in their order, from a tree that every reader walks alike: nodes say what they are, how many pages they hold and what holds them.
 *
 * @throws PdfMalformed, PdfTooLarge
 */
export function wholePagesOf(state: FileState): readonly WholePage[] {
  const tree = new PageTree(state);
  tree.visit(state.catalog.raw('Pages'), { inherited: new Map(), parent: null }, 0);
  return tree.pages;
}

interface Above {
  readonly inherited: Entries;
  readonly parent: PdfDictionary | null;
}

class PageTree {
  readonly pages: WholePage[] = [];
  private readonly seen = new Set<PdfDictionary>();

  constructor(private readonly state: FileState) {}

  visit(value: PdfValue, { inherited, parent }: Above, depth: number): void {
    const node = this.state.resolve(value);
    if (depth > MAX_DEPTH || this.pages.length > PDF_LIMITS.pages) throw new PdfTooLarge('too many pages');
    if (!(node instanceof PdfDictionary) || this.seen.has(node)) throw new PdfMalformed('page tree');
    this.seen.add(node);
    if (this.state.get(node, 'Parent') !== parent) throw new PdfMalformed('page held by another node');
    const here = this.inheritedBy(node, inherited);
    if (nameOf(this.state.get(node, 'Type')) === 'Page') this.addPage(node, here);
    else this.visitKids(node, here, depth);
  }

  private inheritedBy(node: PdfDictionary, above: Entries): Entries {
    const here = new Map(above);
    for (const key of INHERITED) {
      if (this.state.get(node, key) !== null) here.set(key, node.raw(key));
    }
    return here;
  }

  private addPage(dictionary: PdfDictionary, inherited: Entries): void {
    if (this.state.get(dictionary, 'Kids') !== null) throw new PdfMalformed('page with pages in it');
    const whole = new Map([...dictionary.entries, ...inherited]);
    whole.delete('Parent');
    this.pages.push({ dictionary, whole: new PdfDictionary(whole) });
  }

  private visitKids(node: PdfDictionary, inherited: Entries, depth: number): void {
    const kids = this.state.get(node, 'Kids');
    const isNode = nameOf(this.state.get(node, 'Type')) === 'Pages' && kids instanceof PdfArray;
    if (!isNode || [...node.entries.keys()].some((key) => !OF_A_NODE.has(key))) throw new PdfMalformed('page tree');
    const before = this.pages.length;
    for (const kid of kids.items) this.visit(kid, { inherited, parent: node }, depth + 1);
    const count = integerOf(this.state.get(node, 'Count'));
    if (count !== this.pages.length - before) throw new PdfMalformed('pages counted wrongly');
  }
}
