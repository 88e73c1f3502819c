import { addressedByName, isAddressedByCode, whyNotNamed, type NamedReply } from './named-sender.js';

const OPEN: NamedReply = {
  ...{ senderName: 'Bùi Văn Khải', keepSecret: false, nature: 'feedback', senders: 1 },
};
const BY_CODE = 'Tổ chức, cá nhân có phản ánh số PAKN.20260318.0001';

describe('a reply to a person by name', () => {
  it.each<[string, Partial<NamedReply>, string | null]>([
    ['whose letter reaches nobody else', {}, null],
    ['not where nobody signed', { senderName: ' ' }, 'không ghi họ tên'],
    ['not where secrecy was asked for', { keepSecret: true }, 'giữ bí mật họ tên'],
    ['not in a denunciation', { nature: 'denunciation' }, 'người tố cáo'],
    ['not where several senders get the same letter', { senders: 2 }, 'nhiều người phản ánh'],
  ])('%s', (_rule, change, reason) => {
    const why = whyNotNamed({ ...OPEN, ...change });
    if (reason === null) expect(why).toBeNull();
    else expect(why).toContain(reason);
  });

  it('has name and address in the place of the code, and thanks that person', () => {
    const parts = { kinh_gui: [BY_CODE], loi_ket: 'Trân trọng cảm ơn tổ chức, cá nhân đã gửi kiến nghị./.' };
    const sender = { code: 'PAKN.20260318.0001', senderName: 'Bùi Văn Khải', senderAddress: 'số 12 Trần Nhân Tông' };
    const named = addressedByName(parts, sender);
    expect(named).toEqual({
      kinh_gui: ['Ông/Bà Bùi Văn Khải, địa chỉ: số 12 Trần Nhân Tông'],
      loi_ket: 'Trân trọng cảm ơn Ông/Bà đã gửi kiến nghị./.',
    });
    const orders = [BY_CODE, ...named.kinh_gui].map((line) => isAddressedByCode([line], sender.code));
    expect(orders).toEqual([true, false]);
    const hoi = addressedByName(parts, { ...sender, senderName: 'Hội cha mẹ học sinh', senderAddress: '' });
    expect(hoi).toEqual({
      kinh_gui: ['Hội cha mẹ học sinh'],
      loi_ket: 'Trân trọng cảm ơn Hội cha mẹ học sinh đã gửi kiến nghị./.',
    });
    const signs = addressedByName(parts, { ...sender, senderName: "Công ty A$& B$'", senderAddress: '' });
    expect(signs.loi_ket).toBe("Trân trọng cảm ơn Công ty A$& B$' đã gửi kiến nghị./.");
  });
});
