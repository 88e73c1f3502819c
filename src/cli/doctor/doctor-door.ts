import { ofCode } from './connection-words.js';
import { DAY_MS } from '../../kernel/civil-date.js';
import { ill, well, type DoctorCheck } from './doctor-check.js';

/** What was found behind an address. */
export type DoorAnswer =
  /** `calledAt`: how the app was called by what stands before it. `certificateEnd`: null where there was no TLS. */
  | { readonly kind: 'ours'; readonly calledAt: string; readonly certificateEnd: Date | null }
  | { readonly kind: 'other'; readonly status: number }
  | { readonly kind: 'away'; readonly why: string };

/** How the app is reached: on this machine, and where people open it. */
export interface DoorDoors {
  readonly now: Date;
  /** `127.0.0.1:8022` */
  readonly port: string;
  readonly publicUrl: string;
  readonly isPublic: boolean;
  readonly here: () => Promise<DoorAnswer>;
  readonly outside: () => Promise<DoorAnswer>;
}

const CERTIFICATE_DAYS = 30;
const REFUSED = 'ECONNREFUSED';

/** Whether the port is ours, and whether people reach the app through what stands before it. */
export async function doorChecks(doors: DoorDoors): Promise<readonly DoctorCheck[]> {
  const here = await doors.here();
  const check = portCheck(here, doors.port);
  if (!doors.isPublic) return [check, well('public-url', 'Chưa đặt HOI_AM_PUBLIC_URL.')];
  const outside = await doors.outside();
  if (outside.kind !== 'ours' && here.kind === 'away')
    return [check, well('public-url', `Chưa thử được ${doors.publicUrl}: phần mềm chưa chạy trên máy này.`)];
  return [check, ...publicChecks(outside, doors)];
}

function portCheck(here: DoorAnswer, port: string): DoctorCheck {
  const check = 'port';
  if (here.kind === 'ours') return well(check, `Phần mềm đang phục vụ ở ${port}.`);
  if (here.kind === 'away' && here.why === REFUSED)
    return well(check, `Phần mềm chưa chạy trên máy này; cổng ${port} còn trống.`);
  return ill(
    check,
    `Chương trình khác đang giữ cổng ${port}, hoặc phần mềm ở đó không trả lời.`,
    `Xem "ss -ltnp" để biết là chương trình nào; dừng nó, hoặc đổi HOI_AM_PORT cùng địa chỉ trong máy chủ ngược.`,
  );
}

function publicChecks(answer: DoorAnswer, { publicUrl, now }: DoorDoors): readonly DoctorCheck[] {
  const check = 'public-url';
  if (answer.kind === 'away')
    return [ill(check, `Từ máy này không mở được ${publicUrl}: ${awayWords(answer.why)}`, mendOf(answer.why))];
  if (answer.kind === 'other')
    return [
      ill(
        check,
        `Ở ${publicUrl} không phải phần mềm này trả lời (mã ${String(answer.status)}).`,
        'Xem HOI_AM_PUBLIC_URL, và máy chủ ngược có chuyển mọi đường dẫn tới đúng cổng của phần mềm không.',
      ),
    ];
  const proxy = proxyChecks(answer.calledAt, publicUrl);
  return [
    ...(proxy.length > 0 ? proxy : [well(check, `Mở được ${publicUrl}; máy chủ ngược chuyển đúng tên máy và https.`)]),
    ...(answer.certificateEnd === null ? [] : [certificateCheck(answer.certificateEnd, publicUrl, now)]),
  ];
}

/** What stands before the app must tell it how it was called itself. */
function proxyChecks(calledAt: string, publicUrl: string): readonly DoctorCheck[] {
  const check = 'proxy';
  const [seen, wanted] = [URL.parse(calledAt), URL.parse(publicUrl)];
  const wrong: DoctorCheck[] = [];
  if (seen?.protocol !== wanted?.protocol)
    wrong.push(
      ill(
        check,
        'Phần mềm thấy mọi lượt gọi là http: máy chủ ngược không gửi X-Forwarded-Proto, hoặc địa chỉ của nó không có trong HOI_AM_PROXIES. Không ai đăng nhập được.',
        'Với nginx: "proxy_set_header X-Forwarded-Proto https;" (xem trien-khai/hoi-am.nginx); đặt HOI_AM_PROXIES là địa chỉ của máy chủ ngược rồi khởi động lại.',
      ),
    );
  if (seen?.hostname !== wanted?.hostname)
    wrong.push(
      ill(
        check,
        `Máy chủ ngược đổi tên máy (Host) thành ${seen?.host ?? calledAt}.`,
        'Với nginx: "proxy_set_header Host $host;"; hoặc sửa HOI_AM_PUBLIC_URL cho đúng địa chỉ người dùng mở.',
      ),
    );
  return wrong;
}

function certificateCheck(end: Date, publicUrl: string, now: Date): DoctorCheck {
  const check = 'public-certificate';
  const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
  const message = `Chứng thư của ${publicUrl} còn ${String(days)} ngày.`;
  return days > CERTIFICATE_DAYS
    ? well(check, message)
    : ill(check, message, 'Xin cấp và cài chứng thư mới trên máy chủ ngược; hết hạn thì trình duyệt không cho mở.');
}

function awayWords(why: string): string {
  return ofCode(why)?.why ?? `lỗi ${why}.`;
}

function mendOf(why: string): string {
  return ofCode(why)?.isUntrusted === true
    ? 'Để máy chủ ngược gửi cả chứng thư trung gian; tổ chức chứng thực nội bộ thì cài chứng thư gốc vào máy này (update-ca-certificates).'
    : 'Xem HOI_AM_PUBLIC_URL, DNS, tường lửa, máy chủ ngược có chạy không và chứng thư của nó. Nếu chỉ riêng máy này không tới được, thêm tên ấy vào /etc/hosts.';
}
