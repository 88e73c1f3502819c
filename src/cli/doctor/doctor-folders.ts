import { basename } from 'node:path';
import { ill, well, type DoctorCheck } from './doctor-check.js';

/** How the folders lie in which citizens' words are. */
export interface FolderFacts {
  /** Which are open to others, each a Vietnamese sentence with what closes it. */
  readonly open: readonly string[];
  readonly data: {
    readonly path: string;
    /** The account that it belongs to, by number; null where it is not there, or the system knows no such numbers. */
    readonly owner: number | null;
    /** What lies in it and belongs to another account, as left by a command that root ran. */
    readonly strange: readonly string[];
  };
  /** The account that runs this; null where the system knows no such numbers. */
  readonly own: number | null;
}

const ROOT = 0;
/** Root's on each file system of its own. */
const OF_FILE_SYSTEM = 'lost+found';

/** Whether the folders are closed to others, and all belongs to the account that runs the app. */
export function folderChecks({ open, data: { path, owner, strange }, own }: FolderFacts): readonly DoctorCheck[] {
  const check = 'folders';
  const wrong = open.map((words) => ill(check, words, ''));
  if (owner !== null && own !== null && own !== ROOT && own !== owner)
    wrong.push(
      ill(
        check,
        `Thư mục ${path} thuộc tài khoản số ${String(owner)}, còn lệnh này chạy bằng tài khoản số ${String(own)}.`,
        `Chạy lệnh bằng tài khoản của phần mềm; nếu chính phần mềm chạy bằng tài khoản số ${String(own)} thì quản trị máy chạy "chown -R ${String(own)} ${path}".`,
      ),
    );
  const left = strange.filter((one) => basename(one) !== OF_FILE_SYSTEM);
  if (owner !== null && left.length > 0)
    wrong.push(
      ill(
        check,
        `Trong ${path} có thứ thuộc tài khoản khác (thường do chạy lệnh bằng root): ${left.join(', ')}.`,
        `Quản trị máy chạy "chown -R ${String(owner)} ${path}".`,
      ),
    );
  return wrong.length > 0 ? wrong : [well(check, `Chỉ tài khoản chạy phần mềm mở được ${path}.`)];
}
