import { NO_QUESTION } from '../../tickets/domain/search/search-question.js';
import { readSavedSearch, readSearchForm, searchAddress, searchQuery } from './search-form-view.js';

const read = (typed: Record<string, unknown>) => readSearchForm(searchAddress.parse(typed));

describe('the form of the search', () => {
  it.each([
    ['12/3/2026', '2026-03-12'],
    ['2026-03-12', '2026-03-12'],
    [' 05.01.2027 ', '2027-01-05'],
    ['', null],
  ])('takes the day %p', (tu, from) => {
    expect(read({ tu })).toMatchObject({ question: { from }, errors: [] });
  });

  it.each([
    ['a day that does not exist', { tu: '30/02/2026' }, ['tu']],
    ['what is no day', { den: 'hôm qua' }, ['den']],
    ['an end before the beginning', { tu: '2026-03-12', den: '2026-03-11' }, ['den']],
    ['a due day that does not exist', { 'han-tu': '31/04/2026' }, ['han-tu']],
    ['due days that end before they begin', { 'han-tu': '2026-03-12', 'han-den': '2026-03-11' }, ['han-den']],
    ['marks alone', { tim: '%_' }, ['tim-chu']],
  ])('says beside its field that it cannot read %s', (_what, typed, fields) => {
    expect(read(typed).errors.map(({ field }) => field)).toEqual(fields);
  });

  it('asks nothing that does not exist', () => {
    const typed = { 'trang-thai': ['closed', 'x'], 'linh-vuc': 'x', muc: 'y', kenh: 'z', tim: ['a', 'b'], trang: 7 };
    expect(read(typed).question).toEqual({ ...NO_QUESTION, states: ['closed'] });
  });

  it('stands in the address as it was asked', () => {
    const question = read({
      tim: 'học phí',
      ma: '0042',
      nguoi: 'Hoà',
      'don-vi': 'u',
      truong: 's',
      kenh: 'web',
      'han-tu': '2026-03-20',
      'han-den': '2026-03-27',
      tu: '2026-03-01',
      den: '2026-03-02',
      'trang-thai': ['closed', 'answered'],
      'linh-vuc': 'fees',
      muc: 'urgent',
    }).question;
    expect(readSavedSearch(searchQuery(question)).question).toEqual(question);
    expect(searchQuery(NO_QUESTION)).toBe('/tim-kiem?');
  });
});
