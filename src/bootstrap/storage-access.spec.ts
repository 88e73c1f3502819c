import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFilesToOwner, requireClosedFolders, requireWritable } from './storage-access.js';

const NOBODY = 65_534;

function messageOf(act: () => void): string {
  try {
    act();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Root may write everywhere, so that what is refused to an ordinary account is tried as one. */
function asOrdinaryAccount<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(NOBODY);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
  }
}

describe('what lies on the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-quyen-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made for its owner alone', () => {
    const before = keepFilesToOwner();
    mkdirSync(join(folder, 'moi'));
    writeFileSync(join(folder, 'moi', 'tep'), 'x');
    process.umask(before);
    expect([join(folder, 'moi'), join(folder, 'moi', 'tep')].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o700, 0o600,
    ]);
  });

  it.each([
    [0o700, ''],
    [0o755, '0755'],
    [0o750, '0750'],
    [0o701, '0701'],
    [0o2770, '2770'],
  ])('keeps the start from a data folder of mode %o unless it is closed', (mode, said) => {
    const data = join(folder, 'du-lieu');
    mkdirSync(data, { recursive: true });
    chmodSync(data, mode);
    const settings = { dataDirectory: data, databaseUrl: `sqlite:${join(data, 'hoi-am.db')}` };
    const sentence = `Thư mục ${data} mở cho tài khoản khác trên máy (quyền ${said}), trong đó có thông tin của người dân: chạy "chmod 700 ${data}" rồi khởi động lại.`;
    expect(messageOf(() => requireClosedFolders(settings))).toBe(said === '' ? '' : sentence);
  });

  it('keeps the start from an open folder of the database, where that is another one', () => {
    const [data, other] = [join(folder, 'kin'), join(folder, 'ho')];
    for (const path of [data, other]) mkdirSync(path);
    chmodSync(data, 0o700);
    chmodSync(other, 0o755);
    const databaseUrl = `sqlite:${join(other, 'hoi-am.db')}`;
    expect(messageOf(() => requireClosedFolders({ dataDirectory: data, databaseUrl }))).toContain(
      `Thư mục ${other} mở`,
    );
    const missing = { dataDirectory: join(folder, 'chua-co'), databaseUrl: 'mssql://a:b@may/x' };
    expect(messageOf(() => requireClosedFolders(missing))).toBe('');
  });

  describe('as a database that cannot be written', () => {
    const place = join(folder, 'csdl');
    const file = join(place, 'hoi-am.db');
    beforeAll(() => {
      chmodSync(folder, 0o755);
      mkdirSync(place);
      writeFileSync(file, '');
      chmodSync(file, 0o444);
      if (process.geteuid?.() === 0) for (const path of [place, file]) chownSync(path, NOBODY, NOBODY);
    });

    it('is named with its mode and the command that mends it', () => {
      const said = asOrdinaryAccount(() => messageOf(() => requireWritable(`sqlite:${file}`)));
      expect(said).toMatch(
        /^Tệp cơ sở dữ liệu \S+hoi-am\.db không ghi được: thuộc tài khoản số (\d+), quyền 0444, còn phần mềm chạy bằng tài khoản số \1; chạy "chmod u\+w \S+hoi-am\.db", hoặc xem ổ đĩa có đang chỉ cho đọc không\.$/u,
      );
    });

    it('is named with whose it is, where it is another account’s', () => {
      if (process.geteuid?.() !== 0) return;
      chownSync(file, 0, 0);
      const said = asOrdinaryAccount(() => messageOf(() => requireWritable(`sqlite:${file}`)));
      expect(said).toBe(
        `Tệp cơ sở dữ liệu ${file} không ghi được: thuộc tài khoản số 0, quyền 0444, còn phần mềm chạy bằng tài khoản số 65534; quản trị máy chạy "chown 65534 ${file}", hoặc chạy phần mềm bằng đúng tài khoản ấy.`,
      );
    });

    it('is none where it is missing, or stands on a server', () => {
      expect(messageOf(() => requireWritable(`sqlite:${join(folder, 'chua-co', 'x.db')}`))).toBe('');
      expect(messageOf(() => requireWritable('mssql://a:b@may/x'))).toBe('');
    });
  });
});
