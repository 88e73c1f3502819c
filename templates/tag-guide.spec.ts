import { KINDS, kindNamed } from './catalogue.js';
import { tagGuide } from './tag-guide.js';

describe('the guide to tags', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))('has words for every tag of %s', (_name, kind) => {
    const lines = tagGuide(kind);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter(({ tag, meaning }) => meaning === tag || meaning === '')).toEqual([]);
  });

  it('follows the form', () => {
    const tops = tagGuide(kindNamed('cong-van-tra-loi')!).filter(({ within }) => within.length === 0);
    const after = tops.map(({ tag }) => tag).slice(tops.findIndex(({ tag }) => tag === 'nguoi_ky'));
    expect(after.slice(0, 4)).toEqual(['nguoi_ky', 'kinh_gui_mot_noi', 'kinh_gui_nhieu_noi', 'loi_ket']);
  });

  it('says how each is written, what it means, and an example', () => {
    const lines = tagGuide(kindNamed('cong-van-tra-loi')!);
    const line = (tag: string): object | undefined => lines.find((one) => one.tag === tag);
    expect(line('trich_yeu')).toMatchObject({ written: '{trich_yeu}', meaning: 'Trích yếu', isNeeded: true });
    expect(line('noi_nhan')).toMatchObject({
      written: '{#noi_nhan}{.}{/noi_nhan}',
      example: expect.any(String) as string,
    });
    expect(line('lien_he')).toMatchObject({ isNeeded: false });
    expect(line('doan_dau')).toMatchObject({
      written: '{#doan_dau} … {/doan_dau}',
      within: ['ket_qua_xac_minh'],
      isNeeded: false,
    });
    expect(line('van_ban')).toMatchObject({ meaning: 'Chữ của từng đoạn' });
  });
});
