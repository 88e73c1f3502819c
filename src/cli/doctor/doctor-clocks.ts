import { ill, well, type DoctorCheck } from './doctor-check.js';

/** What this machine says of time. */
export interface ClockDoors {
  readonly now: Date;
  /** Whether this machine's clock is synchronised; null where the system does not tell. */
  readonly isClockSynchronised: () => Promise<boolean | null>;
  /** The clock of a database server; null for an embedded one. */
  readonly databaseClock: () => Promise<Date | null>;
  readonly zone: ZoneFacts;
}

/** In which time zone this process stands. */
export interface ZoneFacts {
  /** What the variable TZ names; undefined where it is not set. */
  readonly asked: string | undefined;
  /** What that, or the machine, is taken for; undefined where nobody knows it. */
  readonly name: string | undefined;
  /** Minutes ahead of UTC. */
  readonly ahead: number;
  /** The same of Việt Nam, as this program knows it; null where it knows no such zone. */
  readonly vietnamAhead: number | null;
}

/** The e-office refuses calls over five minutes off. */
const CLOCK_MS = 60_000;
const VIETNAM_AHEAD = 420;
/** What an administrator does about clocks that go apart. */
export const CLOCKS_TOGETHER = 'Bật chrony hoặc systemd-timesyncd trên cả hai máy.';
const NTP =
  'Cài chrony (apt-get install chrony) và cho nó tới được máy chủ giờ của cơ quan; container thì chỉnh giờ ở máy chứa nó.';
const ZONE = 'Chạy "timedatectl set-timezone Asia/Ho_Chi_Minh" (hoặc đặt TZ=UTC), rồi khởi động lại phần mềm và cron.';

/** Whether clocks go together, and in which zone this machine reads its own. */
export async function clockChecks(doors: ClockDoors): Promise<readonly DoctorCheck[]> {
  return [await clockCheck(doors), zoneCheck(doors.zone)];
}

async function clockCheck({ now, databaseClock, isClockSynchronised }: ClockDoors): Promise<DoctorCheck> {
  const check = 'clock';
  const server = await databaseClock();
  if (server !== null && isOff(server, now))
    return ill(check, `Đồng hồ máy này lệch máy chủ cơ sở dữ liệu ${offWords(server, now)}.`, CLOCKS_TOGETHER);
  const isSynchronised = await isClockSynchronised();
  if (isSynchronised === false) return ill(check, 'Đồng hồ máy này không được chỉnh theo NTP.', NTP);
  const seen =
    isSynchronised === null ? 'Chưa xem được máy có chỉnh giờ theo NTP không' : 'Đồng hồ được chỉnh theo NTP';
  return well(check, `${seen}; bây giờ là ${now.toISOString()}.`);
}

/** Days and deadlines are counted in Việt Nam's time whatever the machine says; its own log and its cron are not. */
function zoneCheck({ asked, name, ahead, vietnamAhead }: ZoneFacts): DoctorCheck {
  const check = 'time-zone';
  if (vietnamAhead !== VIETNAM_AHEAD)
    return ill(
      check,
      'Node.js trên máy này thiếu dữ liệu múi giờ Asia/Ho_Chi_Minh.',
      'Cài Node.js bản đầy đủ (full-icu), bỏ tham số --icu-data-dir nếu có.',
    );
  if (name === undefined)
    return ill(check, `Không có múi giờ "${asked ?? ''}" (TZ), nên máy tính theo UTC.`, `Cài tzdata. ${ZONE}`);
  if (ahead !== 0 && ahead !== VIETNAM_AHEAD)
    return ill(check, `Múi giờ của máy là ${name}: nhật ký của máy và giờ chạy cron không theo giờ Việt Nam.`, ZONE);
  return well(check, `Múi giờ của máy: ${name}; thời hạn và ngày tháng luôn tính theo giờ Việt Nam.`);
}

/** So far apart that calls are refused before long. */
export function isOff(other: Date, own: Date): boolean {
  return Math.abs(other.getTime() - own.getTime()) > CLOCK_MS;
}

/** `600 giây` */
export function offWords(other: Date, own: Date): string {
  return `${String(Math.round(Math.abs(other.getTime() - own.getTime()) / 1000))} giây`;
}
