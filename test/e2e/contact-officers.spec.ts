import { StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const PLACE = '/can-bo-dau-moi';
const UNIT = `${PLACE}/don-vi/gdtrh`;
const CHANGE = {
  ...{ leavingId: 'ngoc', takingId: 'thang', validFrom: '2026-03-18', reason: 'Điều động theo Quyết định số 8.' },
  ...{ phone: '0225 3000 121', email: 'daumoi.trunghoc@haiphong.edu.vn' },
};

describe('rule 58: contact officers, in the browser', () => {
  let app: TestApp;
  let office: TestBrowser;
  beforeAll(async () => {
    app = await TestApp.open();
    office = await app.browserOf('vanthu');
  });
  afterAll(() => app.close());

  it('are read by everybody, found without marks, and kept by the Office alone', async () => {
    const officer = await app.browserOf('luc');
    const { body } = await officer.get(`${PLACE}?tim=nui%20voi`);
    expect(body).toContain('Đoàn Văn Lực');
    expect(body).not.toContain('Nguyễn Thị Hồng Ngọc');
    expect((await officer.get(`${PLACE}?thieu=1`)).body).toContain('Chưa có cán bộ đầu mối');
    expect((await officer.get(UNIT)).body).not.toContain('Xem kế hoạch thay đổi');
    await officer.post(`${UNIT}/thay-doi`, CHANGE);
    const sheet = await officer.get(`${PLACE}.xlsx`);
    expect([sheet.statusCode, sheet.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });

  it('change by a plan that is seen, confirmed, done and taken back', async () => {
    await office.get(UNIT);
    const refused = (await office.follow(await office.post(`${UNIT}/thay-doi`, { ...CHANGE, takingId: '' }))).body;
    expect(refused).toContain('Chọn người nhận việc trong đơn vị.');
    expect(refused).toContain('Điều động theo Quyết định số 8.');
    const plan = await office.follow(await office.post(`${UNIT}/thay-doi`, CHANGE));
    expect(plan.body).toContain('Xác nhận và thực hiện ngay');
    const [, hash = '', id = ''] = [
      '',
      /name="hash" value="([0-9a-f]{64})"/u.exec(plan.body)?.[1],
      /thay-doi\/([0-9a-f-]{36})\/xac-nhan/u.exec(plan.body)?.[1],
    ];
    const other = (await office.follow(await office.post(`${PLACE}/thay-doi/${id}/xac-nhan`, { hash: 'khac' }))).body;
    expect(other).toContain('Người khác vừa cập nhật trước');
    const done = (await office.follow(await office.post(`${PLACE}/thay-doi/${id}/xac-nhan`, { hash }))).body;
    expect(done).toContain('Đã thay cán bộ đầu mối');
    expect(await rolesOf('thang')).toEqual(['contactOfficer', 'unitHead']);
    const written = (await office.follow(await office.post(`${PLACE}/thay-doi/${id}/van-ban`))).body;
    expect(written).toMatch(/Công văn báo thay đổi đầu mối, bản thảo 1/u);
    const draft = /action="(\/du-thao\/[0-9a-f-]{36})\/bo"/u.exec(written)?.[1] ?? '';
    const gone = (await office.follow(await office.post(`${draft}/bo`))).body;
    expect([gone.includes('Đã bỏ bản thảo.'), gone.includes('Soạn văn bản để trình ký')]).toEqual([true, true]);
    await office.post(`${PLACE}/thay-doi/${id}/van-ban`);
    expect((await office.get('/du-thao')).body).toContain('thay đổi cán bộ đầu mối');
    const back = (await office.follow(await office.post(`${PLACE}/thay-doi/${id}/hoan-tac`, {}))).body;
    expect(back).toContain('Đã hoàn tác');
    expect(back).not.toContain('trình ký và gửi');
    expect(await rolesOf('ngoc')).toEqual(['contactOfficer']);
    // Nobody is told of what was taken back.
    expect((await office.get('/du-thao')).body).toContain('Không có văn bản nào đang soạn');
    const lines = await office.get(UNIT);
    expect(lines.body).toContain('Đã hoàn tác');
  });

  const rolesOf = async (id: string) =>
    (await app.nest.get(Database).reader.manager.findOneByOrFail(StaffEntity, { id })).roles;
});
