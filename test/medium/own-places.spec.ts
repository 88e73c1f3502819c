import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireOwnPlaces, strangePlaces } from '../../src/bootstrap/own-places.js';
import type { FilesPlace } from '../../src/config/file-settings.js';
import { readSettings, type Settings } from '../../src/config/settings.js';
import { atAnchors } from '../../src/documents/index.js';
import { markAsOwn, OWNER_FILE, ownerOf } from '../../src/platform/files/owner-mark.js';
import { ACCESS, BUCKET } from '../support/s3/moto.js';
import { motoBehindALine } from '../support/s3/moto-behind-a-line.js';

describe('places of files and anchors that several installations could be told', () => {
  const s3 = motoBehindALine();

  const settingsOf = (key: string, agency: string, place: Readonly<Record<string, string>>): Settings =>
    readSettings({
      ...{
        HOI_AM_DATA: join(s3.directory, key),
        FILES_ENDPOINT: s3.line.endpoint,
        FILES_TIMEOUT_SECONDS: '1',
        ...ACCESS,
      },
      ...{ ANCHOR_KEY: `khóa ký mốc của một bản cài đặt: ${key}`, AGENCY_CODE: agency, ...place },
    });

  it.each([
    ['a prefix of a bucket', 'HOI_AM_FILES', () => Promise.resolve(`s3://${BUCKET}/chung`)],
    ['a prefix for anchors', 'HOI_AM_ANCHORS', () => Promise.resolve(`s3://${BUCKET}/moc-chung`)],
    ['a folder for anchors', 'HOI_AM_ANCHORS', () => madeFolder('moc')],
    ['a folder of files', 'HOI_AM_FILES', () => madeFolder('tep')],
  ])(
    '%s belongs to the first that starts there, on all its machines, and another is refused',
    async (_what, variable, at) => {
      const place = { [variable]: await at() };
      const first = settingsOf('một', '000.00.03.H24', place);
      const other = settingsOf('hai', '000.00.03.H31', place);
      await requireOwnPlaces(first);
      await requireOwnPlaces(
        settingsOf('một', '000.00.03.H24', { ...place, HOI_AM_DATA: join(s3.directory, 'máy thứ hai') }),
      );
      await expect(requireOwnPlaces(other)).rejects.toThrow(
        new RegExp(`^Biến ${variable}: .*bản cài đặt khác dùng \\(cơ quan 000\\.00\\.03\\.H24\\).*Đặt nơi khác`, 'u'),
      );
      expect(await strangePlaces(first)).toEqual([]);
      expect(await strangePlaces(other)).toEqual([expect.objectContaining({ check: 'own-places', ok: false })]);
    },
  );

  it('are not marked inside the data of one, and a store that is away stops no start', async () => {
    const own = settingsOf('ba', '000.00.03.H24', {});
    await requireOwnPlaces(own);
    await expect(readdir(own.dataDirectory)).rejects.toThrow('ENOENT');
    const away = settingsOf('ba', '000.00.03.H24', {
      HOI_AM_FILES: `s3://${BUCKET}/xa`,
      FILES_ENDPOINT: 'http://127.0.0.1:1',
    });
    await requireOwnPlaces(away);
    expect(await strangePlaces(away)).toEqual([]);
  });

  it('hold no anchor by their mark alone', async () => {
    const settings = settingsOf('bốn', '000.00.03.H24', { HOI_AM_ANCHORS: await madeFolder('moc-trong') });
    await requireOwnPlaces(settings);
    expect(await atAnchors(settings, (place) => place.newestAt())).toBeNull();
  });

  describe('in a folder on a disk without links', () => {
    const noLinks = (): Promise<never> => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' }));
    const first = { agency: '000.00.03.H24', installation: 'một' };
    const other = { agency: '000.00.03.H31', installation: 'hai' };
    const { files } = readSettings({});

    it('belong to one of two that start at once', async () => {
      const directory = await madeFolder('khong-lien-ket');
      const place: FilesPlace = { kind: 'folder', directory, isOwn: false };
      await Promise.all([first, other].map((own) => markAsOwn(files, place, own, noLinks)));
      const mark = await ownerOf(files, place, first);
      expect([first, other]).toContainEqual(mark);
      expect(await ownerOf(files, place, other)).toEqual(mark);
      expect(await readdir(directory)).toEqual([OWNER_FILE]);
    });

    it.each([
      ['empty', 0, first],
      ['half', 20, first],
      ['half, and does not open the place to another', 25, other],
    ])('are marked in the end where a start that was killed left its mark %s', async (_what, length, next) => {
      const directory = await madeFolder(`do-dang-${String(length)}`);
      const place: FilesPlace = { kind: 'folder', directory, isOwn: false };
      await writeFile(join(directory, OWNER_FILE), `${JSON.stringify(first)}\n`.slice(0, length));
      await markAsOwn(files, place, next, noLinks);
      expect(await ownerOf(files, place, other)).toEqual(next === first ? first : { agency: '?', installation: '' });
      await markAsOwn(files, place, first, noLinks);
      expect(JSON.parse(await readFile(join(directory, OWNER_FILE), 'utf8'))).toEqual(first);
    });
  });

  async function madeFolder(name: string): Promise<string> {
    const folder = join(s3.directory, name);
    await mkdir(folder, { recursive: true });
    return folder;
  }
});
