import { NOBODY_KNOWN } from '../../../privacy/domain/known-person.js';
import { requirePublishable, type PublicationRules } from './publication.js';

const TITLE = 'Dừng dạy thêm trong giờ chính khóa';
const TEXT = 'Nhà trường đã dừng việc dạy thêm và trả lại toàn bộ tiền đã thu.';
const NAMED = `${TEXT} Ông Trần Văn Hòa đã xin lỗi gia đình.`;
const LEFT = ['Trần Văn Hòa', 'Ông Trần Văn Hòa'];

function tried(text: string, rules: Partial<PublicationRules> = {}, title = TITLE): string {
  try {
    requirePublishable(
      { title, text },
      { left: [], aboutChildren: false, consent: false, sender: NOBODY_KNOWN, ...rules },
    );
    return 'may be asked for';
  } catch (error) {
    const { code, details } = error as { code: string; details: { field?: string } };
    return details.field === undefined ? code : `${code} ${details.field}`;
  }
}

describe('rule 20: a text for the public', () => {
  it.each<[string, string, string]>([
    ['without any name', tried(TEXT), 'may be asked for'],
    ['about children without any name', tried(TEXT, { aboutChildren: true }), 'may be asked for'],
    ['with a name nobody has looked at', tried(NAMED), 'text-names-private'],
    ['with a name that was left', tried(NAMED, { left: LEFT }), 'may be asked for'],
    [
      'about children with a name that was left, without consent',
      tried(NAMED, { left: LEFT, aboutChildren: true }),
      'input-invalid consent',
    ],
    [
      'about children with a name that was left, with consent',
      tried(NAMED, { left: LEFT, aboutChildren: true, consent: true }),
      'may be asked for',
    ],
    [
      'with a phone, whatever was left and consented',
      tried(`${TEXT} Gọi 0912 345 678.`, { left: ['0912 345 678'], aboutChildren: true, consent: true }),
      'text-names-private',
    ],
    ['with a phone in the title', tried(TEXT, {}, 'Gọi số 0912 345 678 để hỏi'), 'text-names-private'],
    [
      'with the sender’s name, though it was left',
      tried(NAMED, { left: LEFT, sender: { ...NOBODY_KNOWN, name: 'Trần Văn Hòa' } }),
      'text-names-private',
    ],
    ['of a few words', tried('Đã xong.'), 'input-invalid text'],
    ['without a title', tried(TEXT, {}, ''), 'input-invalid title'],
  ])('%s', (_what, outcome, expected) => {
    expect(outcome).toBe(expected);
  });
});
