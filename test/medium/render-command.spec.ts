import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { sampleOf } from '../../templates/catalogue.js';
import { runRender, type RenderTools } from '../../src/cli/files/render.js';
import { readSettings, Settings } from '../../src/config/settings.js';
import { PublishTemplate, TemplateRenderer, UploadTemplate } from '../../src/drafting/index.js';
import { BODY, inBody, REPLY, spoilt } from '../../src/drafting/lint/spoilt-template.fixture.js';
import { DatabaseBehind } from '../../src/bootstrap/existing-database.js';
import { agencyTemplate } from '../../src/bootstrap/agency-templates.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { Database } from '../../src/platform/database/database.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { onSqlite } from '../support/on-sqlite.js';
import { TestApp } from '../support/test-app.js';

const OWN_WORDS = 'đã tiếp nhận';
const BEFORE = civilDate('2026-03-18');
const AFTER = civilDate('2026-04-02');

onSqlite('opens its file beside the app').describe('hoi-am render beside the database of an installation', () => {
  let app: TestApp;
  let settings: Settings;
  const folder = mkdtempSync(join(tmpdir(), 'render-'));
  const [data, out] = [join(folder, 'data.json'), join(folder, 'letter.docx')];
  const renderer = new TemplateRenderer({ threads: 1, timeLimitMs: 10_000 });

  beforeAll(async () => {
    writeFileSync(data, JSON.stringify(sampleOf(REPLY)));
    app = await TestApp.open();
    const { dataDirectory } = app.nest.get(Settings);
    settings = readSettings({ HOI_AM_DATA: dataDirectory, DATABASE_URL: `sqlite:${join(dataDirectory, 'hoi-am.db')}` });
    const content = spoilt(inBody('nhận được {loai_y_kien}', `${OWN_WORDS} {loai_y_kien}`));
    const uploadId = await app.nest.get(UploadTemplate).upload(PARTIES.clerk, { kind: REPLY, name: 'a.docx', content });
    const chosen = { uploadId, validFrom: '2026-04-01', reason: 'Công văn 12/SGDĐT-VP.', acceptedBecause: '' };
    await app.nest.get(PublishTemplate).publish(PARTIES.clerk, chosen);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await renderer.onModuleDestroy();
    await app.close();
  });

  const rendered = async (
    wanted: Parameters<typeof agencyTemplate>[2],
    of = settings,
  ): Promise<{ version: string; ownWords: boolean }> => {
    const templateOf: RenderTools['templateOf'] = (kind) => agencyTemplate(of, kind, wanted);
    const asked = (): Promise<never> => Promise.reject(new Error('No page is asked for'));
    const pdfMaker: RenderTools['pdfMaker'] = { convert: asked, prepare: asked, printEntry: asked };
    const tools = { renderer, templateOf, pdfMaker, say: String };
    const { lines } = await runRender(['--template', REPLY, '--data', data, '--out', out], tools);
    const { version } = JSON.parse(lines.join('')) as { version: string };
    const xml = new PizZip(readFileSync(out)).file(BODY)?.asText() ?? '';
    return { version, ownWords: xml.includes(OWN_WORDS) };
  };

  it.each([
    ['before it is in force', { day: BEFORE }, { version: '1', ownWords: false }],
    ['from its day on', { day: AFTER }, { version: 'own-1', ownWords: true }],
    ['by its name', { version: 'own-1' }, { version: 'own-1', ownWords: true }],
  ])('fills in the template of the agency: %s', async (_when, wanted, expected) => {
    expect(await rendered(wanted)).toEqual(expected);
  });

  it('uses what ships where there is no database, and makes none', async () => {
    const nowhere = readSettings({ HOI_AM_DATA: folder, DATABASE_URL: `sqlite:${join(folder, 'none.db')}` });
    expect(await rendered({ day: AFTER }, nowhere)).toEqual({ version: '1', ownWords: false });
    expect(() => readFileSync(join(folder, 'none.db'))).toThrow();
    await expect(agencyTemplate(nowhere, REPLY, { version: 'own-1' })).rejects.toMatchObject({
      code: 'template-unknown',
    });
  });

  it('says so of a version that nobody brought, and of a database that is behind', async () => {
    await expect(agencyTemplate(settings, REPLY, { version: 'own-9' })).rejects.toMatchObject({
      code: 'template-unknown',
    });
    const url = `sqlite:${join(folder, 'behind.db')}`;
    const older = await Database.open(url, { entities: [], migrations: [] });
    await older.migrate();
    await older.close();
    const behind = readSettings({ HOI_AM_DATA: folder, DATABASE_URL: url });
    await expect(agencyTemplate(behind, REPLY, { day: AFTER })).rejects.toThrow(DatabaseBehind);
  });
});
