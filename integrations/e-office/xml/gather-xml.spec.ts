import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { SpoolFolder } from '../../../src/platform/spool/spool.js';
import { gatherXml } from './gather-xml.js';
import { XmlGate, type XmlLimits } from './gate.js';
import { XmlRefused } from './xml-refused.js';
import { bytesFor } from '../../../test/support/chance.js';

const MEBIBYTE = 2 ** 20;
const limits: XmlLimits = {
  maxBytes: 32 * MEBIBYTE,
  maxParsedBytes: 256 * 1024,
  maxDepth: 8,
  maxElements: 1000,
  cut: new Set(['Content']),
};

let folder: string;
let spools: SpoolFolder;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gather-'));
  spools = new SpoolFolder(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function* inPieces(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** What the gate leaves and cuts, or the code of its refusal, when the text comes in pieces that end at these places. */
function passed(text: string, ends: readonly number[]): unknown {
  const bytes = Buffer.from(text);
  const places = [0, ...ends.map((end) => end % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  try {
    const gate = new XmlGate(limits, () => {
      const pieces: Buffer[] = [];
      return { pieces, write: (piece: Buffer) => pieces.push(piece), abandon: () => pieces.splice(0) };
    });
    for (const [index, to] of places.entries()) gate.push(bytes.subarray(places[index - 1] ?? 0, to));
    const { cuts, bytes: rest } = gate.end();
    return [rest.toString(), ...cuts.map((cut) => cut && Buffer.concat(cut.pieces).toString('hex'))];
  } catch (error) {
    if (error instanceof XmlRefused) return error.code;
    throw error;
  }
}

describe('a document that comes in pieces', () => {
  it('is the same document, wherever it is cut', () => {
    const fragments = ['<a>', '</a>', '<Content>', '</Content>', '<Content/>', '<x:Content a="', '">', "'", '<', '>'];
    const more = ['<!--', '-->', '<![CDATA[', ']]>', ']', '<?p ', '?>', '<!D', 'QQ==', 'QUJD', '=', ' ', '/', 'ơ'];
    const text = fc.array(fc.constantFrom(...fragments, ...more), { maxLength: 16 }).map((parts) => parts.join(''));
    const wrapped = text.map((inside) => `<a><Content>${inside}</Content>${inside}</a>`);
    checkProperty(
      fc.property(fc.oneof(text, wrapped), fc.array(fc.nat(), { maxLength: 12 }), (source, ends) => {
        expect(passed(source, ends)).toEqual(passed(source, []));
      }),
      { numRuns: 3000 },
    );
  });

  it('may be UTF-16, a letter torn apart between two pieces', async () => {
    const source = Buffer.from('\ufeff<a>Đỗ<Content>QQ==</Content></a>', 'utf16le');
    const { bytes, cuts } = await gatherXml(inPieces(source, 7), limits, spools);
    expect(bytes.toString()).toBe('<a>Đỗ<Content></Content></a>');
    expect(cuts).toEqual([new MemoryBytes(Buffer.from('A'))]);
  });

  it('has its long base64 in files, its short base64 in memory, and both are given back', async () => {
    const files = [9 * MEBIBYTE, 3, 5 * MEBIBYTE + 1].map((size) => bytesFor(`a file of ${size}`, size));
    const contents = files.map((file) => `<Content>${file.toString('base64')}</Content>`);
    const gathered = await gatherXml(inPieces(Buffer.from(`<a>${contents.join('')}</a>`), 65_536), limits, spools);
    for (const [index, file] of files.entries()) {
      const held = gathered.cuts[index]!;
      expect([held.size, await held.sha256()]).toEqual([file.length, createHash('sha256').update(file).digest('hex')]);
      expect((await held.read()).equals(file)).toBe(true);
      expect((await held.slice(2, 400_000).read()).equals(file.subarray(2, 400_002))).toBe(true);
    }
    expect(await readdir(folder)).toHaveLength(2);
    await gathered.release();
    expect(await readdir(folder)).toEqual([]);
  });

  const long = 'QUJD'.repeat(2 * MEBIBYTE);
  it.each([
    ['breaks off', `<a><Content>${long}`, false],
    ['is refused at its end', `<a><Content>${long}</Content><!DOCTYPE b></a>`, false],
    ['grows too large', `<a><Content>${long.repeat(5)}`, false],
    ['has a long text that is no base64 in the end', `<a><Content>${long}*</Content></a>`, true],
    ['has a long text that is torn', `<a><Content>${long}Q</Content></a>`, true],
  ])('leaves nothing behind when it %s', async (what, source, isXml) => {
    const breaks = what === 'breaks off';
    async function* coming(): AsyncIterable<Buffer> {
      yield* inPieces(Buffer.from(source), 65_536);
      if (breaks) throw new Error('The line is dead');
    }
    const gathered = await gatherXml(coming(), limits, spools).catch(() => null);
    expect(gathered !== null).toBe(isXml);
    expect(gathered?.cuts ?? [null]).toEqual([null]);
    if (gathered !== null) expect(gathered.bytes.toString()).toMatch(/^<a><Content>\*[A-Z]*\*?<\/Content><\/a>$/u);
    expect(await readdir(folder)).toEqual([]);
  });
});
