import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Log } from '../../src/platform/telemetry/log.js';
import { loggedLines, plantedIn } from '../support/planted-values.mjs';

describe('the search for planted values in logs', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoi-am-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['as it is', 'Bùi Văn Khải'],
    ['decomposed', 'Bùi Văn Khải'.normalize('NFD')],
    ['in an address', '/tim-kiem?nguoi=B%C3%B9i%20V%C4%83n%20Kh%E1%BA%A3i'],
    ['in the address of a form', 'nguoi=B%C3%B9i+V%C4%83n+Kh%E1%BA%A3i'],
    ['in JSON of ASCII alone', String.raw`"B\u00f9i V\u0103n Kh\u1ea3i"`],
  ])('finds a name %s, and says where', async (_how, text) => {
    await writeFile(join(folder, 'clean'), 'không có gì');
    await writeFile(join(folder, 'stderr'), `{"event":"x"} ${text}`);
    expect(plantedIn(folder)).toEqual(['stderr holds the sender’s name']);
  });

  it('sees what the program logs, each event on a line of its own', async () => {
    const log = new Log('debug', pino.destination({ dest: join(folder, 'app.log'), append: true, sync: true }));
    log.warn('one\n{"event":"two"}', { id: 'a\r\n\u001b[31mb' });
    log.error('three', { error: new Error('một\ndòng') });
    const text = await readFile(join(folder, 'app.log'), 'utf8');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text).not.toContain('\u001b');
    expect(loggedLines(folder)).toBe(2);
    expect(plantedIn(folder)).toEqual([]);
  });
});
