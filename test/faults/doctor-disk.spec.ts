import { chmod, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AskedDoctor, wrongBy } from '../support/asked-doctor.js';
import { authorityUntil } from '../support/test-authority/authority-until.js';
import { fill, mountSmall, run, unmount } from './support/tools.js';

const MEGABYTES = 16;

/** Mistakes of a disk, planted by mounting one: as root. The others are in test/e2e/doctor-mistakes.spec.ts. */
describe('the doctor names', () => {
  let doctor: AskedDoctor;
  let folder: string;
  let there: Readonly<Record<string, string>>;
  beforeAll(async () => {
    doctor = await AskedDoctor.prepare(authorityUntil(new Date('2049-01-01T00:00:00Z')));
    folder = join(doctor.folder, 'o-dia');
    await mkdir(folder);
    mountSmall(folder, MEGABYTES);
    await chmod(folder, 0o700);
    await cp(join(doctor.folder, 'du-lieu', 'hoi-am.db'), join(folder, 'hoi-am.db'));
    there = { HOI_AM_DATA: folder, DATABASE_URL: `sqlite:${join(folder, 'hoi-am.db')}` };
  });
  afterAll(async () => {
    unmount(folder);
    await doctor.close();
  });

  it('a full disk', async () => {
    const free = fill(folder);
    const said = await doctor.ask(there);
    free();
    expect(wrongBy('write-data', said)).toEqual([expect.stringMatching(/đã đầy.*mở rộng ổ đĩa ngay/u)]);
    expect(wrongBy('disk-data', said)).toEqual([expect.stringMatching(/còn 0 MB.*mở rộng ổ đĩa ngay/u)]);
  });

  it('a data folder that can only be read, and goes on to the rest', async () => {
    run('mount', ['-o', 'remount,ro', folder], 'mount');
    const said = await doctor.ask(there);
    expect(wrongBy('write-data', said)).toEqual([expect.stringMatching(/Không ghi được vào .*chỉ đọc/u)]);
    expect(said.checks.map(({ check }) => check)).toEqual(expect.arrayContaining(['e-office', 'port', 'antivirus']));
  });
});
