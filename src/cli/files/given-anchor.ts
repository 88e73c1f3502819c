import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ANCHOR_FILE, type Anchor } from '../../documents/domain/anchor.js';
import { DIGEST_FILE } from '../../documents/domain/daily-digest.js';
import { isSigned } from '../../documents/domain/signed.js';
import { BOOKS } from '../../documents/domain/register.js';

const HEAD = { seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/u) };

const SIGNED = {
  at: z.iso.datetime(),
  agency: z.string(),
  journal: z.strictObject(HEAD),
  key: z.string(),
  signature: z.string(),
};

/** An anchor of the hour, or the journal's digest of a day. */
const ANCHOR = z.union([
  z.strictObject({
    ...SIGNED,
    registers: z.array(z.strictObject({ book: z.enum(BOOKS), year: z.int(), ...HEAD })),
  }),
  z.strictObject({ ...SIGNED, day: z.iso.date(), rows: z.int().min(0) }),
]);

/** Where journal and registers stood at one moment; digests of a day name no registers. */
export type GivenAnchor = Pick<Anchor, 'journal' | 'registers'>;

/** How the anchors that a command was given are to be read. */
export interface AnchorsWanted {
  /** A file, or a folder of which every anchor and digest is read; undefined = none. */
  readonly path: string | undefined;
  /** The public key that must have signed them, base64; undefined = whichever. */
  readonly key: string | undefined;
  /** Code of the agency whose registers are checked. */
  readonly agency: string;
}

/** The anchors that a command was given, oldest first, or a Vietnamese sentence that says what is wrong with one. */
export async function givenAnchors(wanted: AnchorsWanted): Promise<readonly GivenAnchor[] | string> {
  const { path } = wanted;
  if (path === undefined) return [];
  const files = await filesOf(path);
  if (files === null) return `Không đọc được mốc "${path}": xem lại đường dẫn và quyền đọc.`;
  if (files.length === 0) return `Thư mục "${path}" không có mốc nào.`;
  const anchors: GivenAnchor[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const anchor = anchorIn(text, file, wanted);
    if (typeof anchor === 'string') return anchor;
    anchors.push(anchor);
  }
  return anchors;
}

async function filesOf(path: string): Promise<readonly string[] | null> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = await readdir(path);
    return names
      .filter((name) => ANCHOR_FILE.test(name) || DIGEST_FILE.test(name))
      .sort()
      .map((name) => join(path, name));
  } catch {
    return null;
  }
}

function anchorIn(text: string, file: string, { key, agency }: AnchorsWanted): GivenAnchor | string {
  const { data } = ANCHOR.safeParse(parsed(text));
  if (data === undefined)
    return `Tệp "${file}" không phải mốc do hoi-am ghi, không đọc được, hoặc ghi chưa xong; nêu từng mốc khác bằng --anchor.`;
  if (!isSigned(data)) return `Chữ ký của mốc "${file}" không đúng: tệp đã bị sửa, hãy dùng mốc khác.`;
  if (key !== undefined && data.key !== key) return `Mốc "${file}" không do khóa đã nêu ký: ai khác đã ghi mốc này.`;
  if (data.agency !== agency) return `Mốc "${file}" là của cơ quan ${data.agency}, không phải ${agency}.`;
  return { journal: data.journal, registers: 'registers' in data ? data.registers : [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
