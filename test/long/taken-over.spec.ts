import { CheckRegister } from '../../src/documents/index.js';
import { takeOver, takeOverFile } from '../support/taken-over-register.js';
import { TestApp } from '../support/test-app.js';

/** The short form, of some hundred lines, runs in `test/e2e/register-start.spec.ts`. */
describe('registers of three thousand lines', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  it.each([
    ['di', 'outgoing'],
    ['den', 'incoming'],
  ] as const)(
    'are taken over whole within what a request may take: %s',
    async (code, book) => {
      const content = await takeOverFile(book, { from: 1, to: 3000, without: [1500] });
      const began = performance.now();
      const page = await takeOver(app, code, content);
      const took = performance.now() - began;
      expect(page).toContain('Số 1 đến 3.000 tiếp quản từ sổ giấy 2026');
      expect(took).toBeLessThan(60_000);
      const verdict = await app.nest.get(CheckRegister).check({ book, year: 2026 });
      expect(verdict).toMatchObject({ accept: true, from: 1, to: 3000, present: 3000, gaps: [] });
      process.stderr.write(
        `3,000 lines of the ${book} book brought, proposed and confirmed in ${Math.round(took)} ms\n`,
      );
    },
    180_000,
  );
});
