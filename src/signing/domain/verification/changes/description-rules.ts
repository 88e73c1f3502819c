import { differingKeys } from '../../../../files/domain/pdf/equality.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import {
  EMPTY_DICTIONARY,
  nameOf,
  PdfDictionary,
  PdfReference,
  PdfStream,
  type PdfValue,
} from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';

/** Signing tools note when and with what they saved; whose the document is and what it is called stays. */
const NOTED_BY_TOOLS: ReadonlySet<string> = new Set(['ModDate', 'Producer']);

export function reviewDocumentInformation(review: ChangeReview): void {
  const [before, after] = [review.before.trailer.raw('Info'), review.after.trailer.raw('Info')];
  // Without one of its own, the newest save leaves the older description standing.
  if (after === null || review.isSame(before, after)) return;
  const old = review.before.resolve(before) ?? EMPTY_DICTIONARY;
  const now = review.after.resolve(after) ?? EMPTY_DICTIONARY;
  const isHarmless =
    old instanceof PdfDictionary &&
    now instanceof PdfDictionary &&
    differingKeys(old, now).every((key) => NOTED_BY_TOOLS.has(key));
  if (!isHarmless) review.refuse('document-information-changed');
  review.hasDescription = true;
  for (const { trailer } of [review.before, review.after]) review.licences.release(trailer, 'Info');
  review.explain(after);
}

/** The XMP description: again only dates and producer may differ. */
export function reviewMetadata(review: ChangeReview): void {
  const [before, after] = [review.before.catalog.raw('Metadata'), review.after.catalog.raw('Metadata')];
  if (review.isSame(before, after)) return;
  const [old, now] = [factsOf(review.before, before), factsOf(review.after, after)];
  if (now === null || (old !== null && old !== now)) review.refuse('metadata-changed');
  review.hasDescription = true;
  for (const { catalog } of [review.before, review.after]) review.licences.release(catalog, 'Metadata');
  review.explain(after);
}

const VOLATILE: ReadonlySet<string> = new Set([
  'ModifyDate',
  'MetadataDate',
  'Producer',
  'InstanceID',
  'xmptk',
  'about',
  'parseType',
  'lang',
]);
// A name is taken whole or not at all: hostile names of many letters would cost squared time.
const PIECE = /<\/?([A-Za-z_][\w.:-]*)(?![\w.:-])([^<>]*)>|([^<>]+)/gu;
const ATTRIBUTE = /(?<![\w.:-])([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** What the description says, without markup and without what tools keep changing; null when it is no XMP. */
function factsOf(state: FileState, raw: PdfValue): string | null {
  const stream = raw instanceof PdfReference ? state.resolve(raw) : null;
  if (!(stream instanceof PdfStream) || nameOf(stream.dictionary.raw('Subtype')) !== 'XML') return null;
  const xml = state.file.decode(stream).toString('utf8');
  return xml.includes('xmpmeta') && !/<!(?:DOCTYPE|ENTITY)/u.test(xml) ? factsIn(xml) : null;
}

/** Elements that only group the values of the element around them. */
const GROUPING: ReadonlySet<string> = new Set(['Alt', 'Seq', 'Bag', 'li']);

/** What its prefixes stand for. */
type Spaces = ReadonlyMap<string, string>;

function factsIn(xml: string): string | null {
  const spaces = spacesIn(xml);
  if (spaces === null) return null;
  const facts: string[] = [];
  const texts: SaidText[] = [];
  let [element, language] = ['', ''];
  for (const [, name = '', attributes = '', text = ''] of xml.matchAll(PIECE)) {
    if (name !== '') {
      language = languageIn(attributes);
      if (!GROUPING.has(localName(name))) element = name;
    }
    for (const fact of attributeFacts(attributes, spaces)) facts.push(fact);
    if (isSaid(element, text)) texts.push({ element: fullName(element, spaces), language, text: text.trim() });
  }
  return [...facts, ...textFacts(texts)].toSorted().join('\n');
}

interface SaidText {
  readonly element: string;
  /** As the file writes it. */
  readonly language: string;
  readonly text: string;
}

/** Tools write one language in several ways; where a file itself writes it in two, each counts as a language of its own. */
function textFacts(texts: readonly SaidText[]): readonly string[] {
  const placeOf = ({ element, language }: SaidText): string => `${element}${usualForm(language)}`;
  const written = new Map<string, Set<string>>();
  for (const one of texts) {
    const known = written.get(placeOf(one)) ?? new Set();
    written.set(placeOf(one), known.add(one.language));
  }
  return texts.map((one) => {
    const isPlain = written.get(placeOf(one))?.size === 1;
    return `${isPlain ? placeOf(one) : `${one.element}@@${one.language}`}=${one.text}`;
  });
}

function isSaid(element: string, text: string): boolean {
  return text.trim() !== '' && !VOLATILE.has(localName(element));
}

/** Null where one prefix stands for several things: what it names where is not followed. */
function spacesIn(xml: string): Spaces | null {
  const spaces = new Map<string, string>();
  for (const [, , attributes = ''] of xml.matchAll(PIECE)) {
    for (const { name, value } of attributesIn(attributes)) {
      const prefix = name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : null;
      if (prefix === null) continue;
      if ((spaces.get(prefix) ?? value) !== value) return null;
      spaces.set(prefix, value);
    }
  }
  return spaces;
}

/** Titles in several languages are told apart by it; readers show the usual one. */
function languageIn(attributes: string): string {
  return attributesIn(attributes).find(({ name }) => name === 'xml:lang')?.value ?? '';
}

function usualForm(said: string): string {
  const language = said.toLowerCase().replaceAll('_', '-');
  return USUAL.has(language) ? '' : `@${language}`;
}

/** `x-repair` is what tools write where none was said. */
const USUAL: ReadonlySet<string> = new Set(['', 'x-default', 'x-repair']);

function attributeFacts(attributes: string, spaces: Spaces): string[] {
  return attributesIn(attributes)
    .filter(({ name }) => !name.startsWith('xmlns') && !VOLATILE.has(localName(name)))
    .map(({ name, value }) => `${fullName(name, spaces)}=${value}`);
}

function attributesIn(attributes: string): { readonly name: string; readonly value: string }[] {
  return [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => ({
    name,
    value: double ?? single ?? '',
  }));
}

function fullName(name: string, spaces: Spaces): string {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  return `${spaces.get(prefix) ?? prefix} ${localName(name)}`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
