import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { storeChecks } from '../../src/cli/doctor/doctor-store.js';
import { readSettings, type Settings } from '../../src/config/settings.js';
import { anchorPlace } from '../../src/documents/index.js';
import { FileDamaged, FileStoreAway } from '../../src/platform/files/file-errors.js';
import type { FileStore } from '../../src/platform/files/file-store.js';
import { openFileStore } from '../../src/platform/files/open-file-store.js';
import { examineBucket } from '../../src/platform/files/s3/examine-bucket.js';
import { S3Bucket } from '../../src/platform/files/s3/s3-bucket.js';
import { SHORT } from '../../src/platform/spool/spool.js';
import { storageIllnessOf } from '../../src/platform/health/storage-illness.js';
import { bytesFor } from '../support/chance.js';
import { ACCESS, BUCKET } from '../support/s3/moto.js';
import type { Fault } from '../support/s3/faulting-line.js';
import { motoBehindALine } from '../support/s3/moto-behind-a-line.js';

const CONTENT = Buffer.from('Kính gửi Sở Giáo dục và Đào tạo');
/** For an answer on a machine that is busy with other tests. */
const ENOUGH_MS = 1000;
const LINE = { region: 'us-east-1', accessKey: 'a', secretKey: 'b', caFile: undefined, timeoutMs: ENOUGH_MS };
const LONG = bytesFor('a long file', SHORT + 1);

describe('a store in a bucket, behind a line that fails', () => {
  const s3 = motoBehindALine();
  let prefix: string;
  /** Two machines: what the second reads the first has not kept for it. */
  let near: FileStore;
  let far: FileStore;

  beforeEach(() => {
    prefix = randomUUID();
    [near, far] = [storeOf('a'), storeOf('b')];
  });
  afterEach(() => {
    s3.line.heal();
    near.close();
    far.close();
  });

  const settingsOf = (machine: string, place: string): Pick<Settings, 'files'> => {
    const data = join(s3.directory, machine);
    const { files } = readSettings({
      HOI_AM_DATA: data,
      HOI_AM_FILES: place,
      FILES_ENDPOINT: s3.line.endpoint,
      ...ACCESS,
    });
    return { files: { ...files, s3: { ...files.s3, timeoutMs: ENOUGH_MS } } };
  };
  const storeOf = (machine: string, place = `s3://${BUCKET}/${prefix}`): FileStore =>
    openFileStore(settingsOf(machine, place).files);

  describe.each(['late', 'cut', 'wrong', 'html', 500, 503] satisfies Fault[])('that once answers: %s', (fault) => {
    it('still gives out a file', async () => {
      const sha256 = await near.put(CONTENT);
      s3.line.next('GET', fault);
      expect(await far.get(sha256)).toEqual(CONTENT);
      expect(await far.damaged()).toEqual([]);
    });

    it('still keeps what it is given', async () => {
      s3.line.next('PUT', fault);
      const sha256 = await near.put(CONTENT);
      expect(await far.get(sha256)).toEqual(CONTENT);
    });
  });

  it.each(['cut', 'wrong'] satisfies Fault[])('still gives out a long file when it once answers: %s', async (fault) => {
    const sha256 = await near.put(LONG);
    s3.line.next('GET', fault);
    expect((await (await far.held(sha256)).read()).equals(LONG)).toBe(true);
    expect(await far.damaged()).toEqual([]);
  });

  it.each(['late', 'cut', 500, 503, 403] satisfies Fault[])('says so where it goes on answering: %s', async (fault) => {
    const sha256 = await near.put(CONTENT);
    s3.line.next('GET', fault, 9);
    const told = await far.get(sha256).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(FileStoreAway);
    expect(String(told)).toContain(`GET ${sha256.slice(0, 2)}/${sha256}`);
    expect(storageIllnessOf(told)).toBe('files-away');
    s3.line.heal();
    expect([await far.get(sha256), await far.damaged()]).toEqual([CONTENT, []]);
  });

  it('gives a call up that goes on for ever', async () => {
    const sha256 = await near.put(CONTENT);
    s3.line.next('GET', 'drip', 3);
    await expect(far.get(sha256)).rejects.toThrow(/không trả lời xong trong \d+ giây/u);
  });

  it('takes for damaged what is twice the same wrong bytes, and gives them to nobody', async () => {
    const sha256 = await near.put(CONTENT);
    s3.line.next('GET', 'wrong', 2);
    await expect(far.get(sha256)).rejects.toThrow(FileDamaged);
    expect((await far.damaged()).map((one) => one.sha256)).toEqual([sha256]);
    await far.mended(sha256);
    expect([await far.get(sha256), await far.damaged()]).toEqual([CONTENT, []]);
  });

  it('takes for away what is wrong in one way and then in another', async () => {
    const sha256 = await near.put(CONTENT);
    s3.line.next('GET', 'wrong');
    s3.line.next('GET', 'otherwise');
    await expect(far.get(sha256)).rejects.toThrow('mỗi lần trả lời một khác');
    expect([await far.get(sha256), await far.damaged()]).toEqual([CONTENT, []]);
  });

  it('does not believe a store that thanks for a file and keeps none', async () => {
    s3.line.next('PUT', 'lost');
    await expect(near.put(CONTENT)).rejects.toThrow('nhận nhưng không giữ');
    expect(await far.get(await near.put(CONTENT))).toEqual(CONTENT);
  });

  it('tells a refused key from a lost file', async () => {
    s3.line.next('PUT', 403, 9);
    await expect(near.put(CONTENT)).rejects.toThrow(/AccessDenied \(403\)/u);
    const nowhere = storeOf('c', 's3://khong-co');
    await expect(nowhere.get('0'.repeat(64))).rejects.toThrow(/NoSuchBucket/u);
    await expect(nowhere.markIfGone('0'.repeat(64))).rejects.toThrow(/NoSuchBucket/u);
    nowhere.close();
  });

  it('finds out what a list still names and is gone, and reads what a list does not name yet', async () => {
    const [lost, kept] = [await near.put(Buffer.from('mất')), await near.put(Buffer.from('còn'))];
    expect(await names(far.list())).toEqual([kept, lost].sort());
    s3.line.freezeLists(true);
    await s3.moto.spoil(`${prefix}/${lost.slice(0, 2)}/${lost}`, null);
    const late = await near.put(Buffer.from('đến sau'));
    const found: Record<string, boolean> = {};
    for await (const { sha256, isWhole } of far.check()) found[sha256] = isWhole;
    expect(found).toEqual({ [kept]: true, [lost]: false });
    expect(String(await far.get(late))).toBe('đến sau');
    s3.line.freezeLists(false);
    expect((await far.damaged()).map((one) => one.sha256)).toEqual([lost]);
  });

  it('is examined by its answers', async () => {
    const bucket = new S3Bucket({ ...LINE, endpoint: s3.line.endpoint }, { bucket: BUCKET, prefix: `${prefix}/` });
    expect(await examineBucket(bucket)).toBeNull();
    s3.line.next('PUT', 'lost', 9);
    expect(await examineBucket(bucket)).toBe('overwrites');
    s3.line.heal();
    s3.line.next('PUT', 403, 9);
    expect(await examineBucket(bucket)).toEqual({ away: expect.stringContaining('AccessDenied (403)') as string });
    bucket.close();
    s3.line.next('PUT', 403, 9);
    const [check] = await storeChecks(settingsOf('d', `s3://${BUCKET}/${prefix}`));
    expect(check).toMatchObject({
      check: 'files-store',
      ok: false,
      message: expect.stringContaining('AccessDenied') as string,
    });
    s3.line.heal();
    expect(await storeChecks(settingsOf('d', `s3://${BUCKET}/${prefix}`))).toMatchObject([{ ok: true }]);
    expect(await storeChecks(readSettings({}))).toEqual([]);
  });

  it('keeps anchors, adds the same again, and overwrites none', async () => {
    const place = anchorPlace(
      readSettings({ HOI_AM_ANCHORS: `s3://${BUCKET}/${prefix}`, FILES_ENDPOINT: s3.line.endpoint, ...ACCESS }),
    );
    expect([await place.names(), await place.newestAt()]).toEqual([[], null]);
    expect(await place.add('moc-1.json', '{"a":1}')).toBe(`s3://${BUCKET}/${prefix}/moc-1.json`);
    await place.add('moc-1.json', '{"a":1}');
    await expect(place.add('moc-1.json', '{"a":2}')).rejects.toThrow('EEXIST');
    expect([await place.names(), await place.read('moc-1.json')]).toEqual([['moc-1.json'], '{"a":1}']);
    expect(await place.newestAt()).toBeInstanceOf(Date);
    expect(await place.mayAdd()).toEqual({ isThere: true, isWritable: true });
    place.close();
  });

  it('does not take files further below for anchors', async () => {
    await near.put(CONTENT);
    const place = anchorPlace(
      readSettings({ HOI_AM_ANCHORS: `s3://${BUCKET}/${prefix}`, FILES_ENDPOINT: s3.line.endpoint, ...ACCESS }),
    );
    expect([await place.names(), await place.newestAt()]).toEqual([[], null]);
    place.close();
  });

  it('asks the store once for what is read often, and still hashes it', async () => {
    const sha256 = await near.put(CONTENT);
    const before = s3.line.asked.length;
    for (let time = 0; time < 5; time += 1) expect(await far.get(sha256)).toEqual(CONTENT);
    expect(s3.line.asked.slice(before)).toHaveLength(1);
    expect(await readdir(join(s3.directory, 'b', 'tep-dem', sha256.slice(0, 2)))).toEqual([sha256]);
  });
});

async function names(listed: AsyncIterable<{ readonly sha256: string }>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { sha256 } of listed) found.push(sha256);
  return found.sort();
}
