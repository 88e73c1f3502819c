import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A signed stretch of an original, found by its text alone: up to `end`, but for the contents of the signature itself. */
interface SignedStretch {
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
}

function stretchesOf(original: Buffer): SignedStretch[] {
  return [...original.toString('latin1').matchAll(/\/ByteRange ?\[ ?0 (\d+) (\d+) (\d+)/gu)]
    .map(([, a, b, c]) => ({ gapStart: Number(a), gapEnd: Number(b), end: Number(b) + Number(c) }))
    .sort((one, two) => two.end - one.end);
}

function isKept(original: Buffer, changed: Buffer, { gapStart, gapEnd, end }: SignedStretch): boolean {
  return (
    changed.length >= end &&
    original.subarray(0, gapStart).equals(changed.subarray(0, gapStart)) &&
    original.subarray(gapEnd, end).equals(changed.subarray(gapEnd, end))
  );
}

/** Where the longest stretch ends that somebody signed in one of the originals and that the file still begins with. */
export function endOfKept(originals: readonly Buffer[], changed: Buffer): number {
  const ends = originals.flatMap((original) =>
    stretchesOf(original)
      .filter((stretch) => isKept(original, changed, stretch))
      .map(({ end }) => end),
  );
  return Math.max(0, ...ends);
}

/**
 * Whether a file, accepted by the verifier, still is what was signed. Poppler and bytes judge, and no code of the verifier:
 * it begins with all the bytes that somebody signed, and whatever follows changes neither text nor picture of any page.
 */
export async function isUntouched(originals: readonly Buffer[], changed: Buffer): Promise<boolean> {
  const end = endOfKept(originals, changed);
  if (end === 0) return false;
  return end === changed.length || (await looksOf(changed)) === (await looksOf(changed.subarray(0, end)));
}

/** What cannot be drawn looks like nothing else. */
async function looksOf(pdf: Buffer): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'mutated-'));
  const path = join(directory, 'file.pdf');
  try {
    await writeFile(path, pdf);
    const text = await run('pdftotext', [path, '-'], { encoding: 'buffer', maxBuffer: 1 << 28 });
    const picture = await run('pdftoppm', ['-r', '40', '-gray', path], { encoding: 'buffer', maxBuffer: 1 << 28 });
    return createHash('sha256').update(text.stdout).update(picture.stdout).digest('hex');
  } catch {
    return `unreadable: ${path}`;
  } finally {
    await rm(directory, { recursive: true });
  }
}
