import { TemplateRenderer } from '../rendering/template-renderer.js';
import { registerDifferences } from '../domain/word/register-differences.js';
import { replyLetter, sampleOf } from '../../../templates/catalogue.js';
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
    expect(file.house).toEqual({
      parent: fields.co_quan_chu_quan,
      letterhead: fields.co_quan_ban_hanh,
      place: fields.dia_danh,
    });
    expect(file.places).toEqual({ so: 1, ngay: 1, thang: 1, chu_ky: 1, ky_nhay: 1, ky_nhay_the_thuc: 1 });
    expect(file).toMatchObject({ trackedChanges: 0, hiddenText: 0, liveFields: [], origin: null });
    const words = file.paragraphs.join('\n');
    for (const said of [fields.ket_qua_xac_minh, fields.loi_ket, ...fields.lien_he])
      for (const line of said.split('\n')) expect(words).toContain(line.trim());
  });

  it.each([
    ['one addressee', { kinh_gui: ['Tổng đài 1022 thành phố Hải Phòng'] }],
    ['several', { kinh_gui: ['Tổng đài 1022', 'Công dân gửi phiếu PAKN.20260318.0001', 'UBND phường Lê Chân'] }],
    ['a deputy who signs', { tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], nguoi_ky: 'Hoàng Thị Minh Nguyệt' }],
    [
      'a long subject',
      { trich_yeu: `trả lời kiến nghị về ${'thu tiền học thêm trái quy định, '.repeat(12)}nơi xảy ra` },
    ],
  ])('with %s too', async (_what, change) => {
    expect(registerDifferences({ ...fields, ...change }, (await letters.read(await made(change))).head)).toEqual([]);
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
