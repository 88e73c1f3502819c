import { TestApp } from '../support/test-app.js';
import { TestProgram } from '../support/test-program.js';
import { textOf } from '../support/web-visitor.js';

describe('an address that says a parameter twice', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  it('is answered by a page in words with what to do, of the public as of the staff', async () => {
    const clerk = await app.browserOf('vanthu');
    for (const [visitor, path, field] of [
      [app.browser(), '/tra-cuu?ma=a&ma=b', 'ma'],
      [clerk, '/to-chuc?tim=a&tim=b', 'tim'],
    ] as const) {
      const { statusCode, body } = await visitor.get(path);
      const said = `Địa chỉ ghi “${field}” hai lần nên không biết dùng giá trị nào. Chỉ giữ một lần rồi mở lại.`;
      expect([path, statusCode, textOf(body)]).toEqual([path, 400, expect.stringContaining(said)]);
      expect(body).not.toContain('Invalid');
    }
  });

  it('is answered to a program by a problem, and a list may be said twice', async () => {
    const program = await TestProgram.of(app, 'vanthu');
    expect(await program.get('tickets?cursor=a&cursor=b')).toMatchObject({
      status: 400,
      body: { code: 'parameter-twice', field: 'cursor', title: expect.stringMatching(/hai lần.*mở lại/u) as string },
    });
    expect((await program.get('tickets?state=received&state=assigned')).status).toBe(200);
  });
});
