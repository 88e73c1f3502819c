import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesFor } from '../../../test/support/chance.js';
import { FileDamaged } from './file-errors.js';
import { FileMemory } from './file-memory.js';

const MIB = 1024 * 1024;
/** No divisor of a piece: a piece out of its place would show. */
const PATTERN = bytesFor('file memory', 1021);

describe('FileMemory', () => {
  const directory = mkdtempSync(join(tmpdir(), 'file-memory-'));
  const memory = new FileMemory();

  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  function stored(content: Buffer): string {
    const path = join(directory, 'file');
    writeFileSync(path, content);
    return path;
  }

  it.each([
    ['an empty file', 0],
    ['a file of one piece', 1000],
    ['a larger file after a smaller one', 3 * MIB + 7],
    ['a file larger than what is kept', 32 * MIB + 1],
    ['a small file after larger ones', 10],
  ])('reads %s', (_which, bytes) => {
    const content = Buffer.alloc(bytes, PATTERN);

    expect(memory.read(stored(content)).equals(content)).toBe(true);
  });

  it('refuses bytes that are not what the file is named after', () => {
    const content = Buffer.from(PATTERN);
    const sha256 = createHash('sha256').update(content).digest('hex');

    expect(memory.readNamed(stored(content), sha256).equals(content)).toBe(true);
    expect(() => memory.readNamed(stored(Buffer.from(PATTERN).reverse()), sha256)).toThrow(FileDamaged);
  });

  it('tells a file that cannot be read by null', () => {
    expect(memory.tryRead(join(directory, 'missing'))).toBeNull();
  });
});
