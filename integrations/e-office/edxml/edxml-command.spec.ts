import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EdxmlCodec } from './edxml-codec.js';
import { REPLY, REVOCATION, STATUS } from './golden/messages.js';
import { runEdxml } from '../../../src/cli/files/edxml.js';

const codec = new EdxmlCodec();
const run = (...args: readonly string[]) => runEdxml(args, codec);
const json = (lines: readonly string[]): Record<string, unknown> =>
  JSON.parse(lines[0] ?? '') as Record<string, unknown>;

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edxml-'));
  await writeFile(at('reply.edxml'), codec.write(REPLY));
  await writeFile(at('status.edxml'), codec.write(STATUS));
  await writeFile(at('broken.edxml'), codec.write(REPLY).subarray(0, 900));
  await writeFile(
    at('no-subject.edxml'),
    codec
      .write(REPLY)
      .toString('utf8')
      .replace(/<edXML:Subject>.*<\/edXML:Subject>/u, ''),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('edxml read', () => {
  it('prints the message, files by size and hash', async () => {
    const { exitCode, lines, messages } = await run('read', at('reply.edxml'));

    expect({ exitCode, messages, count: lines.length }).toEqual({ exitCode: 0, messages: [], count: 1 });
    expect(json(lines)).toMatchObject({
      kind: 'document',
      promulgationDate: '2026-03-20',
      trace: [{ organId: '000.00.03.H99', at: '2026-03-20T16:30:15+07:00' }],
      attachments: [
        {
          name: 'công văn 513.pdf',
          type: 'application/pdf',
          size: 29,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
        },
        {},
      ],
    });
    expect(lines[0]).not.toContain('"content":"JVBE');
  });

  it('prints a status', async () => {
    expect(json((await run('read', at('status.edxml'))).lines)).toMatchObject({
      kind: 'status',
      status: '05',
      at: '2026-03-13T08:00:00+07:00',
    });
  });

  it('says what is wrong with a message that cannot be taken', async () => {
    const { exitCode, lines } = await run('read', at('broken.edxml'));

    expect(exitCode).toBe(1);
    expect(json(lines)).toMatchObject({ accept: false, errors: [{ code: 'not-well-formed' }] });
  });
});

describe('edxml check', () => {
  it('judges each file on its own line', async () => {
    const files = [at('reply.edxml'), at('status.edxml'), at('no-subject.edxml'), at('broken.edxml')];
    const { exitCode, lines } = await run('check', '--json', ...files);

    expect(exitCode).toBe(1);
    expect(lines.map((line) => json([line]))).toEqual([
      { file: files[0], accept: true, kind: 'document', errors: [], warnings: [] },
      { file: files[1], accept: true, kind: 'status', errors: [], warnings: [] },
      expect.objectContaining({ file: files[2], accept: false, kind: 'document' }),
      expect.objectContaining({ file: files[3], accept: false, kind: null }),
    ]);
  });
});

describe('edxml write', () => {
  it.each([
    ['a reply with files', REPLY],
    ['a revocation', REVOCATION],
    ['a status', STATUS],
  ])('gives back the bytes of %s that read took apart', async (_what, message) => {
    const bytes = codec.write(message);
    await writeFile(at('in.edxml'), bytes);
    await writeFile(at('in.json'), (await run('read', '--content', at('in.edxml'))).lines.join(''));

    const { exitCode, lines } = await run('write', '--data', at('in.json'), '--out', at('out.edxml'));

    expect(exitCode).toBe(0);
    expect(json(lines)).toMatchObject({ file: at('out.edxml'), kind: message.kind, size: bytes.length });
    expect((await readFile(at('out.edxml'))).equals(bytes)).toBe(true);
  });

  it('takes a file beside the JSON', async () => {
    await writeFile(at('thư.pdf'), '%PDF-1.7');
    const data = { ...REPLY, trace: [], attachments: [{ file: 'thư.pdf' }] };
    await writeFile(at('in.json'), JSON.stringify(data));

    expect((await run('write', '--data', at('in.json'), '--out', at('out.edxml'))).exitCode).toBe(0);
    expect(codec.read(await readFile(at('out.edxml'))).message).toMatchObject({
      attachments: [{ name: 'thư.pdf', contentType: 'application/pdf' }],
    });
  });

  it.each([
    ['a message that rules refuse', { ...STATUS, at: undefined }, 1, 'at: Thiếu thời điểm của trạng thái.'],
    ['an unknown field', { ...STATUS, secret: 1 }, 2, 'không đúng cấu trúc thông điệp'],
    ['a file without content', { ...REPLY, attachments: [{ name: 'a.pdf', size: 1 }] }, 2, 'edxml read --content'],
    ['a damaged file', { ...REPLY, attachments: [{ name: 'a.pdf', content: 'QQ=' }] }, 2, 'base64'],
    [
      'another file than the hash says',
      { ...REPLY, attachments: [{ name: 'a.pdf', content: 'QQ==', sha256: '0' }] },
      2,
      'sha256',
    ],
    ['a day that does not exist', { ...REPLY, attachments: [], dueDate: '2026-02-30' }, 2, 'dueDate'],
  ])('refuses %s', async (_what, data, exitCode, words) => {
    await writeFile(at('in.json'), JSON.stringify(data));
    const result = await run('write', '--data', at('in.json'), '--out', at('refused.edxml'));

    expect(result).toMatchObject({ exitCode, lines: [] });
    expect(result.messages.join('\n')).toContain(words);
    await expect(readFile(at('refused.edxml'))).rejects.toThrow('ENOENT');
  });

  it('says when the disk refuses', async () => {
    await writeFile(at('in.json'), JSON.stringify(STATUS));

    expect((await run('write', '--data', at('in.json'), '--out', at('nowhere/out.edxml'))).exitCode).toBe(3);
  });
});

it.each([
  ['no command', []],
  ['an unknown command', ['send', 'a']],
  ['no file', ['check']],
  ['two files to read', ['read', 'a', 'b']],
  ['a file that is not there', ['read', 'không-có.edxml']],
  ['no --out', ['write', '--data', 'a.json']],
  ['an unknown option', ['check', '--force', 'a']],
])('arguments that cannot be used: %s', async (_what, args) => {
  const { exitCode, lines, messages } = await run(...args);

  expect({ exitCode, lines }).toEqual({ exitCode: 2, lines: [] });
  expect(messages.join('')).not.toBe('');
});
