import { Handlings } from '../../src/correspondence/application/handlings.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TestApp } from '../support/test-app.js';

describe('the handling of a document that has no row yet', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  it('is begun once: who comes second is told that it changed meanwhile', async () => {
    const route = (): Promise<void> =>
      app.nest.get(UnitOfWork).run((tx) =>
        app.nest.get(Handlings).change(
          tx,
          SYSTEM,
          { documentId: 'a-document', version: 0, state: 'received' },
          {
            ...{ change: { state: 'routed', direction: 'Xử lý.' }, action: 'incoming.route', detail: {} },
          },
        ),
      );
    await route();
    await expect(route()).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });
});
