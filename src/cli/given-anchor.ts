import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isSigned, type SignedAnchor } from '../documents/domain/anchor.js';
import { BOOKS } from '../documents/domain/register.js';

const HEAD = { seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/u) };

const ANCHOR = z.strictObject({
  at: z.iso.datetime(),
  agency: z.string(),
  journal: z.strictObject(HEAD),
  registers: z.array(z.strictObject({ book: z.enum(BOOKS), year: z.int(), ...HEAD })),
  key: z.string(),
  signature: z.string(),
});

/** The anchor in a file that a command was given, or a Vietnamese sentence that says why it is none. */
export async function givenAnchor(path: string | undefined): Promise<SignedAnchor | string | null> {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return `Không đọc được tệp mốc "${path}": xem lại đường dẫn và quyền đọc.`;
  const anchor = ANCHOR.safeParse(parsed(text));
  if (!anchor.success) return `Tệp "${path}" không phải mốc do hoi-am ghi.`;
  if (!isSigned(anchor.data)) return `Chữ ký của mốc "${path}" không đúng: tệp đã bị sửa, hãy dùng mốc khác.`;
  return anchor.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
