import type { NamedCertificate } from '../../config/given-files.js';
import { shippedWords, type DayDifference } from '../../calendar/index.js';
import { civilDateOf, DAY_MS } from '../../kernel/civil-date.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { ill, well, type DoctorCheck } from './doctor-check.js';
import { unconnected } from './connection-words.js';
import { clockChecks, CLOCKS_TOGETHER, isOff, offWords, type ClockDoors } from './doctor-clocks.js';

/** Where journal and registers were last written down, outside of the database. */
export interface AnchorFacts {
  readonly folder: string;
  readonly isThere: boolean;
  readonly isWritable: boolean;
  readonly hasKey: boolean;
  /** When the newest readable anchor was written; null before there is one. */
  readonly newest: Date | null;
  /** Whether its key is the one that this installation signs with. */
  readonly isOurs: boolean;
  /** `stands`: the chains still hold what it saw · `takenBack`: they do not · `unknown`: the database could not be asked. */
  readonly chain: 'stands' | 'takenBack' | 'unknown';
  /** Whether anything was written down since. */
  readonly isBehind: boolean;
}

/** What the app needs of this machine and of those that it talks to. */
export interface WorksDoors extends ClockDoors {
  /**
   * A letter turned into a PDF, and its first page into a picture. @returns what failed, in Vietnamese; null when all went well. `kept`: why
   * LibreOffice could not be kept running for it, null where it could
   */
  readonly convert: () => Promise<{
    readonly pdf: string | null;
    readonly picture: boolean;
    readonly kept: string | null;
  }>;
  /** The family that stands in for a font on this machine; null where nobody can say. */
  readonly fontFor: (family: string) => Promise<string | null>;
  readonly anchors: () => Promise<AnchorFacts>;
  /** Null where none is set up. @throws OutsideUnavailable · OutsideRefused */
  readonly mail: (() => Promise<void>) | null;
  /** Its clock; null when it answers and has none. @throws OutsideUnavailable · OutsideRefused */
  readonly eOffice: () => Promise<Date | null>;
  /** What its web server takes for the time, also where it refuses us; null where it says nothing. */
  readonly eOfficeDate: () => Promise<Date | null>;
  /** What the calendar that ships with the app says differently from the one in force; null where there is no database yet. */
  readonly shippedDays: () => Promise<readonly DayDifference[] | null>;
  /** `flaws`: which of the files that the configuration names cannot be used, each a Vietnamese sentence. */
  readonly certificates: () => { readonly found: readonly NamedCertificate[]; readonly flaws: readonly string[] };
}

const LETTER_FONT = 'Times New Roman';
/** Their letters are as wide as those of Times New Roman. */
const ALIKE = /times new roman|liberation serif|tinos|termes/iu;
/** Anchors are written each hour. */
const ANCHOR_MS = 3 * 60 * 60_000;
const CERTIFICATE_DAYS = 30;

export async function worksChecks(doors: WorksDoors): Promise<readonly DoctorCheck[]> {
  const eOffice = await eOfficeChecks(doors);
  return [
    ...(await converterChecks(doors)),
    ...(await anchorChecks(doors)),
    ...(await clockChecks(doors)),
    ...eOffice,
    await mailCheck(doors),
    ...certificateChecks(doors),
    ...(await calendarChecks(doors)),
  ];
}

async function calendarChecks({ shippedDays }: WorksDoors): Promise<readonly DoctorCheck[]> {
  const check = 'calendar';
  const days = await shippedDays();
  if (days === null) return [];
  return days.length === 0
    ? [well(check, 'Lịch làm việc có đủ các ngày nghỉ, làm bù của lịch đi kèm phần mềm.')]
    : [ill(check, shippedWords(days), 'Xem từng phiếu đổi hạn rồi áp dụng ở trang Lịch làm việc (/lich-lam-viec).')];
}

async function converterChecks({ convert, fontFor }: WorksDoors): Promise<readonly DoctorCheck[]> {
  const { pdf, picture, kept } = await convert();
  const font = await fontFor(LETTER_FONT);
  return [
    pdf === null
      ? well('converter', 'Dựng thử một công văn thành PDF được.')
      : ill(
          'converter',
          `Không dựng được PDF: ${pdf}`,
          'Cài libreoffice-writer-nogui, xem SOFFICE và quyền ghi vào HOI_AM_DATA.',
        ),
    ...(pdf === null ? [keptCheck(kept)] : []),
    picture
      ? well('page-pictures', 'Vẽ được trang PDF thành hình.')
      : ill('page-pictures', 'Không vẽ được trang PDF thành hình.', 'Cài poppler-utils, xem PDFTOPPM.'),
    fontCheck(font),
  ];
}

/** Pages are made without it too, each at several times the cost. */
function keptCheck(kept: string | null): DoctorCheck {
  const check = 'converter-kept';
  if (kept === null) return well(check, 'LibreOffice được giữ chạy sẵn giữa các công văn.');
  const message = `Không giữ được LibreOffice chạy sẵn (${kept}): mỗi trang công văn tốn thời gian máy gấp nhiều lần.`;
  return ill(
    check,
    message,
    'Cài python3-uno rồi khởi động lại phần mềm; đã có thì xem SOFFICE và bộ nhớ còn trống của máy.',
  );
}

function fontCheck(font: string | null): DoctorCheck {
  const check = 'fonts';
  if (font === null) return well(check, 'Chưa xem được phông: máy không có fc-match.');
  if (ALIKE.test(font)) return well(check, `Văn bản in bằng phông ${font}.`);
  const message =
    font === ''
      ? 'Máy không có phông nào thay được Times New Roman.'
      : `Máy thay Times New Roman bằng ${font}: dòng và trang sẽ xê dịch.`;
  return ill(check, message, 'Cài fonts-liberation.');
}

async function anchorChecks({ anchors, now }: WorksDoors): Promise<readonly DoctorCheck[]> {
  const facts = await anchors();
  const check = 'anchors';
  const problem = anchorProblem(facts, now);
  if (problem !== null) return [ill(check, ...problem)];
  const newest = facts.newest === null ? 'chưa có mốc nào' : `mốc mới nhất lúc ${facts.newest.toISOString()}`;
  return [well(check, `Thư mục mốc ${facts.folder}: ${newest}, nhật ký và sổ còn đúng như mốc.`)];
}

/** @returns what is wrong and what to do; the gravest first */
function anchorProblem(facts: AnchorFacts, now: Date): readonly [message: string, mend: string] | null {
  const { folder, newest } = facts;
  const isOld = newest !== null && facts.isBehind && now.getTime() - newest.getTime() > ANCHOR_MS;
  const problems: readonly (readonly [holds: boolean, message: string, mend: string])[] = [
    [!facts.isThere, `Không có thư mục mốc ${folder}.`, 'Gắn lại ổ đĩa của thư mục ấy, hoặc sửa HOI_AM_ANCHORS.'],
    [
      facts.chain === 'takenBack',
      `Nhật ký hoặc sổ không còn như mốc mới nhất trong ${folder}: cơ sở dữ liệu bị thay bằng bản cũ hoặc bị sửa.`,
      'Dừng cấp số, chạy hoi-am journal verify --anchor và hoi-am register check --anchor với thư mục ấy, xem đã phục hồi bản nào.',
    ],
    [
      newest !== null && !facts.hasKey,
      'Mất khóa ký mốc (HOI_AM_DATA/bi-mat/moc).',
      'Phục hồi thư mục bi-mat từ bản sao lưu; đừng để phần mềm tạo khóa mới.',
    ],
    [
      newest !== null && !facts.isOurs,
      'Mốc mới nhất được ký bằng một khóa khác.',
      'Phục hồi HOI_AM_DATA/bi-mat/moc từ bản sao lưu, và xem ai đã ghi mốc ấy.',
    ],
    [
      !facts.isWritable,
      `Không thêm được tệp vào thư mục mốc ${folder}.`,
      'Cho tài khoản chạy phần mềm quyền thêm tệp.',
    ],
    [
      isOld,
      `Mốc mới nhất trong ${folder} đã cũ (${newest?.toISOString() ?? ''}) dù nhật ký đã có dòng mới.`,
      'Xem tiến trình nền có chạy không, và job.failed của documents.anchor trong nhật ký vận hành.',
    ],
    [
      facts.chain === 'unknown',
      'Chưa so được mốc với cơ sở dữ liệu.',
      'Sửa cơ sở dữ liệu trước (xem các dòng trên), rồi chạy lại.',
    ],
  ];
  const [, ...told] = problems.find(([holds]) => holds) ?? [];
  return told.length === 2 ? told : null;
}

export async function eOfficeChecks({ eOffice, eOfficeDate, now }: WorksDoors): Promise<readonly DoctorCheck[]> {
  const check = 'e-office';
  try {
    const from = performance.now();
    const clock = (await eOffice()) ?? (await eOfficeDate());
    const answered = new Date(now.getTime() + performance.now() - from);
    if (clock !== null && isOff(clock, answered))
      return [
        ill(
          check,
          `Hệ thống quản lý văn bản trả lời, nhưng đồng hồ hai bên lệch ${offWords(clock, answered)}.`,
          CLOCKS_TOGETHER,
        ),
      ];
    const clocks = clock === null ? 'không cho biết giờ của nó' : 'đồng hồ hai bên khớp';
    return [well(check, `Hệ thống quản lý văn bản trả lời và nhận tài khoản của phần mềm; ${clocks}.`)];
  } catch (error) {
    return [await eOfficeFailure(error, { eOfficeDate, now })];
  }
}

/** A refusal may be of the account or of the clock: the peer's own date tells which. */
async function eOfficeFailure(
  error: unknown,
  { eOfficeDate, now }: Pick<WorksDoors, 'eOfficeDate' | 'now'>,
): Promise<DoctorCheck> {
  const check = 'e-office';
  const broken = unconnected(error);
  if (broken !== null)
    return ill(
      check,
      `Không nối được hệ thống quản lý văn bản: ${broken.why}`,
      broken.isUntrusted
        ? 'Đặt E_OFFICE_CA là tệp PEM chứng thư gốc của tổ chức đã cấp chứng thư ấy.'
        : 'Xem E_OFFICE_URL (tên máy phải có trong chứng thư, cổng), E_OFFICE_CA, đường mạng, và máy ấy có chạy không.',
    );
  const date = await eOfficeDate();
  if (date !== null && isOff(date, now))
    return ill(
      check,
      `Hệ thống quản lý văn bản từ chối, và đồng hồ hai bên lệch ${offWords(date, now)}: ${whyOf(error)}`,
      `${CLOCKS_TOGETHER} Vẫn bị từ chối thì xem E_OFFICE_USERNAME, E_OFFICE_PASSWORD.`,
    );
  return ill(
    check,
    `Hệ thống quản lý văn bản không trả lời được: ${whyOf(error)}`,
    'Xem E_OFFICE_USERNAME, E_OFFICE_PASSWORD, E_OFFICE_URL (đường dẫn), E_OFFICE_PROFILE.',
  );
}

const MAIL_MEND = 'Xem SMTP_URL (máy, cổng), đường mạng và máy chủ thư.';
const MAIL_MENDS: Readonly<Record<string, string>> = {
  ETLS: 'Dùng cổng có TLS (smtps://…:465, hoặc 587 có STARTTLS); chỉ trong mạng nội bộ mới đặt SMTP_REQUIRE_TLS=0.',
  EAUTH: 'Xem tài khoản, mật khẩu trong SMTP_URL; ký tự đặc biệt viết theo kiểu URL (# là %23).',
};
const MAIL_UNTRUSTED =
  'Chép chứng thư gốc của tổ chức ấy tới /usr/local/share/ca-certificates (đuôi .crt), chạy update-ca-certificates, rồi khởi động lại.';

export async function mailCheck({ mail }: WorksDoors): Promise<DoctorCheck> {
  const check = 'mail';
  if (mail === null) return well(check, 'Chưa nối máy chủ thư (SMTP_URL).');
  try {
    await mail();
    return well(check, 'Máy chủ thư trả lời và nhận tài khoản của phần mềm; chưa gửi thư nào.');
  } catch (error) {
    const broken = unconnected(error);
    if (broken?.isUntrusted === true) return ill(check, `Máy chủ thư không dùng được: ${broken.why}`, MAIL_UNTRUSTED);
    return ill(
      check,
      `Máy chủ thư không dùng được: ${broken === null ? '' : `${broken.why} `}${whyOf(error)}`,
      MAIL_MENDS[broken?.code ?? ''] ?? MAIL_MEND,
    );
  }
}

export function certificateChecks({ certificates, now }: WorksDoors): readonly DoctorCheck[] {
  const check = 'certificates';
  const { found, flaws } = certificates();
  const wrong = found.flatMap(({ variable, subject, end }) => {
    const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
    if (days > CERTIFICATE_DAYS) return [];
    const when = days < 0 ? `đã hết hạn ngày ${dayOf(end)}` : `còn ${String(days)} ngày, tới ${dayOf(end)}`;
    return [ill(check, `Chứng thư trong ${variable} (${subject}) ${when}.`, 'Xin cấp chứng thư mới và thay tệp.')];
  });
  const hidden = flaws.map((words) =>
    ill(check, words, 'Sửa đường dẫn trong .env hoặc thay tệp; còn như vậy thì phần mềm không khởi động.'),
  );
  if (wrong.length + hidden.length > 0) return [...wrong, ...hidden];
  if (found.length === 0) return [well(check, 'Cấu hình không nêu tệp chứng thư nào.')];
  return [
    well(check, `${String(found.length)} chứng thư trong cấu hình đều còn hạn trên ${String(CERTIFICATE_DAYS)} ngày.`),
  ];
}

function whyOf(error: unknown): string {
  if (error instanceof OutsideRefused) return error.reason;
  if (error instanceof OutsideUnavailable) return `${(error.options.reason ?? error.message).replace(/\.+$/u, '')}.`;
  return error instanceof Error ? error.message : 'không rõ.';
}

function dayOf(moment: Date): string {
  return civilDateOf(moment).split('-').reverse().join('/');
}
