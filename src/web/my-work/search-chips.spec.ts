import { civilDate } from '../../kernel/civil-date.js';
import { NO_QUESTION, type TicketQuestion } from '../../tickets/domain/search/search-question.js';
import { chipsOf } from './search-chips.js';
import { readSavedSearch, searchQuery } from './search-form-view.js';

const NAMES = {
  unit: 'Phòng Giáo dục Trung học',
  complainedUnit: 'Trường THPT Núi Voi',
  channel: 'Cổng 1022',
  category: 'Thu chi, dạy thêm',
  level: 'Khẩn',
};

const WHOLE: TicketQuestion = {
  ...{ words: 'học thêm', code: '0042', person: 'Hòa', unitId: 'gdtrh', category: 'fees', level: 'urgent' },
  ...{ from: civilDate('2026-03-01'), to: civilDate('2026-03-18'), states: ['assigned', 'processing'] },
  ...{ complainedUnitId: 'nui-voi', channel: 'web' },
  ...{ dueFrom: civilDate('2026-03-20'), dueTo: civilDate('2026-03-27') },
};

describe('the conditions of a search', () => {
  it('are said in the order of the form', () => {
    expect(chipsOf(WHOLE, NAMES).map(({ label }) => label)).toEqual([
      ...['“học thêm”', 'Mã: 0042', 'Người: Hòa', 'Phòng Giáo dục Trung học'],
      ...['Phản ánh về: Trường THPT Núi Voi', 'Kênh: Cổng 1022', 'Nhận từ 01/03/2026', 'Nhận đến hết 18/03/2026'],
      ...[
        'Hạn từ 20/03/2026',
        'Hạn đến hết 27/03/2026',
        'Thu chi, dạy thêm',
        'Mức độ: Khẩn',
        'Đã phân công',
        'Đang xử lý',
      ],
    ]);
    expect(chipsOf(NO_QUESTION, NAMES)).toEqual([]);
  });

  it('are taken away one by one until nothing is asked', () => {
    let question = WHOLE;
    for (let left = chipsOf(WHOLE, NAMES).length; left > 0; left -= 1) {
      const [chip, ...others] = chipsOf(question, NAMES);
      question = readSavedSearch(chip?.removeHref ?? '').question;
      expect(chipsOf(question, NAMES).map(({ label }) => label)).toEqual(others.map(({ label }) => label));
    }
    expect(searchQuery(question)).toBe(searchQuery(NO_QUESTION));
  });

  it('leave a unit that this person may not choose without its name', () => {
    expect(chipsOf({ ...NO_QUESTION, unitId: 'x' }, { ...NAMES, unit: null })[0]?.label).toBe('Đơn vị đã chọn');
  });
});
