import type { FileState, PdfFile } from '../../../files/domain/pdf/file-state.js';
import { type Form, type FormField } from '../../../files/domain/pdf/form-fields.js';
import {
  nameOf,
  PdfArray,
  PdfDictionary,
  PdfReference,
  PdfString,
  type PdfValue,
} from '../../../files/domain/pdf/values.js';
import { PdfTooLarge } from '../../../files/domain/pdf/limits.js';
import { mergeRules, readFieldLock } from './modification-rules.js';
import { reason, type Reason } from './reasons.js';
import { type PlacedSignature, placeSignature } from './signature-dictionary.js';

/** A field that holds a signature, or something that claims to be one. */
export interface SignedField {
  readonly name: string;
  readonly placed: PlacedSignature | null;
  readonly subFilter: string;
  readonly faults: readonly Reason[];
}

/** Every signature of the form, each value looked at once; one value in two fields speaks for neither. */
export function signedFields(file: PdfFile, state: FileState, form: Form | null): SignedField[] {
  const fields = (form?.fields ?? []).filter((field) => holdsSignature(state, field));
  const identities = fields.map((field) => identityOf(state, field));
  const uses = new Map<string, number>();
  for (const identity of identities) uses.set(identity, (uses.get(identity) ?? 0) + 1);
  const signatures = fields.map((field, at) => {
    const signed = readSignedField(file, state, field);
    const isShared = (uses.get(identities[at] ?? '') ?? 0) > 1;
    return isShared ? { ...signed, placed: null, faults: [reason('signature-value-shared')] } : signed;
  });
  const toHash = signatures.reduce((bytes, { placed }) => bytes + (placed?.end ?? 0), 0);
  if (toHash > MAX_HASHED_BYTES) throw new PdfTooLarge('too many signatures over too much');
  return signatures;
}

/** Every signature hashes all that stands before it: a thousand of them would hash a file a thousand times. */
const MAX_HASHED_BYTES = 1024 * 1024 * 1024;

/** A filled signature field, or any other field whose value has the shape of a signature. */
function holdsSignature(state: FileState, { type, value }: FormField): boolean {
  if (type === 'Sig') return value !== null;
  const resolved = state.resolve(value);
  return resolved instanceof PdfDictionary && resolved.entries.has('ByteRange');
}

function identityOf(state: FileState, { name, value }: FormField): string {
  const signature = state.resolve(value);
  const contents = signature instanceof PdfDictionary ? signature.raw('Contents') : null;
  if (contents instanceof PdfString && contents.start >= 0) return `at ${contents.start}`;
  return value instanceof PdfReference ? `object ${value.number}` : `field ${name}`;
}

function readSignedField(file: PdfFile, state: FileState, field: FormField): SignedField {
  const { name, value } = field;
  const signature = state.resolve(value);
  const refused = (code: 'signature-value-missing' | 'signature-malformed'): SignedField => {
    return { name, placed: null, subFilter: '', faults: [reason(code)] };
  };
  if (signature === null) return refused('signature-value-missing');
  if (!(signature instanceof PdfDictionary)) return refused('signature-malformed');
  const placement = placeSignature(file, state, signature);
  if ('fault' in placement) {
    return { name, placed: null, subFilter: placement.subFilter, faults: [reason(placement.fault)] };
  }
  const { placed } = placement;
  const rules = mergeRules(placed.rules, readFieldLock(state, field.dictionary));
  return { name, placed: { ...placed, rules }, subFilter: placed.subFilter, faults: [] };
}

/**
 * Whether signatures stand in the file that no field holds. Readers that look for them by text would find them.
 */
export function hasStraySignature(file: PdfFile, state: FileState, form: Form | null): boolean {
  const known = knownExtents(file, state, form);
  let [at, next] = [0, 0];
  for (;;) {
    at = nextPlace(file.bytes, MARK, at);
    if (at < 0) return false;
    while ((known[next]?.end ?? Infinity) <= at) next += 1;
    const extent = known[next];
    if (!extent || extent.start > at) return true;
    at = extent.end;
  }
}

/** Where fields, their values and usage rights stand, in the order of the file. */
function knownExtents(file: PdfFile, state: FileState, form: Form | null): readonly Extent[] {
  const known: Extent[] = [];
  const add = (value: PdfValue): void => {
    const extent = extentOf(file, state, value);
    if (extent) known.push(extent);
  };
  for (const { value, reference } of form?.fields ?? []) {
    add(value);
    add(reference);
  }
  for (const value of usageRights(state)) add(value);
  return known.sort((a, b) => a.start - b.start);
}

/**
 * What lets Adobe Reader fill and save a form: signed by Adobe's own key, in no field, and nobody's signature (ISO 32000-1, 12.8.2.3).
 */
function usageRights(state: FileState): PdfValue[] {
  const permissions = state.dictionary(state.catalog.raw('Perms'));
  if (!permissions) return [];
  return ['UR3', 'UR'].map((key) => permissions.raw(key)).filter((value) => grantsUsage(state, value));
}

function grantsUsage(state: FileState, value: PdfValue): boolean {
  const references = state.resolve(state.dictionary(value)?.raw('Reference') ?? null);
  const [only, ...others] = references instanceof PdfArray ? references.items : [];
  const method = nameOf(state.resolve(state.dictionary(only ?? null)?.raw('TransformMethod') ?? null));
  return others.length === 0 && (method === 'UR3' || method === 'UR');
}

const RANGE = /^\/ByteRange\s*\[\s*0\s+\d{1,12}\s+(\d{1,12})\s+(\d{1,12})\s*\]/u;
const RANGE_LONGEST = 120;

/** Whether a signature speaks of bytes that the file no longer has: it was cut, or cut short on its way. */
export function isCut(pdf: Buffer): boolean {
  for (let at = nextPlace(pdf, MARK, 0); at >= 0; at = nextPlace(pdf, MARK, at + 1)) {
    const [, start, length] = RANGE.exec(pdf.toString('latin1', at, at + RANGE_LONGEST)) ?? [];
    if (Number(start) + Number(length) > pdf.length) return true;
  }
  return false;
}

const MARK = '/ByteRange';
/** Needles of up to six bytes are found many times faster, and every byte of every file is searched here. */
const FAST_NEEDLE = 6;

/** Where the mark stands next, -1 when it does not. */
function nextPlace(bytes: Buffer, mark: string, from: number): number {
  const needle = mark.slice(0, FAST_NEEDLE);
  let at = bytes.indexOf(needle, from);
  while (at >= 0 && bytes.toString('latin1', at, at + mark.length) !== mark) at = bytes.indexOf(needle, at + 1);
  return at;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

function extentOf(file: PdfFile, state: FileState, value: FormField['value']): Extent | null {
  if (!(value instanceof PdfReference)) return null;
  const entry = state.entry(value.number);
  if (entry.kind !== 'inFile') return null;
  const object = file.objectAt(entry.offset, (length) => state.follow(length));
  return object.value instanceof PdfReference ? extentOf(file, state, object.value) : object;
}
