import { isBackupOld, isUnopened, isUnrehearsed, type Rehearsal } from '../../backup/domain/nightly.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import { spaceLevel, type DiskSpace } from '../../platform/health/disk-space.js';
import { ill, well, type DoctorCheck } from './doctor-check.js';

/** How the installation backs itself up. */
export interface BackupFacts {
  readonly production: boolean;
  readonly now: Date;
  /** Null where it does not. */
  readonly target: {
    readonly folder: string;
    /** Null where there is no such folder. */
    readonly room: DiskSpace | null;
    /** Whether it is on the disk of the data, as an empty mount point is. */
    readonly isBesideData: boolean;
    readonly newest: Date | null;
    readonly rehearsal: Rehearsal | null;
    /** What the next backup takes at least. */
    readonly nextBytes: number;
    readonly seal: {
      /** For how many keys backups are encrypted; 0: they are not. */
      readonly recipients: number;
      /** Whether files that are not encrypted lie in the folder. */
      readonly hasClear: boolean;
      /** Files with a secret key for them on this machine or beside the backups. */
      readonly identities: readonly string[];
    };
  } | null;
}

const MEBIBYTE = 2 ** 20;
const SET_UP =
  'Đặt HOI_AM_BACKUPS là một thư mục có sẵn trên ổ gắn từ máy khác, rồi khởi động lại (mục “Sao lưu” của docs/operations/production.md).';

/** Whether there is a backup of the last day and a half, on a disk of its own, and room for the next. */
export function backupChecks(facts: BackupFacts): readonly DoctorCheck[] {
  const check = 'backup';
  const { target, production } = facts;
  const none = 'Chưa đặt HOI_AM_BACKUPS: phần mềm không tự sao lưu.';
  if (target === null) return [production ? ill(check, none, SET_UP) : well(check, none)];
  const { folder, room } = target;
  if (room === null)
    return [
      ill(
        check,
        `Không có thư mục ${folder} (HOI_AM_BACKUPS).`,
        'Gắn lại ổ đĩa ấy, hoặc tạo thư mục trên đó và giao cho tài khoản chạy phần mềm.',
      ),
    ];
  return [
    ageCheck(target, facts.now),
    rehearsalCheck(target, facts.now),
    ...sealChecks(target, facts.now),
    ...placeChecks({ ...target, room, production }),
  ];
}

function ageCheck({ folder, newest }: NonNullable<BackupFacts['target']>, now: Date): DoctorCheck {
  const check = 'backup';
  const mend = `Chạy hoi-am backup --out ${folder} để thấy lý do; xem ổ đĩa ấy có gắn, còn chỗ và ghi được không.`;
  if (newest === null) return ill(check, `Chưa có bản sao lưu nào trong ${folder}.`, mend);
  const message = `Bản sao lưu mới nhất trong ${folder}: ${isoInVietnam(newest)}.`;
  return isBackupOld(now, newest) ? ill(check, `${message} Đã quá một ngày rưỡi.`, mend) : well(check, message);
}

/** A night is too early to ask for a rehearsal: it follows the first backup. */
function rehearsalCheck({ folder, newest, rehearsal }: NonNullable<BackupFacts['target']>, now: Date): DoctorCheck {
  const check = 'backup-rehearsal';
  const mend = `Chạy hoi-am restore --from ${folder} --rehearse để thấy điều chưa đạt.`;
  if (rehearsal === null && (newest === null || !isBackupOld(now, newest)))
    return well(check, 'Diễn tập phục hồi đầu tiên chạy sau bản sao lưu đầu tiên.');
  const message =
    rehearsal === null
      ? 'Chưa diễn tập phục hồi lần nào.'
      : `Diễn tập phục hồi gần nhất: ${isoInVietnam(rehearsal.at)}, ${rehearsal.passed ? 'đạt' : 'chưa đạt'}.`;
  return isUnrehearsed(now, rehearsal) ? ill(check, message, mend) : well(check, message);
}

/** Whether a thief of the backups could read them, and whether the holders of the keys still can. */
function sealChecks(
  { folder, newest, rehearsal, seal }: NonNullable<BackupFacts['target']>,
  now: Date,
): readonly DoctorCheck[] {
  const check = 'backup-encryption';
  const { recipients, hasClear, identities } = seal;
  if (recipients === 0)
    return [
      well(
        check,
        'Bản sao lưu không mã hóa: ai lấy được thư mục ấy thì đọc được dữ liệu người dân. Ổ ấy chưa mã hóa thì đặt BACKUP_RECIPIENTS.',
      ),
    ];
  const found = `Bản sao lưu được mã hóa cho ${String(recipients)} khóa.`;
  const old = hasClear ? ` Bản cũ chưa mã hóa còn trong ${folder}, hết dần theo HOI_AM_BACKUPS_KEPT.` : '';
  const wrong = identities.map((path) =>
    ill(
      check,
      `Khóa riêng mở bản sao lưu nằm ở ${path}.`,
      'Chép tệp ấy ra hai nơi ngoài máy này và ngoài nơi sao lưu, rồi xóa nó ở đây.',
    ),
  );
  const untried =
    newest !== null && isUnopened(now, rehearsal)
      ? [
          ill(
            check,
            `${found} Nửa năm qua chưa ai mở thử bằng khóa riêng: không biết khóa còn và còn đúng không.`,
            `Người giữ khóa mang tệp khóa tới, chạy hoi-am restore --from ${folder} --rehearse --identity TỆP, rồi mang đi.`,
          ),
        ]
      : [];
  const all = [...wrong, ...untried];
  return all.length > 0 ? all : [well(check, `${found}${old}`)];
}

function placeChecks({
  folder,
  room,
  isBesideData,
  nextBytes,
  production,
}: Pick<NonNullable<BackupFacts['target']>, 'folder' | 'isBesideData' | 'nextBytes'> & {
  readonly room: DiskSpace;
  readonly production: boolean;
}): readonly DoctorCheck[] {
  const check = 'backup-place';
  const left = `${Math.floor(room.free / MEBIBYTE).toLocaleString('vi-VN')} MB`;
  const isTight = spaceLevel({ ...room, free: room.free - nextBytes }) === 'scarce';
  const wrong = [
    ...(isTight
      ? [
          ill(
            check,
            `Ổ đĩa của ${folder} còn ${left}, không đủ cho bản sao lưu tiếp theo.`,
            'Dọn hoặc mở rộng ổ ấy, hoặc giảm HOI_AM_BACKUPS_KEPT.',
          ),
        ]
      : []),
    ...(production && isBesideData
      ? [
          ill(
            check,
            `${folder} nằm trên chính ổ đĩa của dữ liệu: hỏng ổ đĩa là mất cả bản sao lưu.`,
            'Có thể ổ gắn từ máy khác đang chưa được gắn: gắn lại, rồi dời các bản đã ghi nhầm sang đó.',
          ),
        ]
      : []),
  ];
  return wrong.length > 0 ? wrong : [well(check, `Ổ đĩa của ${folder} còn ${left}.`)];
}
