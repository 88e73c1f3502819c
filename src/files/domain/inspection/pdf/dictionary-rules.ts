import { nameOf, PdfArray, PdfDictionary, PdfString, textOf, type PdfValue } from '../../pdf/values.js';
import type { Findings } from '../inspection.js';
import { MAX_PIXELS } from '../images/inspect-image.js';
import type { ReasonCode } from '../reasons.js';

/** Keys whose presence alone says that the file does more than show pages (ISO 32000-1, 12.6). */
const KEYS: Readonly<Record<string, ReasonCode>> = {
  JS: 'pdf-script',
  EF: 'pdf-attachment',
  Collection: 'pdf-attachment',
  XFA: 'pdf-xfa',
  Encrypt: 'pdf-encrypted',
  OPI: 'pdf-remote',
};

/** What an action does, by its `/S`. */
const ACTIONS: Readonly<Record<string, ReasonCode>> = {
  JavaScript: 'pdf-script',
  Rendition: 'pdf-media',
  Launch: 'pdf-launch',
  SubmitForm: 'pdf-submit',
  ImportData: 'pdf-submit',
  GoToR: 'pdf-remote',
  GoToE: 'pdf-attachment',
  Movie: 'pdf-media',
  Sound: 'pdf-media',
  RichMediaExecute: 'pdf-media',
};

/** What a thing is, by its `/Subtype` or `/Type`. */
const KINDS: Readonly<Record<string, ReasonCode>> = {
  EmbeddedFile: 'pdf-attachment',
  FileAttachment: 'pdf-attachment',
  RichMedia: 'pdf-media',
  Screen: 'pdf-media',
  Movie: 'pdf-media',
  Sound: 'pdf-media',
  '3D': 'pdf-media',
  PS: 'pdf-script',
};

const HARMLESS_ADDRESS = /^\s*(?:https?:|mailto:|tel:|www\.|#)|^[^:]*$/iu;

/** Judges one dictionary by its keys and names, and every value in it. */
export function inspectValue(value: PdfValue, findings: Findings): void {
  if (value instanceof PdfArray) for (const item of value.items) inspectValue(item, findings);
  if (!(value instanceof PdfDictionary)) return;
  inspectDictionary(value, findings);
  for (const item of value.entries.values()) inspectValue(item, findings);
}

function inspectDictionary(dictionary: PdfDictionary, findings: Findings): void {
  for (const [key, value] of dictionary.entries) {
    const reason = KEYS[key];
    if (reason !== undefined && value !== null) findings.add(reason);
  }
  addIfKnown(ACTIONS, dictionary.raw('S'), findings);
  addIfKnown(KINDS, dictionary.raw('Subtype'), findings);
  addIfKnown(KINDS, dictionary.raw('Type'), findings);
  inspectAddress(dictionary, findings);
  inspectOpening(dictionary, findings);
  inspectPicture(dictionary, findings);
}

function addIfKnown(table: Readonly<Record<string, ReasonCode>>, value: PdfValue, findings: Findings): void {
  const name = nameOf(value);
  const reason = name !== null && Object.hasOwn(table, name) ? table[name] : undefined;
  if (reason !== undefined) findings.add(reason);
}

/** Links, and streams that are kept in another file. */
function inspectAddress(dictionary: PdfDictionary, findings: Findings): void {
  const address = textOf(dictionary.raw('URI'));
  if (address !== null && !HARMLESS_ADDRESS.test(address)) findings.add('pdf-remote');
  const isKeptOutside = dictionary.raw('F') instanceof PdfString && dictionary.raw('Length') !== null;
  const isReference = nameOf(dictionary.raw('Subtype')) === 'Form' && dictionary.raw('Ref') !== null;
  if (isKeptOutside || isReference) findings.add('pdf-remote');
}

/** Opening at a place of the file itself is what most writers ask for. */
function inspectOpening(dictionary: PdfDictionary, findings: Findings): void {
  const action = dictionary.raw('OpenAction');
  const kind = action instanceof PdfDictionary ? nameOf(action.raw('S')) : null;
  if (action instanceof PdfDictionary && kind !== 'GoTo') findings.add('pdf-opens-something');
  if (dictionary.raw('AA') !== null) findings.add('pdf-opens-something');
  if (nameOf(dictionary.raw('S')) === 'Named' && nameOf(dictionary.raw('N')) === 'Print') {
    findings.add('pdf-opens-something');
  }
}

function inspectPicture(dictionary: PdfDictionary, findings: Findings): void {
  if (nameOf(dictionary.raw('Subtype')) !== 'Image') return;
  const [width, height] = [dictionary.raw('Width'), dictionary.raw('Height')];
  if (typeof width !== 'number' || typeof height !== 'number') return;
  if (width * height > MAX_PIXELS) findings.add('image-too-large', `${width} × ${height}`);
}

/** The same by letters alone, for what cannot be parsed; `#xx` in names is resolved first. */
export function inspectLetters(letters: string, findings: Findings): void {
  const plain = letters.replace(/#([0-9a-fA-F]{2})/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  for (const [, name = ''] of plain.matchAll(/\/([A-Za-z0-9]+)/gu)) {
    for (const table of [KEYS, ACTIONS, KINDS]) {
      const reason = Object.hasOwn(table, name) ? table[name] : undefined;
      if (reason !== undefined) findings.add(reason);
    }
  }
}
