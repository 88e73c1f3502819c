import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SpoolFolder } from '../../spool/spool.js';
import { filesIn, MAX_FORM_BYTES, MAX_PARTS, PostedFile, type PostedForm } from './posted-file.js';
import { readForm } from './read-form.js';

const MEGABYTE = 1_000_000;
const HEADERS = { 'content-type': 'Multipart/Form-Data; Boundary=x' };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'form-'));
});
afterEach(() => rm(folder, { recursive: true }));

const part = (head: string, text: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(text),
    Buffer.from('\r\n'),
  ]);
const END = Buffer.from('--x--\r\n');

/** The body in pieces, as a socket gives it. */
function coming(...parts: readonly Buffer[]): Readable {
  const whole = Buffer.concat(parts);
  const pieces = Array.from({ length: Math.ceil(whole.length / 65_536) }, (_, at) =>
    whole.subarray(at * 65_536, (at + 1) * 65_536),
  );
  return Readable.from(pieces, { objectMode: false });
}

function read(body: Readable, largest = MAX_FORM_BYTES): Promise<PostedForm> {
  return readForm(body, HEADERS, { largest, spools: new SpoolFolder(folder) });
}

describe('a form with files', () => {
  it('gives texts, lists and files as the browser sent them, and drops a file that was not chosen', async () => {
    const form = await read(
      coming(
        part('name="mot"', 'Đã ký'),
        part('name="nhieu"', 'a'),
        part('name="nhieu"', 'b'),
        part('name="__proto__"', 'c'),
        part('name="tep"; filename="Bản %22sao%22.pdf"', '%PDF-1.7'),
        part('name="khac"; filename=""', ''),
        END,
      ),
    );
    expect(Object.entries(form).filter(([name]) => name !== 'tep')).toEqual([
      ['mot', 'Đã ký'],
      ['nhieu', ['a', 'b']],
      ['__proto__', 'c'],
    ]);
    const [file] = filesIn(form);
    await file?.load();
    expect([file?.name, file?.content.toString('latin1')]).toEqual(['Bản "sao".pdf', '%PDF-1.7']);
  });

  it('puts a large file on the disk, and takes it away when it is released', async () => {
    const content = Buffer.alloc(3 * MEGABYTE, 'a');
    const [file] = filesIn(await read(coming(part('name="tep"; filename="a.txt"', content), END)));
    expect(await readdir(folder)).toHaveLength(1);
    expect(() => file?.content).toThrow('before it was loaded');
    await file?.load();
    expect(file?.content.equals(content)).toBe(true);
    await file?.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('passes files over where the texts alone are wanted, and says of each what it was', async () => {
    const content = Buffer.alloc(3 * MEGABYTE, 'a');
    const body = coming(part('name="tep"; filename="a.txt"', content), part('name="mot"', 'Đã ký'), END);
    const form = await readForm(body, HEADERS, { largest: MAX_FORM_BYTES, spools: null });
    const [file] = filesIn(form);
    expect([form.mot, file?.name, file?.content.length]).toEqual(['Đã ký', 'a.txt', 0]);
    expect(file?.sha256).toBe(new PostedFile('a.txt', content).sha256);
  });

  const large = part('name="tep"; filename="a.txt"', Buffer.alloc(MEGABYTE));
  const manyParts = Array.from({ length: MAX_PARTS + 1 }, () => part('name="a"', 'b'));
  it.each([
    ['has more parts than any of ours', 413, coming(large, ...manyParts, END)],
    ['has a text that is too long', 413, coming(large, part('name="a"', Buffer.alloc(2 * MEGABYTE, 'a')), END)],
    ['is too large', 413, coming(large, large, large, END)],
    ['breaks off within a file', 400, coming(large.subarray(0, -10))],
    ['breaks off after a file', 400, coming(large, Buffer.from('--x\r\nContent-Dis'))],
    ['is no form', 400, coming(Buffer.from('nothing'))],
  ])('is refused when it %s, and leaves nothing on the disk', async (_what, status, body) => {
    await expect(read(body, 2.5 * MEGABYTE)).rejects.toMatchObject({ status });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused when the connection ends before it does', async () => {
    const body = new Readable({ read: () => undefined });
    body.push(large);
    setImmediate(() => body.destroy(new Error('aborted')));
    await expect(read(body)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused when its type names no boundary', async () => {
    const headers = { 'content-type': 'multipart/form-data' };
    const limits = { largest: MAX_FORM_BYTES, spools: null };
    await expect(readForm(coming(END), headers, limits)).rejects.toMatchObject({ status: 400 });
  });
});
