import { AddAdministrator } from '../../src/organisation/index.js';
import { atTheConsole } from '../../src/cli/at-the-console.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { inProcess, type AtThePages } from '../support/at-the-pages.js';
import { LettersOf } from '../support/letters-of.js';
import {
  chooseOwnPassword,
  setUpByPages,
  SMALL_DEPARTMENT,
  type EnteredDepartment,
} from '../support/set-up-by-pages.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const TODAY = '2026-03-18';
const FIRST = 'thuyền về bến sớm mai';
const OWN = 'hàng phượng đỏ tháng năm';

describe('a department on an empty database, set up by pages', () => {
  let house: TestApp;
  let browser: TestBrowser;
  let admin: AtThePages;
  let entered: EnteredDepartment;

  beforeAll(async () => {
    house = await TestApp.open({}, { isEmpty: true });
    const first = { username: 'quantri', fullName: 'Lê Văn An', password: FIRST, unitCode: undefined };
    await house.app.get(AddAdministrator, { strict: false }).execute(atTheConsole(), first);
    browser = house.browser();
    await browser.signIn('quantri', FIRST);
    admin = inProcess(browser);
    entered = await setUpByPages(admin, SMALL_DEPARTMENT, TODAY);
  });
  afterAll(() => house.close());

  const idOf = (username: string): string => entered.people.get(username) ?? '';
  const pageOf = async (username: string): Promise<string> =>
    textOf(await admin.open(`/to-chuc/nguoi/${idOf(username)}`));

  it('brings a letter to its leader', async () => {
    const cast = {
      clerk: idOf('tuepm'),
      officer: idOf('ngocnth'),
      head: idOf('thangvd'),
      unit: entered.units.get('GDTrH') ?? '',
    };
    const letters = new LettersOf(() => house, cast);
    const request = await letters.submitted();
    expect(request).toMatchObject({ leaderId: idOf('khanhdq'), leaderCode: 'khanh.dq', state: 'submitted' });
  });
});
