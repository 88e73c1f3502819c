import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from '../../../../src/exchange/ports/message.js';

/** Pictures that a demonstration's citizen can send along; each says that it is a sample. */
export const SAMPLE_FILES = ['giay-bao-thu.png', 'thoi-khoa-bieu.png', 'thuc-don-tuan.png'] as const;

/** The files chosen by name; names that are not samples are left out. */
export function sampleFiles(names: readonly string[]): readonly Attachment[] {
  return SAMPLE_FILES.filter((name) => names.includes(name)).map((name) => ({
    name,
    contentType: 'image/png',
    content: readFileSync(join(import.meta.dirname, 'sample-files', name)),
  }));
}
