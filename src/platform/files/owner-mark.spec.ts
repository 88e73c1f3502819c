import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { filesPlace, type FilesPlace } from '../../config/file-settings.js';
import { readSettings } from '../../config/settings.js';
import { markAsOwn, OWNER_FILE, ownerOf, type Owner } from './owner-mark.js';

const OWN: Owner = { agency: '000.00.03.H24', installation: 'a'.repeat(64) };
const { files } = readSettings({});
const LOOKS = 2000;

const placeIn = (folder: string): FilesPlace => {
  const place = filesPlace(folder);
  if (place === null) throw new Error(folder);
  return place;
};

describe('the mark of a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cua-ai-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is never seen by half, by a machine that starts at the same time', async () => {
    const place = placeIn(folder);
    const path = join(folder, OWNER_FILE);
    const marked = markAsOwn(files, place, OWN);
    const seen = new Set<string>();
    for (let look = 0; look < LOOKS; look += 1) {
      if (existsSync(path)) seen.add(readFileSync(path, 'utf8'));
      await turn();
    }
    await marked;
    expect([...seen, readFileSync(path, 'utf8')]).not.toContain('');
    expect(await ownerOf(files, place, OWN)).toEqual(OWN);
    expect(await readdir(folder)).toEqual([OWNER_FILE]);
  });

  it('stays that of the first', async () => {
    const place = placeIn(folder);
    await markAsOwn(files, place, OWN);
    await markAsOwn(files, place, { ...OWN, installation: 'b'.repeat(64) });
    expect(await ownerOf(files, place, OWN)).toEqual(OWN);
  });
});
