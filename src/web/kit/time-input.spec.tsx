import { renderPage } from './render-page.js';
import { TimeInput, timeShown } from './time-input.js';

describe('a field for a day or a time', () => {
  it.each([
    ['2026-03-05', '05/03/2026'],
    ['2026-03-18T09:05', '18/03/2026 09:05'],
    ['2026-03-18T09:05:30', '18/03/2026 09:05'],
    ['31/02/2026', '31/02/2026'],
    ['08:00', '08:00'],
    ['', ''],
  ])('shows %s as %s', (value, shown) => expect(timeShown(value)).toBe(shown));

  it('is no field of the browser’s own, which shows a day in the browser’s language', () => {
    const html = renderPage(<TimeInput kind="date" id="tu" name="tu" value="2026-03-05" />);
    expect(html).toContain('type="text"');
    expect(html).toContain('placeholder="ngày/tháng/năm"');
  });
});
