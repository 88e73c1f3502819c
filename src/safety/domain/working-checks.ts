import { DAY_MS } from '../../kernel/civil-date.js';
import { bad, good, judgedBy, weak, type Judged, type Rule, type SafetyCheck } from './safety-rule.js';
import type { WaitingFacts, WorkingFacts } from './working-facts.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A queue that moves empties sooner. */
const LATE_MS = 30 * MINUTE_MS;
/** The e-office is asked every minute, by standard, and each hour at least. */
const LOOK_LATE_MS = 2 * HOUR_MS;
/** From here on people feel it. */
const SLOW_LOOP_MS = 200;
const TIGHT_HEAP = 0.85;
const MEBIBYTE = 2 ** 20;
const CERTIFICATE_DAYS = 30;
const SEE_QUEUE = 'Xem trang “Trao đổi với bên ngoài” (/trao-doi).';
const TAKE_AWAY = 'Chép tệp khóa ra hai nơi ngoài máy này và ngoài nơi sao lưu, rồi xóa nó ở đây.';
const SEE_BACKUP = 'Chạy hoi-am doctor để thấy lý do; xem ổ sao lưu có gắn, còn chỗ và ghi được không.';

/** What is looked at, in the order of the page. */
const RULES: readonly Rule<WorkingFacts>[] = [
  {
    check: 'outbox',
    subject: 'Việc chờ gửi ra ngoài',
    judge: ({ outbox, now }) =>
      outbox.stopped > 0
        ? bad(`${waitingWords(outbox, now)} ${String(outbox.stopped)} việc đã dừng, chờ người xử lý.`, SEE_QUEUE)
        : queued(outbox, now, SEE_QUEUE),
  },
  {
    check: 'inbox',
    subject: 'Tin đến chờ vào sổ',
    judge: ({ inbox, now }) => {
      const words = waitingWords(inbox, now);
      if (inbox.lastLook === null || now.getTime() - inbox.lastLook.getTime() > LOOK_LATE_MS)
        return bad(
          `${words} ${inbox.lastLook === null ? 'Trong một ngày qua chưa hỏi hệ thống quản lý văn bản lần nào.' : `Lần hỏi hệ thống quản lý văn bản gần nhất cách đây ${ageWords(inbox.lastLook, now)}.`}`,
          'Xem tiến trình việc nền có chạy không.',
        );
      const judged = queued(inbox, now, SEE_QUEUE);
      return {
        ...judged,
        found: `${judged.found} Hỏi hệ thống quản lý văn bản cách đây ${ageWords(inbox.lastLook, now)}.`,
      };
    },
  },
  {
    check: 'pages',
    subject: 'Dựng trang PDF',
    judge: ({ pages, now }) => {
      const mend = 'Chạy hoi-am doctor: lệnh dựng thử một công văn và nói LibreOffice thiếu gì.';
      return pages.stopped > 0
        ? bad(`${waitingWords(pages, now)} ${String(pages.stopped)} việc không dựng được, đã dừng.`, mend)
        : queued(pages, now, mend);
    },
  },
  {
    check: 'loop',
    subject: 'Thời gian chờ của tiến trình này',
    judge: ({ loop: { usualMs, longestMs } }) => {
      const found = `99% lượt chờ dưới ${String(usualMs)} ms, lâu nhất ${String(longestMs)} ms từ khi khởi động.`;
      return usualMs > SLOW_LOOP_MS
        ? weak(found, 'Máy thiếu sức: xem bộ xử lý bị gì chiếm, hoặc chạy worker.js ở máy khác.')
        : good(found);
    },
  },
  {
    check: 'memory',
    subject: 'Bộ nhớ của tiến trình này',
    judge: ({ memory: { resident, heapUsed, heapLimit } }) => {
      const found = `Đang dùng ${megabytes(resident)}; vùng nhớ của Node.js ${megabytes(heapUsed)} trên ${megabytes(heapLimit)}.`;
      return heapUsed > TIGHT_HEAP * heapLimit
        ? bad(found, 'Sắp hết, tiến trình có thể bị dừng: khởi động lại và báo người phát triển.')
        : good(found);
    },
  },
  {
    check: 'disk',
    subject: 'Ổ đĩa',
    judge: ({ disks }) => {
      const found = disks.map(
        ({ name, free }) => `${name}: ${free === null ? 'không có thư mục' : `còn ${megabytes(free)}`}`,
      );
      const words = `${found.join('; ')}.`;
      if (disks.some(({ level, free }) => level === 'scarce' || free === null))
        return bad(words, 'Dọn hoặc mở rộng ổ đĩa ngay: đầy thì phần mềm không nhận và không lưu được gì.');
      return disks.some(({ level }) => level === 'low')
        ? weak(words, 'Dọn hoặc mở rộng ổ đĩa trong tuần này.')
        : good(words);
    },
  },
  {
    check: 'files-store',
    subject: 'Kho tệp',
    judge: ({ store: { bucket, isAway } }) => {
      if (bucket === null) return good('Tệp nằm trong thư mục trên ổ đĩa.');
      return isAway
        ? bad(
            `Kho ${bucket} không trả lời.`,
            'Xem kho ấy (FILES_ENDPOINT) và đường mạng; chạy hoi-am doctor để biết lý do.',
          )
        : good(`Kho ${bucket} trả lời.`);
    },
  },
  {
    check: 'database-pages',
    subject: 'Cơ sở dữ liệu',
    judge: ({ database, now }) => {
      if (database === null) return good('Chưa được xem từ khi khởi động; mỗi giờ xem một lần.');
      return database.isWhole
        ? good(`Nguyên vẹn, xem cách đây ${ageWords(database.at, now)}.`)
        : bad('Có trang hỏng, hoặc không xem được.', 'Chạy hoi-am doctor để biết bảng nào và cách phục hồi.');
    },
  },
  {
    check: 'backup',
    subject: 'Bản sao lưu',
    judge: ({ backup: { isOn, newest, isOld, recipients, identities }, now, production }) => {
      if (!isOn)
        return production
          ? bad('Chưa đặt nơi tự sao lưu (HOI_AM_BACKUPS).', 'Đặt HOI_AM_BACKUPS là một ổ gắn từ máy khác.')
          : good('Phần mềm không tự sao lưu.');
      if (newest === null) return bad('Chưa có bản nào ở nơi đã đặt.', SEE_BACKUP);
      const seal = recipients === 0 ? 'Không mã hóa' : `Mã hóa cho ${String(recipients)} khóa`;
      const found = `Bản mới nhất cách đây ${ageWords(newest, now)}. ${seal}.`;
      if (isOld) return bad(found, SEE_BACKUP);
      return identities.length === 0
        ? good(found)
        : bad(`${found} Khóa riêng mở bản sao lưu nằm ở ${identities.join(', ')}.`, TAKE_AWAY);
    },
  },
  {
    check: 'certificate',
    subject: 'Chứng thư trong cấu hình',
    judge: ({ certificate }) => {
      if (certificate === null) return good('Cấu hình không nêu tệp chứng thư nào đọc được.');
      const { variable, subject, days } = certificate;
      const mend = 'Xin cấp chứng thư mới và thay tệp.';
      if (days < 0) return bad(`${variable} (${subject}) đã hết hạn ${String(-days)} ngày.`, mend);
      const found = `Hết hạn sớm nhất: ${variable} (${subject}), còn ${String(days)} ngày.`;
      return days <= CERTIFICATE_DAYS ? weak(found, mend) : good(found);
    },
  },
];

/** How the app and its machine work, in words, each with what is to do. */
export function workingChecks(facts: WorkingFacts): readonly SafetyCheck[] {
  return judgedBy(RULES, facts);
}

function queued(waiting: WaitingFacts, now: Date, mend: string): Judged {
  const isLate = waiting.oldest !== null && now.getTime() - waiting.oldest.getTime() > LATE_MS;
  return isLate ? weak(waitingWords(waiting, now), mend) : good(waitingWords(waiting, now));
}

function waitingWords({ count, oldest }: WaitingFacts, now: Date): string {
  if (count === 0 || oldest === null) return 'Không có gì đang chờ.';
  return `${String(count)} việc đang chờ, lâu nhất ${ageWords(oldest, now)}.`;
}

/** `5 phút` · `3 giờ` · `2 ngày` */
function ageWords(from: Date, now: Date): string {
  const age = Math.max(0, now.getTime() - from.getTime());
  if (age < MINUTE_MS) return 'chưa tới một phút';
  if (age < HOUR_MS) return `${String(Math.floor(age / MINUTE_MS))} phút`;
  return age < 2 * DAY_MS ? `${String(Math.floor(age / HOUR_MS))} giờ` : `${String(Math.floor(age / DAY_MS))} ngày`;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / MEBIBYTE).toLocaleString('vi-VN')} MB`;
}
