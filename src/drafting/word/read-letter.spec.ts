import { TemplateRenderer } from '../rendering/template-renderer.js';
import { registerDifferences } from '../domain/word/register-differences.js';
import { replyLetter, sampleOf } from '../../../templates/catalogue.js';
import { anywhere, edited, wordParts } from '../../../test/support/word-edits.js';
import { zipOf } from '../../../test/support/zip-writer.js';
import { withOrigin, originIn } from './letter-origin.js';
import { WordLetters } from './word-letters.js';

const letters = new WordLetters();
const renderer = new TemplateRenderer();
afterAll(async () => {
  await letters.onApplicationShutdown();
});

const fields = replyLetter.fields.parse(sampleOf('cong-van-tra-loi'));
const made = async (change: object = {}): Promise<Buffer> =>
  (await renderer.render('cong-van-tra-loi', { ...fields, ...change })).docx;

describe('a letter read from Word', () => {
  it('says what its form says, in its parts', async () => {
    const file = await letters.read(await made());
    expect(registerDifferences(fields, file.head)).toEqual([]);
    expect(file.agency).toEqual({
      parent: fields.co_quan_chu_quan,
      letterhead: fields.co_quan_ban_hanh,
      place: fields.dia_danh,
      year: fields.nam,
    });
    expect(file.places).toEqual({ so: 1, ngay: 1, thang: 1, chu_ky: 1, ky_nhay: 1, ky_nhay_the_thuc: 1 });
    expect(file).toMatchObject({ trackedChanges: 0, hiddenText: 0, liveFields: [], origin: null });
    const words = file.paragraphs.join('\n');
    for (const said of [fields.ket_qua_xac_minh, fields.loi_ket, ...fields.lien_he])
      for (const line of said.split('\n')) expect(words).toContain(line.trim());
  });

  it.each([
    ['one addressee', { kinh_gui: ['Tổng đài 1022 thành phố Hải Phòng'] }],
    [
      'several',
      { kinh_gui: ['Tổng đài 1022', 'Tổ chức, cá nhân có phản ánh số 1022-260318-0001', 'UBND phường Lê Chân'] },
    ],
    ['a deputy who signs', { tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], nguoi_ky: 'Hoàng Thị Minh Nguyệt' }],
    [
      'a long subject',
      { trich_yeu: `trả lời kiến nghị về ${'thu tiền học thêm trái quy định, '.repeat(12)}nơi xảy ra` },
    ],
  ])('with %s too', async (_what, change) => {
    expect(registerDifferences({ ...fields, ...change }, (await letters.read(await made(change))).head)).toEqual([]);
  });

  it('says what stands in it as letters given by their codes', async () => {
    const digits = '0987654321'.replace(/\d/gu, '<w:sym w:font="Symbol" w:char="F03$&"/>');
    const { docx } = await edited(await made(), anywhere('</w:body>', `<w:p><w:r>${digits}</w:r></w:p></w:body>`));
    expect((await letters.read(docx)).paragraphs.join('\n')).toContain('0987654321');
  });

  it('says what stands before the items of a list, where it is more than a number', async () => {
    const labels = ['%1.', '–', 'Cháu Bảo Châu %1.'].map((label) => `<w:lvl><w:lvlText w:val="${label}"/></w:lvl>`);
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum>${labels.join('')}</w:abstractNum></w:numbering>`;
    const parts = [...(await wordParts(await made()))].map(([name, content]) => ({ name, content }));
    const before = (await letters.read(zipOf(parts))).paragraphs;
    const { paragraphs } = await letters.read(zipOf([...parts, { name: 'word/numbering.xml', content: numbering }]));
    expect(paragraphs).toEqual([...before, 'Cháu Bảo Châu .']);
  });

  it.each([
    ['the title of the file', 'docProps/core.xml', /<dc:title>[^<]*/u, '<dc:title>Đơn của Bùi Văn Khải, 0987 654 321'],
    ['its keywords', 'docProps/core.xml', /<dc:language>/u, '<cp:keywords>Bùi Văn Khải, 0987 654 321</cp:keywords>$&'],
    [
      'the address of a link',
      'word/_rels/document.xml.rels',
      /<\/Relationships>/u,
      '<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:B%C3%B9i%20V%C4%83n%20Kh%E1%BA%A3i%2C%200987%20654%20321" TargetMode="External"/>$&',
    ],
    [
      'the address of a link that is a field',
      'word/document.xml',
      /<\/w:body>/u,
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "Bùi Văn Khải, 0987 654 321" </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>đây</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>$&',
    ],
  ])('says what its PDF tells on no page: %s', async (_what, part, place, put) => {
    const parts = [...(await wordParts(await made()))].map(([name, content]) => {
      const text = content.toString('utf8');
      return { name, content: name === part ? text.replace(place, put) : content };
    });
    expect((await letters.read(zipOf(parts))).paragraphs.join('\n')).toContain('Bùi Văn Khải, 0987 654 321');
  });

  it('is not read where its properties are no XML', async () => {
    const parts = [...(await wordParts(await made()))].map(([name, content]) => ({
      name,
      content: name === 'docProps/core.xml' ? Buffer.from('<cp:coreProperties') : content,
    }));
    await expect(letters.read(zipOf(parts))).rejects.toMatchObject({
      details: { field: 'file', message: expect.stringContaining('Không đọc được tệp Word') as string },
    });
  });

  it.each([
    ['below another folder', 'van-ban/document.xml', 'word/document.xml'],
    ['under a name of another part', 'word/comments7.xml', 'word/header1.xml'],
  ])('says what stands in a part %s', async (_where, name, part) => {
    const withPerson = (xml: string): string => xml.replace('</w:p>', '<w:r><w:t>Bùi Văn Khải</w:t></w:r></w:p>');
    const led = (xml: string): string =>
      xml.replaceAll(part, name).replaceAll(`"${part.replace('word/', '')}"`, `"/${name}"`);
    const parts = [...(await wordParts(await made()))].map(([one, content]) =>
      one === part
        ? { name, content: withPerson(content.toString('utf8')) }
        : { name: one, content: led(content.toString('utf8')) },
    );
    expect((await letters.read(zipOf(parts))).paragraphs.join('\n')).toContain('Bùi Văn Khải');
  });

  it('names the revision that it was given out as, whatever named it before', async () => {
    const [first, second] = [
      { draftId: 'a-1', revision: 3 },
      { draftId: 'a-1', revision: 4 },
    ];
    const docx = await letters.bound(await made(), first);
    expect((await letters.read(docx)).origin).toEqual(first);
    expect((await letters.read(withOrigin(docx, second))).origin).toEqual(second);
  });

  it.each(['', '<property name="hoi-am-ban-thao"><vt:lpwstr>x y/3</vt:lpwstr></property>', '<property name="khac"/>'])(
    'names none in %p',
    (properties) => expect(originIn(Buffer.from(properties))).toBeNull(),
  );
});
