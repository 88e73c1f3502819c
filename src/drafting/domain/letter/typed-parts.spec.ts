import { KINDS, sampleOf } from '../../../../templates/catalogue.js';
import { TYPED_PARTS, typedText, typedValue } from './typed-parts.js';

const part = (name: string) => TYPED_PARTS[name] ?? { form: 'line' as const };

describe('a part of a document as it is typed', () => {
  const sections = [
    { tieu_de: 'Mục đích', viec: ['Nâng cao nhận thức.', 'Bảo đảm đúng hạn.'] },
    { tieu_de: 'Tổ chức thực hiện', viec: ['Văn phòng theo dõi.'] },
  ];
  const tasks = [{ cong_viec: 'Tập huấn', chu_tri: 'Văn phòng Sở', phoi_hop: 'Các trường', thoi_han: 'Tháng 5/2026' }];

  it.each([
    ['sections between empty lines', 'muc', sections],
    ['rows of a table', 'nhiem_vu', tasks],
    ['lines', 'mo_dau', ['Thực hiện Quyết định 587.', 'Sở ban hành kế hoạch.']],
    ['prose', 'ly_do', 'Một đoạn.\nHai đoạn.'],
  ])('%s come back as they were written', (_form, name, value) => {
    expect(typedValue(part(name), typedText(part(name), value))).toEqual(value);
  });

  it.each(KINDS.map(({ name }) => name))('of %s come back from the form as its sample has them', (kind) => {
    const sample = { ...(sampleOf(kind) as Readonly<Record<string, unknown>>) };
    const typed = Object.entries(sample).filter(([name]) => TYPED_PARTS[name] !== undefined);
    for (const [name, value] of typed) {
      const { form } = part(name);
      // A name may stand for another thing in another kind: units in a slip are no line.
      if (Array.isArray(value) === ['lines', 'sections', 'rows'].includes(form))
        expect([name, typedValue(part(name), typedText(part(name), value))]).toEqual([name, value]);
    }
  });

  it('reads cells pasted from a spreadsheet, and leaves missing ones empty', () => {
    expect(typedValue(part('nhiem_vu'), 'Kiểm tra\tThanh tra\n\nTổng hợp | Văn phòng | | Quý III')).toEqual([
      { cong_viec: 'Kiểm tra', chu_tri: 'Thanh tra', phoi_hop: '', thoi_han: '' },
      { cong_viec: 'Tổng hợp', chu_tri: 'Văn phòng', phoi_hop: '', thoi_han: 'Quý III' },
    ]);
  });

  it('shows nothing of what is not of its form', () => {
    expect([undefined, 5, null, [7], [{}]].map((value) => typedText(part('muc'), value))).toEqual(['', '', '', '', '']);
  });
});
