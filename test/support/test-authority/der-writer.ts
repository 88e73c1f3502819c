/** The few ASN.1 elements that certificates, lists and signatures are made of; each call gives DER. */

export function element(identifier: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([identifier]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

export const sequence = (...parts: readonly Buffer[]): Buffer => element(0x30, ...parts);
export const octets = (content: Buffer): Buffer => element(0x04, content);
export const bits = (content: Buffer, unused = 0): Buffer => element(0x03, Buffer.from([unused]), content);
export const boolean = (value: boolean): Buffer => element(0x01, Buffer.from([value ? 0xff : 0]));
export const nothing = (): Buffer => element(0x05);
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text, 'utf8'));
export const explicit = (tag: number, ...parts: readonly Buffer[]): Buffer => element(0xa0 | tag, ...parts);
export const implicit = (tag: number, content: Buffer): Buffer => element(0x80 | tag, content);

/** A SET OF, its parts in the order that DER demands. */
export function set(...parts: readonly Buffer[]): Buffer {
  return element(0x31, ...[...parts].sort((a, b) => Buffer.compare(a, b)));
}

export function integer(value: number | Buffer): Buffer {
  const bytes =
    typeof value === 'number' ? Buffer.from([value >> 16, value >> 8, value].map((byte) => byte & 0xff)) : value;
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0 && bytes[from + 1]! < 0x80) from += 1;
  const trimmed = bytes.subarray(from);
  return element(0x02, trimmed[0]! >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), trimmed);
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift(0x80 | (left % 128));
    return groups;
  });
  return element(0x06, Buffer.from(bytes));
}

/** GeneralizedTime, or UTCTime before 2050 as RFC 5280 demands in certificates. */
export function time(instant: Date, form: 'utc' | 'generalized' = 'utc'): Buffer {
  const digits = instant.toISOString().replace(/[-:T]/gu, '').slice(0, 14);
  return form === 'utc' ? element(0x17, Buffer.from(`${digits.slice(2)}Z`)) : element(0x18, Buffer.from(`${digits}Z`));
}
