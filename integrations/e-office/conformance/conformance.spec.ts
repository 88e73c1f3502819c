import { rm } from 'node:fs/promises';
import { MachineClock } from '../machine-clock.js';
import { aDirectory, aSimulator, DEPARTMENT, LEADER } from '../simulator/simulator.fixture.js';
import type { StartedSimulator } from '../simulator/simulator.fixture.js';
import { PeerUnderTest } from './peer.js';
import type { PeerOptions } from './peer.js';
import { loopChapter } from './chapters/loop.js';
import { signingChapter } from './chapters/signing.js';
import { CHAPTERS, holdToContract } from './run.js';
import { standBefore, WRONG_SERVERS } from './wrong-servers.fixture.js';

const clock = new MachineClock();
let directory: string;
let office: StartedSimulator;

beforeAll(async () => {
  directory = await aDirectory();
  office = await aSimulator(directory, { clock });
});
afterAll(async () => {
  await office.stop();
  await rm(directory, { recursive: true });
});

const peer = (endpoint: string, change: Partial<PeerOptions> = {}): PeerUnderTest =>
  new PeerUnderTest(
    {
      endpoint,
      username: 'so-gddt',
      password: 'mat-khau-thu',
      agency: DEPARTMENT.agencyCode,
      signer: LEADER.userCode,
      write: true,
      ...change,
    },
    clock,
  );

describe('a server that keeps the contract', () => {
  it('passes every check, and nothing of it waits afterwards', async () => {
    const verdicts = await holdToContract(peer(`${office.url}/eoffice/v1`));
    expect(verdicts.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(45);
    const { item } = await office.client.call('ListPending', { agencyCode: DEPARTMENT.agencyCode });
    expect(item).toEqual([]);
  });
});

describe('a server that is wrong in one thing', () => {
  it.each(WRONG_SERVERS)('is found out when it $what', async (wrongness) => {
    const wrong = await standBefore(`${office.url}/eoffice/v1`, wrongness);
    const chapters = CHAPTERS.filter((chapter) =>
      chapter(peer(wrong.url)).some(({ id }) => wrongness.found.includes(id)),
    );
    try {
      const verdicts = await holdToContract(peer(wrong.url), undefined, chapters);
      const failed = verdicts.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
      expect(failed).toEqual(expect.arrayContaining([...wrongness.found]));
    } finally {
      await wrong.close();
    }
  });

  it('is not taken for one that could not be asked', async () => {
    const bare = peer(`${office.url}/eoffice/v1`, { agency: undefined, signer: undefined, write: false });
    const verdicts = await holdToContract(bare, undefined, [loopChapter, signingChapter]);
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['pass', 'skipped']));
    expect(verdicts.find(({ id }) => id === 'LOOP-01')?.reason).toContain('--write');
  });
});
