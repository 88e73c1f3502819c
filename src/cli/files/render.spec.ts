import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleOf } from '../../../templates/catalogue.js';
import { TemplateRenderer } from '../../drafting/index.js';
import { type Conversion, PdfMaker } from '../../drafting/ports/pdf-maker.port.js';
import { DomainError } from '../../kernel/domain-error.js';
import { runRender, type RenderRun } from './render.js';

/** The converter is outside; it has its own spec. */
class StandInPdfMaker extends PdfMaker {
  constructor(private readonly answer: Conversion) {
    super();
  }
  override convert(docx: readonly Buffer[]): Promise<readonly Conversion[]> {
    return Promise.resolve(docx.map(() => this.answer));
  }
  override prepare(pdf: Buffer): Promise<{ pdf: Buffer; places: [] }> {
    if (pdf.length === 0) throw new DomainError('pdf-place-missing', { place: 'so' });
    return Promise.resolve({ pdf: Buffer.concat([pdf, Buffer.from(' sẵn sàng')]), places: [] });
  }
  override printEntry(pdf: Buffer): Promise<Buffer> {
    return Promise.resolve(pdf);
  }
}

describe('hoi-am render', () => {
  const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
  const folder = mkdtempSync(join(tmpdir(), 'render-'));
  const [data, out, pdf] = ['data.json', 'letter.docx', 'letter.pdf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const sample = sampleOf('cong-van-tra-loi') as Record<string, unknown>;

  beforeEach(() => writeFileSync(data, JSON.stringify(sample)));
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await renderer.onModuleDestroy();
  });

  const run = (
    args: readonly string[],
    answer: Conversion = { status: 'done', pdf: Buffer.from('%PDF') },
  ): Promise<RenderRun> =>
    runRender(args, {
      renderer,
      templateOf: () => Promise.resolve(undefined),
      pdfMaker: new StandInPdfMaker(answer),
      say: ({ details: { message, ...facts } }) => (typeof message === 'string' ? message : JSON.stringify(facts)),
    });
  const asked = ['--template', 'cong-van-tra-loi', '--data', data, '--out', out];

  it('writes the page of a slip as it is: nobody signs it', async () => {
    const name = 'phieu-giai-quyet-van-ban-den';
    writeFileSync(data, JSON.stringify(sampleOf(name)));
    const { exitCode } = await run(['--template', name, '--data', data, '--out', out, '--pdf', pdf]);
    expect([exitCode, readFileSync(pdf, 'utf8')]).toEqual([0, '%PDF']);
  });

  it('writes the DOCX and says so in one object', async () => {
    const { exitCode, lines } = await run(asked);
    expect(exitCode).toBe(0);
    expect(JSON.parse(lines.join('\n'))).toEqual({
      template: 'cong-van-tra-loi',
      version: '1',
      docx: out,
      pdf: null,
      ms: expect.any(Number) as unknown,
    });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it('writes the page that would be signed', async () => {
    const { exitCode, lines } = await run([...asked, '--pdf', pdf, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(lines.join('\n'))).toMatchObject({ pdf });
    expect(readFileSync(pdf, 'utf8')).toBe('%PDF sẵn sàng');
  });

  it.each<[string, Conversion, string]>([
    ['the converter is missing', { status: 'unavailable', reason: 'chưa cài' }, 'chưa cài'],
    ['the converter refuses', { status: 'refused', reason: 'không đọc được' }, 'không đọc được'],
    ['a place is missing', { status: 'done', pdf: Buffer.alloc(0) }, '"place":"so"'],
  ])('keeps the DOCX when %s', async (_case, answer, words) => {
    rmSync(out, { force: true });
    const { exitCode, lines, messages } = await run([...asked, '--pdf', pdf], answer);
    expect(exitCode).toBe(3);
    expect(JSON.parse(lines.join('\n'))).toMatchObject({ docx: out, pdf: null });
    expect(messages.join('\n')).toContain(words);
    expect(readFileSync(out).length).toBeGreaterThan(0);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { trich_yu: 'x' }, 'không có trường “trich_yu”. Có phải là “trich_yeu”?'],
    ['a missing field', { nguoi_ky: undefined }, 'Còn thiếu “Người ký” (nguoi_ky).'],
    ['an empty field', { nguoi_ky: '' }, '“Người ký” (nguoi_ky) còn trống.'],
  ])('names %s and writes nothing', async (_case, changes, words) => {
    rmSync(out, { force: true });
    writeFileSync(data, JSON.stringify({ ...sample, ...changes }));
    const { exitCode, lines, messages } = await run(asked);
    expect([exitCode, lines]).toEqual([2, []]);
    expect(messages.join('\n')).toContain(words);
    expect(() => readFileSync(out)).toThrow();
  });

  it.each<[string, string[], 2 | 3]>([
    ['no arguments', [], 2],
    ['an unknown option', [...asked, '--outt', 'x'], 2],
    ['an option without its value', [...asked, '--pdf'], 2],
    ['an unknown template', [...asked, '--template', 'khong-co'], 2],
    ['a data file that is not there', [...asked, '--data', '/nowhere.json'], 2],
    ['a folder that cannot be written', [...asked, '--out', '/nowhere/letter.docx'], 3],
  ])('answers %s with a sentence', async (_case, args, status) => {
    const { exitCode, lines, messages } = await run(args);
    expect([exitCode, lines, messages.length]).toEqual([status, [], 1]);
  });

  it('refuses data that is no JSON', async () => {
    writeFileSync(data, 'không phải JSON');
    expect(await run(asked)).toMatchObject({ exitCode: 2, lines: [] });
  });
});
