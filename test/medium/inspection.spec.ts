import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { FileInspector } from '../../src/files/application/file-inspector.js';
import { docxOf, docxWith } from '../support/office-writer.js';
import { pngOf } from '../support/picture-writer.js';

/** More than two seconds: a machine that runs tests beside each other is slower than a server. */
const MAX_MS = 12_000;
/** Less than any machine needs for twenty million characters, more than a busy one needs for a small picture. */
const SHORT_MS = 300;
/** A Node without `worker.cpuUsage` cannot tell whether the file or the machine was the cause. */
const TOOK_TOO_LONG = 'cpuUsage' in Worker.prototype ? 'inspection-endless' : 'inspection-timeout';
const MEGABYTE = 1024 * 1024;

const repeated = (text: string, bytes: number): Buffer => Buffer.alloc(bytes, text, 'latin1');
const pdf = (body: string): Buffer => Buffer.from(`%PDF-1.7\n${body}\nstartxref\n0\n%%EOF`, 'latin1');
const bomb = deflateSync(Buffer.alloc(31_000_000)).toString('latin1');

/** Each is made to keep its reader busy, or to fill its memory. */
const GREEDY: readonly (readonly [string, string, () => Buffer])[] = [
  ['references without end', 'a.xml', () => Buffer.concat([Buffer.from('<a>'), repeated('&amp;', 19_000_000)])],
  ['elements without end', 'a.xml', () => Buffer.concat([Buffer.from('<a>'), repeated('<b/>', 19_000_000)])],
  [
    'attributes without end',
    'a.xml',
    () => Buffer.concat([Buffer.from('<a>'), repeated('<b c="" d=""/>', 19_000_000)]),
  ],
  ['quotes without end', 'a.json', () => repeated('"\\"', 19_000_000)],
  ['comments without end', 'a.txt', () => repeated('<!--', 19_000_000)],
  ['formulas without end', 'a.csv', () => repeated(`=${'a'.repeat(59)}|${'b'.repeat(200)}`, 19_000_000)],
  ['markers without end', 'a.jpg', () => Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(19_000_000, 0xff)])],
  [
    'fields without end',
    'a.docx',
    () => docxWith(repeated('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', 4_000_000).toString()),
  ],
  ['objects without end', 'a.pdf', () => pdf(repeated('1 0 obj[[[[[[[[', 12_000_000).toString('latin1'))],
  ['streams without end', 'a.pdf', () => pdf(repeated('1 0 obj<</A 1>>stream\nx\n', 12_000_000).toString('latin1'))],
  [
    'names without end',
    'a.pdf',
    () => pdf(`1 0 obj<<${Array.from({ length: 600_000 }, (_, i) => `/A${i} 1`).join(' ')}>>`),
  ],
  [
    'bombs without end',
    'a.pdf',
    () =>
      pdf(repeated(`1 0 obj<</Filter/FlateDecode>>stream\n${bomb}\nendstream endobj\n`, 9_000_000).toString('latin1')),
  ],
  ['a picture of zeros', 'a.docx', () => docxOf({ 'word/media/a.png': Buffer.alloc(90_000_000) })],
];

describe('the inspection of files that are made to keep it busy', () => {
  const inspector = new FileInspector();
  afterAll(() => inspector.onApplicationShutdown());

  it('ends in time, keeps within its memory, and never holds up the process', async () => {
    const files = GREEDY.map(([, name, make]) => ({ name, content: make() }));
    await inspector.inspect({ name: 'a.png', content: pngOf() });
    const before = process.memoryUsage.rss();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    let highest = 0;
    delay.enable();
    for (const file of files) {
      const started = performance.now();
      const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20);
      const { verdict } = await inspector.inspect(file);
      clearInterval(watch);
      expect({ name: file.name, late: performance.now() - started > MAX_MS }).toEqual({
        name: file.name,
        late: false,
      });
      expect(['accept', 'warn', 'reject']).toContain(verdict);
    }
    delay.disable();
    // A copy of the file and the garbage of one inspection may not be given back yet when the next one begins.
    expect(highest - before).toBeLessThan(2 * 256 * MEGABYTE);
    expect(delay.percentile(99) / 1e6).toBeLessThan(100);
  }, 120_000);

  it('goes on with the next file after one that had to be stopped', async () => {
    const [, name = '', make] = GREEDY.find(([what]) => what === 'references without end') ?? [];
    const impatient = new FileInspector({ timeLimitMs: SHORT_MS });
    const stopped = await impatient.inspect({ name, content: make?.() ?? Buffer.alloc(0) });
    expect(stopped.reasons.map(({ code }) => code)).toEqual([TOOK_TOO_LONG]);
    expect(await impatient.inspect({ name: 'a.png', content: pngOf() })).toMatchObject({ verdict: 'accept' });
    await impatient.onApplicationShutdown();
  });

  it('looks at several files side by side', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `${index}.png`);
    const all = await Promise.all(names.map((name) => inspector.inspect({ name, content: pngOf() })));
    expect(all.map(({ verdict }) => verdict)).toEqual(names.map(() => 'accept'));
  });

  it('refuses what comes when the app is closing', async () => {
    const closing = new FileInspector();
    await closing.onApplicationShutdown();
    expect(await closing.inspect({ name: 'a.png', content: pngOf() })).toMatchObject({
      accept: false,
      reasons: [{ code: 'inspection-died' }],
    });
  });
});
