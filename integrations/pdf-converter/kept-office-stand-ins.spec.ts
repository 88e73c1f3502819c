import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptLimits } from './kept-office.js';
import { programsIn, until } from './kept-office.fixture.js';
import { pdfMaker, shellScript } from './pdf-maker.fixture.js';

describe('LibreOffice that stays, with programs that stand for it', () => {
  let folder: string;
  const toStop: (() => Promise<void>)[] = [];
  const maker = (soffice: string, kept: Partial<KeptLimits> = {}): ReturnType<typeof pdfMaker> =>
    pdfMaker({ folder, toStop }, { soffice, kept });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-office-'));
  });
  afterEach(() => Promise.all(toStop.splice(0).map((stop) => stop())));
  afterAll(() => rmSync(folder, { recursive: true }));

  const script = (text: string): string => shellScript(folder, text);

  const OWN = 'while [ "$1" != --outdir ]; do [ $# -gt 0 ] || exit 3; shift; done; out=$2; shift 2';
  const EACH = `${OWN}; for f in "$@"; do printf "%%PDF-1.7\\n%%%%EOF\\n" > "$out/$(basename "$f" .docx).pdf"; done`;

  it.each([
    ['no Python', () => '/nowhere/python3', '/nowhere/python3'],
    ['no python3-uno', () => script(`echo '{"missing": "python3-uno"}'`), 'python3-uno'],
  ])('is done without where the machine has %s, which is said once', async (_case, python, reason) => {
    const { statuses, notKept } = maker(script(EACH), { python: python() });
    expect([await statuses(), await statuses()]).toEqual([['done'], ['done']]);
    expect(notKept).toEqual([reason]);
  });

  it('is done without where it ends before it is ready, each time anew', async () => {
    const { statuses, notKept } = maker(script(EACH));
    expect([await statuses(), await statuses()]).toEqual([['done'], ['done']]);
    expect(notKept).toEqual(['ended', 'ended']);
  });

  it('does not take half a PDF, nor what is no answer, for pages', async () => {
    const python = script(`echo hello; echo '{"ready": true}'; read -r question; echo '{"done": true}'; read -r end`);
    const { statuses, notKept } = maker(script(EACH), { python });
    expect(await statuses()).toEqual(['done']);
    expect(notKept).toEqual(['no whole file']);
  });

  it('is never asked for what is no DOCX', async () => {
    const seenBy = join(folder, 'started');
    const { made } = maker('/nowhere/soffice', { python: script(`touch ${seenBy}`) });
    expect((await made.convert([Buffer.from('chữ')], 'app'))[0]?.status).toBe('refused');
    expect(existsSync(seenBy)).toBe(false);
  });

  it('learns nothing of our environment', async () => {
    const log = join(folder, 'environment');
    const { statuses } = maker(script(`case "$*" in *--accept*) env > ${log};; esac; ${EACH}`));
    await statuses();
    const own = /^(HOME|TMPDIR|PATH|LANG|SAL_USE_VCLPLUGIN|PWD|OLDPWD|SHLVL|_)=/u;
    const told = readFileSync(log, 'utf8').trim().split('\n');
    expect(told.filter((line) => !own.test(line))).toEqual([]);
  });

  it('ends with the script that asks it', async () => {
    const begun = mkdtempSync(join(folder, 'begun-'));
    const stays = `case "$*" in *--accept*) echo x > ${begun}/log; exec sh -c 'sleep 300; :' ${begun};; esac`;
    const { statuses, work, notKept } = maker(script(`${stays}; ${EACH}`));
    const answer = statuses();
    await until(() => existsSync(join(begun, 'log')) && programsIn(begun).length > 0);
    for (const { pid } of programsIn(work).filter(({ name }) => name.startsWith('python')))
      process.kill(pid, 'SIGKILL');
    expect([await answer, notKept]).toEqual([['done'], ['ended']]);
    await until(() => programsIn(begun).length === 0);
  });

  it('stops with the application while it is still starting, and leaves nothing', async () => {
    const begun = join(folder, 'begun');
    mkdirSync(begun);
    const { made, statuses, work, notKept } = maker(
      script(`echo x >> ${begun}/log; exec sh -c 'sleep 300; :' ${begun}`),
    );
    const answer = statuses();
    await until(() => existsSync(join(begun, 'log')));
    await made.onModuleDestroy();
    expect(await answer).toEqual(['unavailable']);
    expect([readFileSync(join(begun, 'log'), 'utf8'), notKept, readdirSync(work)]).toEqual(['x\n', [], []]);
    await until(() => programsIn(work).length + programsIn(begun).length === 0);
  });
});
