import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../../files/domain/xml/xml-tree.js';
import { clean } from '../../kernel/vietnamese.js';
import { INVISIBLE } from '../domain/format/rules/letter-rules.js';
import { PLACE_LINK, PLACE_NAMES, type PlaceName } from '../domain/places.js';
import type { WordFile } from '../domain/word/word-reading.js';
import type { WordPackage } from '../format/docx/word-package.js';
import { unseenWords } from './unseen-words.js';

/** The part whose words stand on no page, known by what it is: any part may bear any name. */
const SILENT = 'w:comments';
const CHANGES: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);
const BLANKS: ReadonlySet<string> = new Set(['w:tab', 'w:ptab', 'w:br', 'w:cr', 'a:br']);
/** Fields that show where a page stands, or where a link leads. */
const HARMLESS: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'HYPERLINK', '']);

export type Words = Pick<WordFile, 'paragraphs' | 'places' | 'trackedChanges' | 'liveFields'>;

/** Everything that a file says, wherever it stands in it: a person who reads the pages may see it. */
export function readWords(file: WordPackage): Words {
  const reader = new WordReader(file);
  const others = [...file.parts.keys()].filter((part) => part !== file.mainPart);
  for (const part of [file.mainPart, ...others.toSorted()]) {
    const root = file.tree(part)?.root;
    if (root && root.name !== SILENT) reader.readPart(root);
  }
  reader.addUnseen(unseenWords(file));
  return reader.words();
}

/** Words as they are compared and searched: composed, without letters that nobody sees, with single blanks. */
export function plain(text: string): string {
  return clean(text).replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

class WordReader {
  private readonly paragraphs: string[] = [];
  /** What only programs without newer shapes show. */
  private readonly fallbacks: string[] = [];
  private readonly places = new Map<PlaceName, number>();
  private readonly fields = new Set<string>();
  private trackedChanges = 0;
  private instruction = '';

  constructor(private readonly file: WordPackage) {}

  readPart(root: XmlElement): void {
    const loose: string[] = [];
    this.read(root, loose, this.paragraphs);
    this.keep(loose, this.paragraphs);
  }

  /** Only what says more than the pages do: a title mostly repeats the subject. */
  addUnseen(texts: readonly string[]): void {
    const seen = this.paragraphs.join('\n');
    for (const text of texts.map(plain)) if (!seen.includes(text)) this.fallbacks.push(text);
  }

  words(): Words {
    const known = new Set(this.paragraphs);
    return {
      paragraphs: [...this.paragraphs, ...new Set(this.fallbacks.filter((text) => !known.has(text)))],
      places: Object.fromEntries(this.places),
      trackedChanges: this.trackedChanges,
      liveFields: [...this.fields].filter((keyword) => !HARMLESS.has(keyword)),
    };
  }

  private read(parent: XmlElement, words: string[], into: string[]): void {
    for (const child of childrenOf(parent)) {
      if (CHANGES.has(child.name)) this.trackedChanges += 1;
      if (into === this.paragraphs) this.notePlace(child);
      this.noteField(child);
      if (child.name === 'mc:Fallback') this.readInside(child, this.fallbacks);
      else if (child.name === 'w:lvlText') this.keepLabel(child);
      else if (child.name === 'w:p' || child.name === 'a:p') this.readInside(child, into);
      else if (!this.take(child, words)) this.read(child, words, into);
    }
  }

  private readInside(element: XmlElement, into: string[]): void {
    const words: string[] = [];
    this.read(element, words, into);
    this.keep(words, into);
  }

  private keep(words: readonly string[], into: string[]): void {
    const text = plain(words.join(''));
    if (text !== '') into.push(text);
  }

  /** What stands before each item of a list, where it says more than a number or a dash. */
  private keepLabel(element: XmlElement): void {
    const label = (attributeOf(element, 'w:val') ?? '').replace(/%\d/gu, '');
    if (/[\p{L}\p{N}]{2}/u.test(label)) this.keep([label], this.fallbacks);
  }

  /** @returns whether the element is one of letters */
  private take(element: XmlElement, words: string[]): boolean {
    const kind = element.name.slice(element.name.indexOf(':') + 1);
    if (kind === 't' || kind === 'delText' || element.name === 'c:v') words.push(textOf(element));
    else if (BLANKS.has(element.name)) words.push(' ');
    else if (kind === 'noBreakHyphen') words.push('-');
    else if (kind === 'sym') words.push(symbolOf(element));
    else if (kind === 'textpath') words.push(` ${attributeOf(element, 'string') ?? ''} `);
    else return false;
    return true;
  }

  private notePlace(element: XmlElement): void {
    const link = element.name === 'wp:docPr' ? childOf(element, 'a:hlinkClick') : element;
    if (element.name !== 'w:hyperlink' && element.name !== 'wp:docPr') return;
    const target = this.file.related(attributeOf(link, 'r:id') ?? '') ?? '';
    const name = PLACE_NAMES.find((known) => known === PLACE_LINK.exec(target)?.[1]);
    if (name) this.places.set(name, (this.places.get(name) ?? 0) + 1);
  }

  private noteField(element: XmlElement): void {
    if (element.name === 'w:fldSimple') this.noteInstruction(attributeOf(element, 'w:instr') ?? '');
    else if (element.name === 'w:instrText') this.instruction += textOf(element);
    else if (element.name === 'w:dataBinding') this.fields.add('DATABINDING');
    else if (element.name === 'w:fldChar') {
      this.noteInstruction(this.instruction);
      this.instruction = '';
    }
  }

  private noteInstruction(instruction: string): void {
    const keyword = /^\s*(\w*)/u.exec(instruction)?.[1]?.toUpperCase() ?? '';
    this.fields.add(keyword);
    // Where a link leads is written into the PDF, though no page shows it.
    if (keyword === 'HYPERLINK') this.keep([/"([^"]*)"/u.exec(instruction)?.[1] ?? ''], this.fallbacks);
  }
}

/** A letter given by its code; fonts of symbols keep theirs from F000 on. */
function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(attributeOf(element, 'w:char') ?? '', 16);
  return Number.isNaN(code) ? '' : String.fromCharCode(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
}
