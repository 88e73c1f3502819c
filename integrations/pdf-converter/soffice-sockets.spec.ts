import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeProfile } from './kept-office.js';
import { officeIn, pipesOf, until } from './kept-office.fixture.js';
import { OfficeRun } from './office-run.js';
import { DOCX, LONG_MS } from './pdf-maker.fixture.js';
import { runSoffice } from './soffice-process.js';

/** Of anybody's LibreOffice: others may run at the same time. */
const sockets = (): ReadonlySet<string> =>
  new Set(readdirSync('/tmp').flatMap((name) => (name.startsWith('OSL_PIPE_') ? [`/tmp/${name}`] : [])));

describe('the sockets of a LibreOffice that was killed', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sockets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const listening = (): readonly string[] => {
    try {
      return pipesOf(officeIn(folder)).filter((path) => sockets().has(path));
    } catch {
      return [];
    }
  };

  it(
    'go with a run that is cut off',
    async () => {
      const profile = await makeProfile(folder, 'profile-');
      const file = join(folder, 'a.docx');
      writeFileSync(file, DOCX);
      const stop = new AbortController();
      const place = { soffice: 'soffice', profile, temporary: folder, out: folder, files: [file] };
      const run = runSoffice({ ...place, timeoutMs: LONG_MS, signal: stop.signal });
      await until(() => listening().length > 0);
      const made = listening();
      stop.abort();
      expect(await run).toBe('cutOff');
      expect(made.filter((path) => sockets().has(path))).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'go with one that stays',
    async () => {
      const profile = await makeProfile(folder, 'profile-');
      const run = new OfficeRun({ python: '/usr/bin/python3', soffice: 'soffice', profile, temporary: folder });
      expect(await run.begun).toEqual({ kind: 'ready' });
      const made = listening();
      expect(made).toHaveLength(1);
      run.kill();
      await run.ended;
      expect(made.filter((path) => sockets().has(path))).toEqual([]);
    },
    LONG_MS,
  );
});
