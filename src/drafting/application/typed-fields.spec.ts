import { typedFields } from './typed-fields.js';

describe('what is typed into a letter', () => {
  it('rule 36: is kept composed and without signs that nobody sees, in texts and in lists', () => {
    const typed = {
      ve_viec: 'thu tiền học thêm'.normalize('NFD'),
      noi_nhan: ['Như\u200b trên', 'Lưu:\u202e VT.'],
      so: 7,
    };
    expect(typedFields(typed)).toEqual({ ve_viec: 'thu tiền học thêm', noi_nhan: ['Như trên', 'Lưu: VT.'], so: 7 });
  });

  it('may have a subject of 500 letters, counted as it is kept', () => {
    expect(typedFields({ trich_yeu: `${'ế'.normalize('NFD').repeat(500)}\u200b` })).toEqual({
      trich_yeu: 'ế'.repeat(500),
    });
  });

  it.each<[string, object, string, RegExp]>([
    ['a subject of 501 letters', { trich_yeu: 'a'.repeat(501) }, 'trich_yeu', /Dài 501 ký tự, nhiều nhất 500/u],
    ['an addressee too long', { kinh_gui: ['a', 'b'.repeat(301)] }, 'kinh_gui', /nhiều nhất 300/u],
    ['too many recipients', { noi_nhan: Array<string>(51).fill('a') }, 'noi_nhan', /Nhiều nhất 50 dòng/u],
    ['prose longer than a letter', { ket_qua_xac_minh: 'a'.repeat(20_001) }, 'ket_qua_xac_minh', /nhiều nhất 20000/u],
    ['letters of TCVN3', { ve_viec: 'thu tiÒn häc thªm, nhµ tr­êng' }, 've_viec', /bảng mã TCVN3.*Unicode/u],
    ['letters of VNI', { noi_nhan: ['Sôû Giaùo duïc vaø Ñaøo taïo'] }, 'noi_nhan', /bảng mã VNI/u],
  ])('rule 36: is refused with %s, at its field', (_what, fields, field, message) => {
    expect(() => typedFields(fields)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        details: { field, message: expect.stringMatching(message) as string },
      }) as Error,
    );
  });
});
