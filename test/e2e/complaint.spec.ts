import { AssignTicket, ClassifyTicket, WorkOnTicket } from '../../src/tickets/index.js';
import type { Actor, Role } from '../../src/kernel/actor.js';
import { jpegOf } from '../support/picture-writer.js';
import { TestApp } from '../support/test-app.js';
import { TestProgram } from '../support/test-program.js';
import type { TestBrowser } from '../support/test-browser.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const CLERK = person('vanthu', 'van-phong', 'registryClerk');
const SCHOOL = person('luc', 'nui-voi', 'contactOfficer');
const CONDUCT = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'staffConduct' } as const;
const PHOTO = { name: 'don.jpg', contentType: 'image/jpeg', content: jpegOf() };
const PURPOSE = { purpose: 'Gọi xác minh nội dung phản ánh' };

describe('rule 21: conduct that nobody has said of whom, in the hands of a school', () => {
  let app: TestApp;
  let path: string;
  let id: string;
  let desk: TestBrowser;
  let school: TestBrowser;
  let program: TestProgram;

  beforeAll(async () => {
    app = await TestApp.open();
    const ticket = await app.receive({ text: 'Tôi là Bùi Văn Khải. Thầy giáo đánh học sinh trong giờ.' }, [PHOTO]);
    ({ id } = ticket);
    path = `/phieu/${id}`;
    await app.nest.get(ClassifyTicket).classify(CLERK, id, { ...CONDUCT, complainedUnitId: null });
    await app.nest.get(AssignTicket).assign(CLERK, { ticketId: id, unitId: 'nui-voi', officerId: 'luc' });
    await app.nest.get(WorkOnTicket).accept(SCHOOL, id);
    [desk, school] = [await app.browserOf('vanthu'), await app.browserOf('luc')];
    program = await TestProgram.of(app, 'luc');
  });
  afterAll(() => app.close());

  const say = async (complainedUnitId: string) => {
    await desk.get(path);
    return desk.follow(await desk.post(`${path}/don-vi-bi-phan-anh`, { complainedUnitId }));
  };
  const look = () => program.post(`tickets/${id}/identity`, PURPOSE);

  it('rule 21: is told to the school without who wrote, and why', async () => {
    const { body } = await school.get(path);
    expect(body).toContain('Được giữ bí mật cho đến khi xác định đơn vị bị phản ánh');
    expect(body).toContain('Đề nghị Văn thư ghi đơn vị bị phản ánh, hoặc ghi không phản ánh đơn vị nào.');
    expect(body).not.toMatch(/Khải|don\.jpg|Xem danh tính…/u);
    expect(body).toContain('Thầy giáo đánh học sinh');
    expect(await look()).toMatchObject({ status: 403, body: { code: 'ticket-identity-withheld' } });
  });

  it('rule 21: shows the desk that it is not known yet, and may be said at any time', async () => {
    const { body } = await desk.get(path);
    expect(body).toMatch(/Đơn vị bị phản ánh<\/dt><dd[^>]*>chưa xác định/u);
    expect(body).toMatch(/Phân loại….+<option value selected>Chưa xác định/su);
    expect((await (await app.browserOf('giamsat')).get(path)).body).toContain('Ghi đơn vị bị phản ánh…');
  });

  it('rule 21: is told to the school once the desk says that no unit is meant', async () => {
    expect((await say('khong')).body).toContain('Không phản ánh đơn vị nào');
    expect((await school.get(path)).body).toContain('Xem danh tính…');
    expect(await look()).toMatchObject({ status: 200, body: { senderName: 'Bùi Văn Khải' } });
  });

  it('rule 21: is hidden again once the school is named', async () => {
    expect((await say('nui-voi')).body).toContain('Đơn vị bị phản ánh: Trường THPT Núi Voi');
    expect((await school.get(path)).body).toContain('Được giữ bí mật với đơn vị bị phản ánh');
    expect((await look()).status).toBe(403);
  });

  it('is for the desk to say, not for the unit', async () => {
    await school.get(path);
    expect(
      (await school.follow(await school.post(`${path}/don-vi-bi-phan-anh`, { complainedUnitId: 'khong' }))).body,
    ).toContain('Được giữ bí mật với đơn vị bị phản ánh');
    expect((await program.act(id, 'nameComplained', { aboutNoUnit: true })).status).toBe(403);
  });

  it('refuses a unit that there is not', async () => {
    expect((await say('truong-nao')).body).toContain('Đơn vị bị phản ánh: Trường THPT Núi Voi');
  });
});
