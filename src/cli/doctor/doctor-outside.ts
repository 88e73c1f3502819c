import type { VirusScanner } from '../../files/ports/virus-scanner.port.js';
import { civilDateOf, DAY_MS } from '../../kernel/civil-date.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import type { StaffSource } from '../../organisation/ports/staff-source.port.js';
import { ill, well, type DoctorCheck } from './doctor-check.js';

/** What stands outside and is asked by the app, for the doctor to try. */
export interface Outside {
  readonly staff: StaffSource;
  /** The last moment of the certificate that the directory shows. @throws OutsideUnavailable · OutsideRefused */
  readonly certificateEnds: () => Promise<Date>;
  readonly scanner: VirusScanner;
  readonly now: Date;
}

/** Time to have a certificate issued by an authority of the state. */
const CERTIFICATE_WARNING_DAYS = 30;
/** New signatures come several times a day. */
const KNOWLEDGE_DAYS = 7;

/** Tries the directory of people and the virus scanner, as the app would. What is not set up is well. */
export async function outsideChecks(outside: Outside): Promise<readonly DoctorCheck[]> {
  return [...(await directoryChecks(outside)), await scannerCheck(outside)];
}

/** The directory of people alone. */
export async function directoryChecks(outside: Outside): Promise<readonly DoctorCheck[]> {
  if (!outside.staff.isOn) return [well('directory', 'Chưa nối thư mục người dùng (LDAP_URL).')];
  const certificate = await certificateCheck(outside);
  return certificate.ok ? [certificate, await peopleCheck(outside)] : [certificate];
}

async function certificateCheck({ staff, certificateEnds, now }: Outside): Promise<DoctorCheck> {
  const check = 'directory-certificate';
  try {
    const end = await certificateEnds();
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
    const message = `Chứng thư của thư mục ${staff.place} còn ${String(days)} ngày, tới ${dayOf(end)}.`;
    return days > CERTIFICATE_WARNING_DAYS
      ? well(check, message)
      : ill(check, message, 'Xin cấp và cài chứng thư mới trên máy thư mục; hết hạn thì không ai đăng nhập được.');
  } catch (error) {
    return ill(
      check,
      `Không nối được ${staff.place}: ${whyOf(error)}`,
      'Xem LDAP_URL (tên máy phải có trong chứng thư), LDAP_CA, và máy thư mục có chạy không.',
    );
  }
}

/** Asks for everybody as a synchronisation does, and keeps nobody. */
async function peopleCheck({ staff }: Outside): Promise<DoctorCheck> {
  const check = 'directory-people';
  try {
    const { people } = await staff.readAll({ attributes: [], onPage: () => Promise.resolve() });
    return people.length > 0
      ? well(check, `Thư mục nhận tài khoản của phần mềm và có ${String(people.length)} người.`)
      : ill(check, 'Thư mục không có người nào ở nơi đã khai.', 'Xem LDAP_BASE và LDAP_PEOPLE_FILTER.');
  } catch (error) {
    return ill(
      check,
      `Không đọc được người trong thư mục: ${whyOf(error)}`,
      'Xem LDAP_BIND_DN, LDAP_BIND_PASSWORD, LDAP_BASE và quyền đọc của tài khoản ấy.',
    );
  }
}

async function scannerCheck({ scanner, now }: Outside): Promise<DoctorCheck> {
  const check = 'antivirus';
  if (!scanner.isOn) return well(check, 'Chưa nối máy quét mã độc (CLAMD_ADDRESS).');
  try {
    const { version, knowledgeOf } = await scanner.about();
    if (knowledgeOf === null)
      return ill(check, `Máy quét mã độc ${version} không có dữ liệu mẫu của ClamAV.`, 'Chạy freshclam.');
    const message = `Máy quét mã độc ${version}, dữ liệu mẫu ngày ${dayOf(knowledgeOf)}.`;
    return now.getTime() - knowledgeOf.getTime() <= KNOWLEDGE_DAYS * DAY_MS
      ? well(check, message)
      : ill(check, message, 'Dữ liệu mẫu đã cũ: xem clamav-freshclam có chạy và ra mạng được không.');
  } catch {
    return ill(
      check,
      'Máy quét mã độc không trả lời.',
      'Xem clamav-daemon có chạy không, CLAMD_ADDRESS, và quyền mở socket của tài khoản chạy phần mềm.',
    );
  }
}

function whyOf(error: unknown): string {
  if (error instanceof OutsideRefused) return withoutEnding(error.reason);
  if (error instanceof OutsideUnavailable) return withoutEnding(error.options.reason ?? 'không trả lời.');
  throw error;
}

/** What a synchronisation adds, which changes something. */
function withoutEnding(reason: string): string {
  return reason.replace(/ Chưa đổi gì\.$/u, '');
}

function dayOf(moment: Date): string {
  return civilDateOf(moment).split('-').reverse().join('/');
}
