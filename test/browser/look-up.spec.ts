import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { openChromium } from '../support/chromium.js';
import { releasedLetter } from '../support/released-letter.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
let browser: Browser;
let directory: string;
let url: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hoi-am-look-up-'));
  app = await TestApp.open();
  url = await app.listen();
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await rm(directory, { recursive: true, force: true });
});

describe('a file that somebody holds against what was released', () => {
  it('is counted in the browser and never sent', async () => {
    const id = await releasedLetter(app, await app.receive());
    const { manager } = app.nest.get(Database).reader;
    const { sealedSha256 } = await manager.findOneByOrFail(OutgoingDocumentEntity, { id });
    const released = await app.nest.get(FileStore).get(sealedSha256 ?? '');
    const [same, other] = [join(directory, 'cong-van.pdf'), join(directory, 'khac.pdf')];
    await writeFile(same, released);
    await writeFile(other, Buffer.concat([released, Buffer.from(' ')]));

    const page = await browser.newPage();
    const posted: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') posted.push(request.url());
    });
    for (const [file, heading] of [
      [same, 'Tệp này đúng là bản đã phát hành'],
      [other, 'Không tìm thấy văn bản nào theo mã này'],
    ] as const) {
      await page.goto(`${url}/tra-cuu`);
      await page.getByLabel('Hoặc đối chiếu tệp PDF đang có').setInputFiles(file);
      await page.getByRole('heading', { name: heading }).waitFor();
    }
    expect(posted).toEqual([]);
    await page.close();
  });
});
