import { isTextInside, toldWith } from './told-outside.js';

describe('the text of a line that the citizen hears of', () => {
  it.each<[string, string, boolean, boolean]>([
    ['goes out where it is a note that was sent', 'progress', true, false],
    ['stays inside where it is a directive beside an assignment', 'assigned', true, true],
    ['stays inside where it is a reason of a merge', 'merged', true, true],
    ['stays inside where it is a reason of a reopening', 'reopened', true, true],
    ['is no matter where nothing was told', 'assigned', false, false],
  ])('%s', (_rule, kind, toHotline, inside) => {
    expect(isTextInside({ kind, toHotline })).toBe(inside);
    const told = toldWith({ kind, title: 'Giao GDTrH chủ trì', text: 'Kiểm tra ngay.' });
    expect(told.includes('Kiểm tra ngay.')).toBe(kind === 'progress');
  });
});

describe('what was told outside with a line of a course', () => {
  const inner = { title: 'Gộp vào phiếu PAKN.20260318.0002', text: 'Chỉ đạo nội bộ: làm trước, báo cáo riêng.' };

  it.each([
    ['assigned', 'Đã giao đơn vị xử lý'],
    ['merged', 'Xử lý chung với phiếu khác'],
    ['reopened', 'Đã mở lại để xử lý tiếp'],
    ['withdrawn', 'Người phản ánh đã rút'],
    ['senderEnded', 'Kết thúc đối với người phản ánh'],
    ['separated', 'Trở lại giải quyết riêng'],
    ['whatever', 'Có diễn biến mới'],
  ])('is for %s the state alone: text and title are the agency’s', (kind, words) => {
    expect(toldWith({ kind, ...inner })).toBe(words);
  });

  it.each([
    ['progress', 'Tiến độ'],
    ['answered', 'Đã trả lời'],
    ['rejected', 'Không tiếp nhận'],
    ['citizenAsked', 'Đề nghị người phản ánh bổ sung thông tin'],
  ])('is for %s also the text that went out', (kind, words) => {
    expect(toldWith({ kind, title: 'Trong nhà', text: 'Trường đã trả lại tiền.' })).toBe(
      `${words}\nTrường đã trả lại tiền.`,
    );
  });

  it('names for a return the agency to go to', () => {
    const line = { kind: 'returned', title: 'Chuyển trả, cơ quan có thẩm quyền: Sở Y tế', text: 'Việc của y tế.' };
    expect(toldWith(line)).toBe(`${line.title}\n${line.text}`);
  });
});
