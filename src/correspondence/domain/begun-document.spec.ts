import { knownFields } from '../../../templates/known-fields.js';
import { kindNamed, type DocumentKind } from '../../../templates/catalogue.js';
import { readSettings } from '../../config/settings.js';
import { kindsBegunFrom } from '../../drafting/domain/begun-from.js';
import { TYPED_PARTS } from '../../drafting/domain/letter/typed-parts.js';
import { civilDate } from '../../kernel/civil-date.js';
import { beginningParts, requireKindFrom } from './begun-document.js';

const drafting = {
  facts: readSettings({}).agencyProfile,
  unit: { id: 'gdtrh', name: 'Phòng Giáo dục Trung học', symbol: 'GDTrH' },
  signer: { fullName: 'Đỗ Quốc Khánh', lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
  today: civilDate('2026-03-18'),
};
const given = { subject: 'Tập huấn cán bộ đầu mối', receivers: ['Các phòng (để t/h)'] };
const places = { filing: 'Lưu: VT, GDTrH.', opening: '' };
const named = (name: string): DocumentKind => kindNamed(name)!;

describe('a document begins with what is known of it', () => {
  it.each(kindsBegunFrom('nothing'))('%s: so that whatever it lacks is typed on its form', (template) => {
    const kind = named(template);
    const beginning = beginningParts({ ...given, template }, { ...places, parts: Object.keys(kind.labels) });
    const filled = kind.fill({ ...knownFields(kind, drafting), ...beginning });
    const lacking = filled.ok ? [] : [...new Set(filled.issues.map(({ path }) => String(path[0])))];
    expect(lacking.filter((part) => TYPED_PARTS[part] === undefined)).toEqual([]);
    expect(lacking).toContain('muc');
    expect(beginning['loi_ket']).toMatch(/\.\/\.$/u);
  });

  it('names receivers as addressees where its kind has them, else under Nơi nhận', () => {
    const parts = (template: string) =>
      beginningParts({ ...given, template }, { ...places, parts: Object.keys(named(template).labels) });
    expect(parts('to-trinh')).toMatchObject({
      kinh_gui: given.receivers,
      noi_nhan: ['Như trên', places.filing],
    });
    expect(parts('ke-hoach')).toMatchObject({ noi_nhan: [...given.receivers, places.filing] });
    expect(parts('ke-hoach')).not.toHaveProperty('kinh_gui');
  });

  it('says where a person lives to whom it is addressed alone, not under Nơi nhận', () => {
    const receivers = ['Ông/Bà Nguyễn Văn An, địa chỉ: số 5 Lạch Tray'];
    const parts = (template: string) =>
      beginningParts({ ...given, receivers, template }, { ...places, parts: Object.keys(named(template).labels) });
    expect(parts('cong-van-trien-khai')).toMatchObject({ kinh_gui: receivers });
    expect(parts('thong-bao')).toMatchObject({ noi_nhan: ['Ông/Bà Nguyễn Văn An', places.filing] });
  });

  it.each([
    ['nothing', 'cong-van-tra-loi'],
    ['incoming', 'quyet-dinh-khen-thuong'],
    ['nothing', 'khong-co'],
  ] as const)('from %s alone where its kind may be: not %s', (place, template) => {
    expect(() => requireKindFrom(place, template)).toThrow(expect.objectContaining({ code: 'input-invalid' }) as Error);
  });
});
