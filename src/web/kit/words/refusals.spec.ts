import { refusalWords } from './refusals.js';

describe('refusalWords', () => {
  it.each([
    [404, 'Không có trang này'],
    [410, 'Tệp hỏng trên máy chủ'],
    [503, 'Hệ thống đang bận'],
    [418, 'Yêu cầu chưa đọc được'],
    [502, 'Hệ thống gặp lỗi'],
  ])('a page for status %d', (status, heading) => {
    expect(refusalWords(status).heading).toBe(heading);
  });
});
