import { mkdtemp, readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Of } from '../../src/kernel/sha256.js';
import { EvidenceStore } from '../../src/platform/files/evidence-store.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { FileDamaged } from '../../src/platform/files/file-errors.js';

const PART = Buffer.from('<hỏi/>');

describe('the store of evidence', () => {
  let directory: string;
  let store: EvidenceStore;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-chung-cu-'));
    store = new EvidenceStore(new FolderFileStore(directory, 'forATime'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const keep = async (): Promise<string> => {
    const named: string[] = [];
    await store.keep([PART], (bundle) => Promise.resolve(named.push(bundle)));
    return named.join();
  };
  const pathOf = (bundle: string): string => join(directory, bundle.slice(0, 2), bundle);
  const partOf = (bundle: string): Promise<Buffer | null> => store.part(bundle, sha256Of(PART));

  it('tells what is not there any more from what is damaged, however often it is asked', async () => {
    const [gone, damaged] = [await keep(), await keep()];
    await unlink(pathOf(gone));
    await writeFile(pathOf(damaged), 'x');
    for (let time = 0; time < 2; time += 1) {
      expect(await partOf(gone)).toBeNull();
      await expect(partOf(damaged)).rejects.toThrow(FileDamaged);
    }
  });

  it('removes a damaged bundle from quarantine as well', async () => {
    const bundle = await keep();
    await writeFile(pathOf(bundle), 'x');
    await expect(partOf(bundle)).rejects.toThrow(FileDamaged);
    await store.remove(bundle);
    expect(await readdir(join(directory, 'hong'))).toEqual([]);
    expect(await partOf(bundle)).toBeNull();
  });
});
