const SECRET =
  /<((?:[^\s<>:/]+:)?(?:Password|Token|accountName|accountPass|appCode|appPass))(?=[\s>/])(?:[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)|[^<>]*)/gu;

/** At most so many bytes of a refused message are kept as evidence. */
export const EVIDENCE_BYTES = 64 * 1024;

/** The message with every WS-Security password or its digest, every token and account that a vendor has in its place, blotted out: fit to be kept, not to be replayed. */
export function withoutPasswords(raw: Buffer): Buffer {
  // Byte for byte as latin1, so that nothing but the secrets changes; of UTF-16 the zero bytes are left out.
  const wide = raw.subarray(0, 4).includes(0);
  const bytes = wide ? raw.filter((byte) => byte !== 0) : raw;
  return Buffer.from(Buffer.from(bytes).toString('latin1').replace(SECRET, '<$1>***</$1>'), 'latin1');
}

/** The first 64 KiB of a message, secrets blotted out. */
export function evidenceOf(raw: Buffer): Buffer {
  return withoutPasswords(raw.subarray(0, EVIDENCE_BYTES));
}
