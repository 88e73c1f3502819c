const SET = 0x31;
const LONG_FORM = 0x80;

/** A SET OF in DER: its length as short as it can be told, its elements in the order of their bytes (X.690, 11.6). */
export function derSet(elements: readonly Buffer[]): Buffer {
  const content = Buffer.concat(elements.toSorted((a, b) => Buffer.compare(a, b)));
  return Buffer.concat([Buffer.from([SET]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < LONG_FORM) return Buffer.from([length]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  const from = bytes.findIndex((byte) => byte !== 0);
  return Buffer.concat([Buffer.from([LONG_FORM | (bytes.length - from)]), bytes.subarray(from)]);
}
