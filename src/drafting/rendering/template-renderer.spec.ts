import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { ABSTRACT_LINES } from '../../../templates/abstract-line.js';
import { KINDS, sampleOf, templateFile } from '../../../templates/catalogue.js';
import { MAX_ROWS } from '../../../templates/document-fields.js';
import { inBody, spoilt } from '../lint/spoilt-template.fixture.js';
import type { TemplateFile } from './template-file.js';
import { TemplateRenderer } from './template-renderer.js';

const GOLDEN = join(import.meta.dirname, '../../../test/golden/source-letter.txt');
const REPLY = 'cong-van-tra-loi';
const DECISION = 'quyet-dinh-khen-thuong';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The paragraphs of a DOCX in their order, as a reader of the file gets them. */
function paragraphsOfDocx(docx: Buffer): readonly string[] {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? '';
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gsu)].map(([, paragraph = '']) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/gu)]
      .map(([, text]) => (text === undefined ? '\n' : decoded(text)))
      .join(''),
  );
}

function decoded(text: string): string {
  return text.replace(/&(\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** From `Số:` to the signer's name; without `#`, `*`, blank lines and double spaces. */
function comparable(lines: readonly string[]): readonly string[] {
  const bare = lines
    .map((line) => line.replace(/[#*]/gu, '').replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  return bare.slice(bare.findIndex((line) => line.startsWith('Số:')));
}

describe('rendering a template', () => {
  const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });
  afterAll(() => renderer.onModuleDestroy());

  const reply = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
    ...(sampleOf(REPLY) as Record<string, unknown>),
    ...changes,
  });
  const textOf = async (fields: unknown): Promise<string> =>
    paragraphsOfDocx((await renderer.render(REPLY, fields)).docx).join('\n');

  it('writes the source letter word for word', async () => {
    const { docx } = await renderer.render('cong-van-trien-khai', sampleOf('cong-van-trien-khai'));
    const golden = readFileSync(GOLDEN, 'utf8').normalize('NFC').split('\n');
    expect(comparable(paragraphsOfDocx(docx))).toEqual(comparable(golden));
  });

  it.each(KINDS.map(({ name }) => [name]))('makes equal bytes of equal fields: %s', async (name) => {
    const [first, second] = [await renderer.render(name, sampleOf(name)), await renderer.render(name, sampleOf(name))];
    expect(first.version).toBe('1');
    expect(first.docx.equals(second.docx)).toBe(true);
    expect(first.ms).toBeGreaterThan(0);
  });

  it('puts one addressee on the line of Kính gửi', async () => {
    const text = await textOf(reply({ kinh_gui: ['Bà Vũ Thị Hạnh'] }));
    expect(text).toContain('\nKính gửi: Bà Vũ Thị Hạnh\n');
    expect(text).not.toContain('Kính gửi:\n');
  });

  it('makes a paragraph of every line and numbers the first alone', async () => {
    const text = await textOf(reply({ ket_qua_xac_minh: 'Việc thứ nhất.\r\n\r\nViệc thứ hai.' }));
    expect(text).toContain('\n1. Việc thứ nhất.\nViệc thứ hai.\n2. ');
  });

  it.each([undefined, '', ' \n '])('leaves out the part that has nothing to say: %p', async (theo_doi) => {
    expect(await textOf(reply({ theo_doi }))).not.toContain('\n3. ');
  });

  it.each(KINDS.map(({ name, labels }) => [name, labels] as const))(
    'has words beside every field: %s',
    (_name, labels) => {
      for (const [field, label] of Object.entries(labels)) expect(label).not.toBe(field);
    },
  );

  it('gives a decomposed text back composed', async () => {
    expect(await textOf(reply({ nguoi_ky: 'Đỗ Quốc Khánh'.normalize('NFD') }))).toContain('Đỗ Quốc Khánh');
  });

  it.each(KINDS.map(({ name }) => name))('ends what it says with “./.” once, and fills every tag: %s', async (name) => {
    const lines = paragraphsOfDocx((await renderer.render(name, sampleOf(name))).docx);
    expect(lines.filter((line) => line.endsWith('./.'))).toHaveLength(name === 'phieu-giai-quyet-van-ban-den' ? 0 : 1);
    expect(lines.join('\n')).not.toMatch(/[{}]|undefined|\[object/u);
  });

  it('numbers articles and sets the end marks of legal bases', async () => {
    const text = paragraphsOfDocx((await renderer.render(DECISION, sampleOf(DECISION))).docx).join('\n');
    expect(text).toMatch(
      /Căn cứ Luật Thi đua, khen thưởng [^\n]*;\nCăn cứ Nghị định [^\n]*;\nCăn cứ quy định [^\n]*;\nCăn cứ Quyết định [^\n]*;\nTheo đề nghị [^\n]*\.\nQUYẾT ĐỊNH:/u,
    );
    expect(text).toMatch(/\nĐiều 1\. [^\n]*\nĐiều 2\. [^\n]*\nĐiều 3\. [^\n]*\.\/\.\n/u);
  });

  it.each([
    ['Nghỉ lễ năm 2026', 'ke_rat_ngan'],
    ['Kết quả xử lý phản ánh', 'ke_ngan'],
    ['Chuyển phản ánh về bữa ăn bán trú tại Trường Mầm non Hoa Phượng', 'ke_rat_ngan'],
    ['Kết quả xử lý phản ánh, kiến nghị quý I', 'ke_vua'],
    ['Kết quả tiếp nhận, xử lý phản ánh, kiến nghị quý I', 'ke_dai'],
    ['Làm việc về phản ánh thu tiền học thêm tại Trường THPT Núi Voi', 'ke_ngan_nhat'],
  ])('draws one line under the abstract “%s”, as long as its share: %s', async (trich_yeu, line) => {
    const fields = { ...(sampleOf('thong-bao') as object), trich_yeu };
    const xml = new PizZip((await renderer.render('thong-bao', fields)).docx).file('word/document.xml')?.asText() ?? '';
    const sides = [...xml.matchAll(/"KeTrichYeu"\/><w:ind w:left="(\d+)"/gu)].map(([, side]) => Number(side));
    const drawn = sides.map((side) => Math.round(160 - (2 * side * 25.4) / 1440));
    expect(drawn).toEqual([ABSTRACT_LINES[line as keyof typeof ABSTRACT_LINES]]);
  });

  it('makes a table of as many rows as are allowed, and refuses one more in a sentence', async () => {
    const row = {
      don_vi: 'Trường',
      ton_ky_truoc: '0',
      tiep_nhan: '1',
      da_tra_loi: '1',
      dung_han: '1',
      qua_han: '0',
      con_qua_han: '0',
    };
    const withRows = (count: number): object => ({
      ...(sampleOf('bao-cao') as object),
      so_lieu: Array<object>(count).fill(row),
    });
    const { docx } = await renderer.render('bao-cao', withRows(MAX_ROWS));
    expect(paragraphsOfDocx(docx)).toContain(String(MAX_ROWS));
    await expect(renderer.render('bao-cao', withRows(10_000))).rejects.toMatchObject({
      code: 'input-invalid',
      details: { field: 'so_lieu', message: '“Bảng số liệu” (so_lieu) dài quá 2000.' },
    });
  });

  it('reads each version of a template once, and makes each document with its own', async () => {
    const other = spoilt(inBody('nhận được {loai_y_kien}', 'đã tiếp nhận {loai_y_kien}'));
    let readings = 0;
    const file = (id: string, docx: Buffer): TemplateFile => ({
      version: `own-${id}`,
      id,
      read: () => {
        readings += 1;
        return Promise.resolve(docx);
      },
    });
    const make = async (id: string, docx: Buffer): Promise<string> => {
      const made = await renderer.render(REPLY, reply(), file(id, docx));
      expect(made.version).toBe(`own-${id}`);
      return paragraphsOfDocx(made.docx).join('\n');
    };
    const ours = readFileSync(templateFile(REPLY));
    const texts = [await make('1', ours), await make('2', other), await make('1', ours), await make('2', other)];
    expect(texts.map((text) => text.includes('đã tiếp nhận'))).toEqual([false, true, false, true]);
    expect(readings).toBe(2);
  });

  it('reads a template anew that was not asked for while 64 others were', async () => {
    const docx = readFileSync(templateFile(REPLY));
    const read: string[] = [];
    const ask = (id: string): Promise<unknown> =>
      renderer.render(REPLY, reply(), {
        version: `own-${id}`,
        id,
        read: () => Promise.resolve(docx).finally(() => read.push(id)),
      });
    for (const id of ['first', 'second']) await ask(id);
    for (let other = 0; other < 63; other += 1) {
      await ask(String(other));
      await ask('second');
    }
    read.length = 0;
    for (const id of ['second', '62', 'first']) await ask(id);
    expect(read).toEqual(['first']);
  });

  describe('refuses', () => {
    const unknown = (field: string, nearest: string | null): Record<string, unknown> => ({
      code: 'template-field-unknown',
      details: { template: REPLY, field, nearest },
    });
    const refusal = (name: string, fields: unknown): Promise<unknown> =>
      renderer.render(name, fields).catch((e: unknown) => e);

    it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
      ['an unknown field, naming the nearest', { trich_yu: 'x' }, unknown('trich_yu', 'trich_yeu')],
      ['a field written with its marks', { 'Người ký': 'x' }, unknown('Người ký', 'nguoi_ky')],
      ['an unknown field like none', { zzzzzz: 'x' }, unknown('zzzzzz', null)],
      ['a missing field', { nguoi_ky: undefined }, { code: 'template-field-missing', details: { field: 'nguoi_ky' } }],
      ['an empty field', { nguoi_ky: ' \u200b ' }, { code: 'input-invalid', details: { field: 'nguoi_ky' } }],
      ['a list where a line belongs', { nguoi_ky: ['x'] }, { code: 'input-invalid', details: { field: 'nguoi_ky' } }],
      ['a letter to nobody', { kinh_gui: [] }, { code: 'input-invalid', details: { field: 'kinh_gui' } }],
    ])('%s', async (_case, changes, expected) => {
      expect(await refusal(REPLY, reply(changes))).toMatchObject(expected);
    });

    it('a misspelt field deep inside, with its path', async () => {
      const sample = sampleOf('cong-van-trien-khai') as Record<string, unknown>;
      const fields = { ...sample, muc: [{ tieu_de: 'Một', viec: ['x'], ghi_chu: 'y' }] };
      expect(await refusal('cong-van-trien-khai', fields)).toMatchObject({
        code: 'template-field-unknown',
        details: { field: 'muc.0.ghi_chu' },
      });
    });

    it('an unknown template, naming the nearest', async () => {
      expect(await refusal('cong-van-tra-lo', reply())).toMatchObject({
        code: 'template-unknown',
        details: { nearest: REPLY },
      });
    });

    it.each([undefined, null, 'x', 7, []])('%p instead of fields', async (fields) => {
      expect(await refusal(REPLY, fields)).toMatchObject({ code: 'input-invalid' });
    });
  });

  it.each([
    ['a tag', '{nguoi_ky}'],
    ['a loop', '{#kinh_gui}{.}{/kinh_gui}'],
    ['a raw tag', '{@nguoi_ky}'],
    ['changed delimiters', '{=[[ ]]=}'],
    ['an element', '</w:t></w:r></w:p><w:p><w:r><w:t>giả'],
    ['an entity', '&lt;&#x41;&nguoi_ky;'],
    ['quotes and CDATA', `"'<![CDATA[x]]>`],
    ['a prototype', '__proto__ constructor'],
  ])('prints %s as the letters that they are', async (_case, hostile) => {
    const text = await textOf(reply({ nguoi_ky: hostile, ket_qua_xac_minh: hostile, noi_nhan: [hostile, 'Lưu: VT.'] }));
    expect(text.split(hostile)).toHaveLength(4);
  });

  it('drops characters that no page can carry or that hide what is read', async () => {
    const text = await textOf(reply({ nguoi_ky: 'Đỗ\u0000 \u202eQuốc\ud800\u200b\ufffe Khánh\u0007' }));
    expect(text).toContain('\nĐỗ Quốc Khánh');
  });
});
