import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/config/settings.js';
import { MemoryBytes } from '../../src/kernel/held-bytes.js';
import { sha256Of } from '../../src/kernel/sha256.js';
import { EvidenceStore } from '../../src/platform/files/evidence-store.js';
import { FileDamaged } from '../../src/platform/files/file-errors.js';
import type { FileStore } from '../../src/platform/files/file-store.js';
import { openEvidenceFiles, openFileStore } from '../../src/platform/files/open-file-store.js';
import { SHORT, SpoolFolder } from '../../src/platform/spool/spool.js';
import { bytesFor } from '../support/chance.js';
import { ACCESS, BUCKET, Moto } from '../support/s3/moto.js';

const LONG = bytesFor('a long file', SHORT + 12_345);

interface Stand {
  readonly store: FileStore;
  readonly evidence: FileStore;
  /** Puts other bytes there, or takes them away, behind the back of the store. */
  readonly spoil: (sha256: string, bytes: Buffer | null) => Promise<void>;
}

describe.each(['folder', 'bucket'] as const)('a store of files in a %s', (kind) => {
  let moto: Moto | null = null;
  let directory: string;
  let stand: Stand;

  beforeAll(async () => {
    if (kind === 'bucket') moto = await Moto.start();
  });
  afterAll(() => moto?.close());
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-kho-'));
    stand = standAt(directory, moto);
  });
  afterEach(async () => {
    stand.store.close();
    stand.evidence.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('names a file by its content and gives it back, whole and in pieces', async () => {
    const { store } = stand;
    const sha256 = await store.put(Buffer.from('Trân trọng cảm ơn./.'));
    expect(sha256).toBe(sha256Of(Buffer.from('Trân trọng cảm ơn./.')));
    expect((await store.get(sha256)).toString()).toBe('Trân trọng cảm ơn./.');
    expect((await (await store.held(sha256)).read()).toString()).toBe('Trân trọng cảm ơn./.');
    expect(await sizesIn(store)).toEqual([[sha256, 26]]);
  });

  it('keeps the same content once, also when it comes at once', async () => {
    const names = await Promise.all(Array.from({ length: 5 }, () => stand.store.put(Buffer.from('một'))));
    expect(new Set(names).size).toBe(1);
    expect(await sizesIn(stand.store)).toHaveLength(1);
  });

  it('takes long bytes from a spool, and gives them out in pieces and by their path', async () => {
    const spool = new SpoolFolder(join(directory, 'dang-nhan')).open();
    spool.write(LONG);
    const held = await spool.close();
    const sha256 = await stand.store.putHeld(held);
    await held.release();
    const back = await stand.store.held(sha256);
    expect([back.size, await back.sha256()]).toEqual([LONG.length, sha256Of(LONG)]);
    expect((await back.read()).equals(LONG)).toBe(true);
    expect(await stand.store.putHeld(new MemoryBytes(LONG))).toBe(sha256);
    expect(await stand.store.localPath(sha256)).toContain(sha256);
  });

  it('gives damaged bytes to nobody, and marks them until whole ones are here', async () => {
    const { store, spoil } = stand;
    const sha256 = await store.put(Buffer.from('một'));
    await spoil(sha256, Buffer.from('hai'));
    await expect(store.get(sha256)).rejects.toThrow(FileDamaged);
    await expect(store.held(sha256)).rejects.toThrow(FileDamaged);
    expect([await store.stateOf(sha256), (await store.damaged()).map((one) => one.sha256)]).toEqual([
      'damaged',
      [sha256],
    ]);
    await store.mended(sha256);
    expect(await store.damaged()).toHaveLength(1);

    await store.put(Buffer.from('một'));
    await store.mended(sha256);
    expect([await store.stateOf(sha256), await store.damaged()]).toEqual(['whole', []]);
    expect((await store.get(sha256)).toString()).toBe('một');
  });

  it('tells what is gone from what is damaged, and marks it', async () => {
    const { store, spoil } = stand;
    const [lost, named] = [await store.put(Buffer.from('mất')), await store.put(Buffer.from('mất nốt'))];
    await spoil(lost, null);
    await spoil(named, null);
    await expect(store.get(lost)).rejects.toThrow(FileDamaged);
    await store.markIfGone(named);
    expect([await store.stateOf(lost), await store.stateOf('không phải tên')]).toEqual(['missing', 'missing']);
    expect((await store.damaged()).map(({ sha256 }) => sha256).sort()).toEqual([lost, named].sort());
  });

  it('reads every file when it is asked which are whole', async () => {
    const { store, spoil } = stand;
    const [whole, damaged] = [await store.put(Buffer.from('lành')), await store.put(Buffer.from('hỏng'))];
    await spoil(damaged, Buffer.from('khác'));
    const found: Record<string, boolean> = {};
    for await (const { sha256, isWhole } of store.check()) found[sha256] = isWhole;
    expect(found).toEqual({ [whole]: true, [damaged]: false });
  });

  it('keeps evidence apart, and removes it when its time is over', async () => {
    const { store, evidence } = stand;
    const kept = new EvidenceStore(evidence);
    const named: string[] = [];
    await kept.keep([Buffer.from('<hỏi/>')], (bundle) => Promise.resolve(named.push(bundle)));
    const [bundle = ''] = named;
    expect(String(await kept.part(bundle, sha256Of(Buffer.from('<hỏi/>'))))).toBe('<hỏi/>');
    expect(await sizesIn(store)).toEqual([]);
    expect(await kept.writtenBefore(new Date(Date.now() - 60_000))).toEqual([]);
    expect(await kept.writtenBefore(new Date(Date.now() + 60_000))).toEqual([bundle]);
    await kept.remove(bundle);
    await kept.remove(bundle);
    expect(await kept.part(bundle, sha256Of(Buffer.from('<hỏi/>')))).toBeNull();
    expect(await evidence.damaged()).toEqual([]);
  });

  it('says that it can keep what it is given', async () => {
    await stand.store.probe();
    await stand.store.sweep(Date.now());
  });
});

function standAt(directory: string, moto: Moto | null): Stand {
  const prefix = randomUUID();
  const bucket = {
    HOI_AM_FILES: `s3://${BUCKET}/${prefix}`,
    FILES_ENDPOINT: `http://127.0.0.1:${String(moto?.port)}`,
    ...ACCESS,
  };
  const { files } = readSettings({ HOI_AM_DATA: directory, ...(moto === null ? {} : bucket) });
  const placeOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;
  const inFolder = async (sha256: string, bytes: Buffer | null): Promise<void> => {
    const path = join(directory, 'tep', placeOf(sha256));
    await (bytes === null ? rm(path) : writeFile(path, bytes));
  };
  return {
    store: openFileStore(files),
    evidence: openEvidenceFiles(files),
    spoil: async (sha256, bytes) => {
      if (moto === null) return inFolder(sha256, bytes);
      await moto.spoil(`${prefix}/${placeOf(sha256)}`, bytes);
      // What this machine has kept for reading is whole still; another machine has nothing.
      await rm(files.cache.directory, { recursive: true, force: true });
    },
  };
}

async function sizesIn(store: FileStore): Promise<readonly (readonly [string, number])[]> {
  const found: [string, number][] = [];
  for await (const { sha256, size } of store.list()) found.push([sha256, size]);
  return found;
}
