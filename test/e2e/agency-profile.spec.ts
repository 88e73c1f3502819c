import { readSettings } from '../../src/config/settings.js';
import { textsOf } from '../../src/agency-profile/domain/agency-profile.js';
import { CHOICE_NAMES, CHOICES } from '../../src/agency-profile/domain/profile-choices.js';
import { namesOf, PROFILE_LINES, textsFrom } from '../../src/agency-profile/domain/profile-lines.js';
import { AgencyProfiles } from '../../src/agency-profile/index.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const PLACE = '/thong-tin-co-quan';

const typed = (change: Record<string, string> = {}): Record<string, string> => ({
  ...textsOf(readSettings({}).agencyProfile),
  contact: 'Địa chỉ: Số 37 Lý Thường Kiệt, thành phố Hải Phòng\n\nĐiện thoại: 0225 3000 142',
  'unit.gdtrh': 'GDPT',
  latest: '1',
  validFrom: '2026-04-01',
  reason: 'Quyết định của Giám đốc Sở về chữ viết tắt.',
  ...change,
});

describe('what documents say of the agency, in the browser', () => {
  let app: TestApp;
  let office: TestBrowser;
  beforeEach(async () => {
    app = await TestApp.open();
    office = await app.browserOf('vanthu');
  });
  afterEach(() => app.close());

  const versions = async (): Promise<number> =>
    (await app.nest.get(AgencyProfiles, { strict: false }).history()).length;

  it('is read by everybody and changed by the Office and the administrator alone', async () => {
    const officer = await app.browserOf('ngoc');
    const { body } = await officer.get(PLACE);
    expect(body).toContain('SỞ GIÁO DỤC VÀ ĐÀO TẠO');
    expect(body).not.toContain(`${PLACE}/soan`);
    expect((await officer.get(`${PLACE}/soan`)).statusCode).toBe(403);
    await officer.get('/');
    await officer.post(PLACE, typed());
    expect(await versions()).toBe(1);
    for (const username of ['vanthu', 'quantri']) {
      const editor = await app.browserOf(username);
      expect((await editor.get(`${PLACE}/soan`)).statusCode).toBe(200);
    }
  });

  it('is saved with its day and its reason, and shows what changed', async () => {
    await office.get(`${PLACE}/soan`);
    const answer = await office.post(PLACE, typed());
    expect([answer.statusCode, answer.headers.location]).toEqual([303, PLACE]);
    const page = (await office.follow(answer)).body;
    for (const words of [
      'Chưa đến ngày',
      'Chữ viết tắt của Phòng Giáo dục Trung học: (trống) → “GDPT”',
      'Quyết định của Giám đốc Sở về chữ viết tắt.',
      'Phạm Minh Tuệ',
      'Có 1 thay đổi chưa đến ngày.',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('asks for every line and every choice, and shows them', async () => {
    const form = (await office.get(`${PLACE}/soan`)).body;
    const lines = namesOf(PROFILE_LINES);
    expect([...lines, ...CHOICE_NAMES].filter((name) => !form.includes(`name="${name}"`))).toEqual([]);
    const texts = textsOf(readSettings({}).agencyProfile);
    // What is empty at first is filled, too, in capitals that no rule refuses: a form that lost an optional line shows it nowhere.
    const change = textsFrom(PROFILE_LINES, (name) =>
      texts[name] === '' ? `ĐIỀN${lines.indexOf(name)}` : `${texts[name]}2`,
    );
    await office.follow(await office.post(PLACE, typed({ ...change, validFrom: '2026-03-18' })));
    const page = textOf((await office.get(PLACE)).body);
    const labels = [
      ...lines.map((name) => PROFILE_LINES[name].label),
      ...CHOICE_NAMES.map((name) => CHOICES[name].label),
    ];
    expect([...labels, ...Object.values(change)].filter((words) => !page.includes(words))).toEqual([]);
  });

  it('says in which order letters are signed and numbered, first the leader, until it is decided otherwise', async () => {
    const form = await office.get(`${PLACE}/soan`);
    expect(form.body).toContain('name="actOrder" value="signThenNumber" checked');
    await office.follow(await office.post(PLACE, typed({ actOrder: 'numberThenSign', validFrom: '2026-03-18' })));
    expect(textOf((await office.get(PLACE)).body)).toContain(
      'Thứ tự cấp số và ký: “Lãnh đạo ký trước, cấp số và đóng dấu sau” → ' +
        '“Giữ số khi trình, in vào văn bản, lãnh đạo ký, rồi đóng dấu”',
    );
    const { actOrder, entryOnPage } = await app.nest.get(AgencyProfiles, { strict: false }).today();
    expect([actOrder, entryOnPage]).toEqual(['numberThenSign', 'refuse']);
  });

  it('names what is to be repaired beside its field, and keeps what was typed', async () => {
    await office.get(`${PLACE}/soan`);
    const change = {
      letterhead: 'Sở Giáo dục',
      symbol: 'SGD ĐT',
      validFrom: '2026-03-17',
      reason: '',
      'unit.gdtrh': 'a b',
    };
    const page = (await office.follow(await office.post(PLACE, typed(change)))).body;
    for (const field of ['letterhead', 'symbol', 'validFrom', 'reason', 'unit.gdtrh']) {
      expect(page).toContain(`href="#${field}"`);
      expect(page).toContain(`id="${field}-e"`);
    }
    expect(page).toContain('value="SGD ĐT"');
    expect(await versions()).toBe(1);
  });

  it('keeps what somebody else saved meanwhile', async () => {
    const administrator = await app.browserOf('quantri');
    await administrator.get(`${PLACE}/soan`);
    await office.get(`${PLACE}/soan`);
    await office.post(PLACE, typed());
    const page = (await administrator.follow(await administrator.post(PLACE, typed()))).body;
    expect(page).toContain('Người khác vừa cập nhật trước.');
    expect(await versions()).toBe(2);
  });

  it.each([{ latest: 'x' }, { latest: '0' }, {}])(
    'refuses a form that no page of ours would send: %j',
    async (form) => {
      await office.get(`${PLACE}/soan`);
      expect((await office.post(PLACE, form as Record<string, string>)).statusCode).toBeLessThan(500);
      expect(await versions()).toBe(1);
    },
  );
});
