/** Bytes of a GUID. */
const LENGTH = 16;

/** A GUID as text in lower case: `b8752a70-7e81-1041-9595-3ffdf6d6cb0f`; undefined unless there are 16 bytes. */
export function guidText(bytes: Buffer): string | undefined {
  if (bytes.length !== LENGTH) return undefined;
  const digits = turned(bytes).toString('hex');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
}

/** The bytes by which Active Directory finds an objectGUID. */
export function guidBytes(text: string): Buffer {
  return turned(Buffer.from(text.replaceAll('-', ''), 'hex'));
}

/** Active Directory keeps the first three parts with their last byte first. Source: MS-DTYP 2.3.4.2. */
function turned(bytes: Buffer): Buffer {
  const part = (from: number, to: number): Buffer => Buffer.from(bytes.subarray(from, to)).reverse();
  return Buffer.concat([part(0, 4), part(4, 6), part(6, 8), bytes.subarray(8)]);
}
