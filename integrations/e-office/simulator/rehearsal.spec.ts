import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProfile } from '../profiles/load-profile.js';
import { DIALECTS } from '../profiles/profile.js';
import { MachineClock } from '../machine-clock.js';
import { simulatorSettings } from './options.js';
import { readConfiguration, rehearsalFile, appSettings } from './rehearsal.js';
import { startSimulator } from './server.js';

const WIRES = { standard: '/eoffice/v1?wsdl', 'viettel-voffice': '/voffice/Vo2AutoSignSystemImpl?wsdl' } as const;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rehearsal-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe.each(DIALECTS)('a rehearsal with %s', (profile) => {
  it('speaks that wire alone, and says what the app is to be told', async () => {
    const settings = simulatorSettings.parse(readConfiguration(rehearsalFile(directory, profile)));
    const place = { directory, port: 0, host: '127.0.0.1', clock: new MachineClock() } as const;
    const simulator = await startSimulator({ ...settings, ...place, profile });
    const status = async (path: string, method = 'GET'): Promise<number> =>
      (await fetch(`${simulator.url}${path}`, { method })).status;
    try {
      for (const [name, path] of Object.entries(WIRES)) {
        expect([name, await status(path)]).toEqual([name, name === profile ? 200 : 404]);
      }
      expect((await status('/edoc', 'POST')) === 404).toBe(profile !== 'bkav-edoc');
      expect((await (await fetch(`${simulator.url}/dien-tap`)).text()).includes('vOffice')).toBe(
        profile === 'viettel-voffice',
      );
      const told = appSettings(profile, settings, { url: simulator.url, directory });
      const named = told['SIGNING_PROFILE'] ?? told['E_OFFICE_PROFILE'] ?? '';
      expect(loadProfile(named).protocol.dialect).toBe(profile);
      expect(told).toMatchObject(
        profile === 'viettel-voffice'
          ? {
              SIGNING_PROFILE: join(directory, 'ho-so-voffice.json'),
              SIGNING_KEY_FILE: join(directory, 'khoa-voffice.txt'),
            }
          : { E_OFFICE_PROFILE: profile, E_OFFICE_PASSWORD: settings.password },
      );
    } finally {
      await simulator.stop();
    }
  });

  it('is the same e-office after a restart', () => {
    const first = readConfiguration(rehearsalFile(directory, profile));
    expect(readConfiguration(rehearsalFile(directory, profile))).toEqual(first);
  });
});
