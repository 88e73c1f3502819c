import { civilDate } from '../../kernel/civil-date.js';
import { reportSections } from './document-text.js';
import { figuresOf } from './figures.js';
import { CURRENT_INDICATORS } from './indicators.js';

const nothing = figuresOf(CURRENT_INDICATORS, [], {
  from: '2026-03-01T00:00:00.000Z',
  until: '2026-04-01T00:00:00.000Z',
});

describe('the words of a report', () => {
  it('speak of no share and no mean where nothing was answered', () => {
    const [results] = reportSections({
      period: {
        kind: 'monthly',
        cutOff: 'calendar',
        firstDay: civilDate('2026-03-01'),
        lastDay: civilDate('2026-03-31'),
      },
      version: CURRENT_INDICATORS.version,
      figures: nothing,
      before: nothing,
      unitNames: {},
      assessment: '',
      proposals: '',
      proof: 'Số liệu chốt lúc 08:00.',
    });
    expect(results?.viec).toEqual([
      'Số liệu từ ngày 01/03/2026 đến ngày 31/03/2026. Tồn kỳ trước 0 phiếu, tiếp nhận 0 phiếu, trong đó mở lại 0 phiếu.',
      'Đã giải quyết 0 phiếu, trong đó trả lời 0 phiếu; chuyển trả 0, không tiếp nhận 0, gộp 0 phiếu; còn lại 0 phiếu.',
      'Trả lời đúng hạn 0 phiếu; trả lời quá hạn 0 phiếu; chưa trả lời, đã quá hạn: 0 phiếu.',
      'Kỳ trước tiếp nhận 0 phiếu.',
      'Số liệu chốt lúc 08:00.',
    ]);
  });
});
