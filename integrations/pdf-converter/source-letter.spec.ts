import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleOf } from '../../templates/catalogue.js';
import { TemplateRenderer } from '../../src/drafting/rendering/template-renderer.js';
import { SofficePdfMaker } from './soffice-pdf-maker.js';

const GOLDEN = join(import.meta.dirname, '../../test/golden/source-letter.txt');
const LETTER = 'cong-van-trien-khai';

/** The words from `Số:` on, in their order; page numbers and the marks of the golden text left out. */
function wordsOf(text: string): readonly string[] {
  const lines = text
    .normalize('NFC')
    .replace(/[#*]/gu, '')
    .split(/[\n\f]/u);
  const letter = lines.filter((line) => !/^\d+$/u.test(line.trim()));
  return letter
    .slice(letter.findIndex((line) => line.trimStart().startsWith('Số:')))
    .join(' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

describe('the source letter, from its data to its pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'source-letter-'));
  const maker = new SofficePdfMaker({ soffice: 'soffice', workDirectory: join(folder, 'work'), timeoutMs: 60_000 });
  const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
  afterAll(async () => {
    await renderer.onModuleDestroy();
    await maker.onModuleDestroy();
    rmSync(folder, { recursive: true });
  });

  it('says on paper, word for word, what the department wrote', async () => {
    const { docx } = await renderer.render(LETTER, sampleOf(LETTER));
    const [made] = await maker.convert([docx], 'app');
    if (made?.status !== 'done') throw new Error(made?.reason);
    const file = join(folder, 'a.pdf');
    writeFileSync(file, made.pdf);
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    expect(wordsOf(text)).toEqual(wordsOf(readFileSync(GOLDEN, 'utf8')));
  }, 90_000);
});
