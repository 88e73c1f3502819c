import { KnownWords } from '../../../kernel/known-words.js';
import { DerMalformed, type DerNode, TAG } from './der.js';

/** @throws DerMalformed when the element is another one */
export function requireTag(node: DerNode | undefined, tag: number): DerNode {
  if (!node?.is(tag)) throw new DerMalformed(`universal element ${tag} expected`);
  return node;
}

export function sequenceOf(node: DerNode | undefined): readonly DerNode[] {
  return requireTag(node, TAG.sequence).children;
}

export function setOf(node: DerNode | undefined): readonly DerNode[] {
  return requireTag(node, TAG.set).children;
}

/** The child with a context tag, if there is one. */
export function contextChild(children: readonly DerNode[], tag: number): DerNode | undefined {
  return children.find((child) => child.isContext(tag));
}

/** `2.5.4.3` */
export function oidOf(node: DerNode | undefined): string {
  return requireTag(node, TAG.oid).contentAmong(knownIdentifiers);
}

const knownIdentifiers = new KnownWords(identifierWritten);

function identifierWritten(content: Buffer): string {
  if (content.length === 0 || content.length > 64) throw new DerMalformed('object identifier');
  let written = '';
  let arc = 0;
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at] ?? 0;
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 256) throw new DerMalformed('object identifier');
    if (byte >= 0x80) continue;
    written = written === '' ? firstArcs(arc) : `${written}.${arc}`;
    arc = 0;
  }
  return written === '' ? '0.0' : written;
}

/** The first two arcs are written as one number. */
function firstArcs(joined: number): string {
  const root = Math.min(2, Math.floor(joined / 40));
  return `${root}.${joined - root * 40}`;
}

/** An integer as upper-case hex of its bytes without leading zero bytes, as serial numbers are shown. */
export function integerHex(node: DerNode | undefined): string {
  const hex = requireTag(node, TAG.integer).content.toString('hex').toUpperCase();
  return hex.startsWith('00') ? hex.replace(/^(?:00)+(?=..)/u, '') : hex;
}

/** A small non-negative integer. */
export function smallInteger(node: DerNode | undefined): number {
  const { content } = requireTag(node, TAG.integer);
  if (content.length === 0 || content.length > 4 || (content[0] ?? 0) >= 0x80) throw new DerMalformed('integer');
  return content.readUIntBE(0, content.length);
}

/** The bytes of an octet string; BER may have cut them in pieces. Also for `[n] IMPLICIT OCTET STRING`. */
export function octetsOf(node: DerNode | undefined): Buffer {
  if (!node) throw new DerMalformed('octet string expected');
  if (!node.isConstructed) return node.content;
  return Buffer.concat(node.children.map((piece) => octetsOf(requireTag(piece, TAG.octetString))));
}

/** The bytes of a bit string that is a whole number of bytes. */
export function wholeBits(node: DerNode | undefined): Buffer {
  const { content } = requireTag(node, TAG.bitString);
  if (content[0] !== 0) throw new DerMalformed('bit string of broken bytes');
  return content.subarray(1);
}

/** Whether a bit of a bit string is set, counted from the first as ASN.1 numbers them. @param content with the byte that counts unused bits */
export function hasBit(content: Buffer, bit: number): boolean {
  return ((content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;
}

const DER_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/u;
/** With a zone, or without seconds. */
const BER_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d)(\d\d))$/u;

/** UTCTime or GeneralizedTime in UTC. @throws DerMalformed for other zones and forms */
export function instantOfTime(node: DerNode | undefined): Date {
  return instantWritten(node, DER_TIME);
}

/** The same as BER allows it, for a time that a signer merely claims. @throws DerMalformed for a time of no zone */
export function instantOfBerTime(node: DerNode | undefined): Date {
  return instantWritten(node, BER_TIME);
}

function instantWritten(node: DerNode | undefined, form: RegExp): Date {
  if (!node || (!node.is(TAG.utcTime) && !node.is(TAG.generalizedTime))) throw new DerMalformed('time expected');
  const written = node.content.toString('latin1');
  const full = node.is(TAG.utcTime) ? `${centuryOf(written)}${written}` : written;
  const [, year, month, day, hour, minute, second = '00', fraction = '', ...zone] = form.exec(full) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${iso}Z`);
  // Days that do not exist are moved into the next month instead of refused.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso)) throw new DerMalformed('time');
  return new Date(time + Number(fraction.padEnd(3, '0').slice(0, 3)) - offsetOf(zone));
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetOf([sign, hours = '0', minutes = '0']: readonly (string | undefined)[]): number {
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ahead : ahead;
}

/** RFC 5280, 4.1.2.5.1: two-digit years from 50 on belong to the 20th century. */
function centuryOf(utcTime: string): string {
  return Number(utcTime.slice(0, 2)) >= 50 ? '19' : '20';
}

const SOUND_UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text of any of the string kinds that names use, in composed letters.
 *
 * Kinds of one byte a letter (PrintableString, TeletexString, IA5String) are Latin-1, but authorities that write Vietnamese into them write
 * UTF-8: bytes that are sound UTF-8 are read as such.
 */
export function stringOf(node: DerNode): string {
  return lettersOf(node).normalize('NFC');
}

function lettersOf(node: DerNode): string {
  const { content } = node;
  if (node.is(TAG.utf8String)) return content.toString('utf8');
  if (node.is(TAG.bmpString))
    return Buffer.from(content.subarray(0, content.length & ~1))
      .swap16()
      .toString('utf16le');
  if (node.is(TAG.universalString)) return codePoints(content);
  try {
    return SOUND_UTF8.decode(content);
  } catch {
    return content.toString('latin1');
  }
}

/** UniversalString: four bytes a letter; what is no letter is shown as one that is unknown. */
function codePoints(content: Buffer): string {
  let text = '';
  for (let at = 0; at + 4 <= content.length; at += 4) {
    const point = content.readUInt32BE(at);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  return text;
}
