import { DAY_MS } from '../../kernel/civil-date.js';

/** How the house stands towards strangers, as far as the program can see. */
export interface SafetyFacts {
  readonly now: Date;
  readonly production: boolean;
  readonly demonstration: boolean;
  /** Where people open the house. */
  readonly publicUrl: string;
  readonly behindProxy: boolean;
  readonly idleMinutes: number;
  /** When the key of sessions was made that the program made for itself; null where it is given. */
  readonly ownSessionKeySince: Date | null;
  readonly database: 'ownFile' | 'encrypted' | 'thisMachine' | 'open';
  readonly eOffice: 'none' | 'tls' | 'thisMachine' | 'open';
  readonly mail: 'none' | 'tls' | 'open';
  readonly metricsOpen: boolean;
  readonly evidenceDays: number;
  /** `latest`: when the last anchor was written; null where there is none or the folder cannot be read. */
  readonly anchors: { readonly isElsewhere: boolean; readonly latest: Date | null };
  readonly trustAnchors: 'none' | 'unreadable' | 'there';
  readonly dataReadByOthers: boolean;
  readonly nodeMajor: number;
  readonly administrators: readonly string[];
  /** Accounts that sign in with a password kept here, administrators left out. */
  readonly localPasswords: number;
}

export type SafetyState = 'good' | 'weak' | 'bad';

/** One thing looked at, in words for administrators. */
export interface SafetyCheck {
  readonly check: string;
  readonly state: SafetyState;
  readonly subject: string;
  readonly found: string;
  /** What a person does; empty where nothing is to do. */
  readonly mend: string;
}

type Judged = Omit<SafetyCheck, 'check' | 'subject'>;

interface Rule {
  readonly check: string;
  readonly subject: string;
  readonly judge: (facts: SafetyFacts) => Judged;
}

const good = (found: string): Judged => ({ state: 'good', found, mend: '' });
const weak = (found: string, mend: string): Judged => ({ state: 'weak', found, mend });
const bad = (found: string, mend: string): Judged => ({ state: 'bad', found, mend });

const OLDEST_SUPPORTED_NODE = 22;
const LONGEST_IDLE_MINUTES = 60;
const MOST_ADMINISTRATORS = 4;
const ANCHOR_LATE_MS = 7 * DAY_MS;
const FEWEST_EVIDENCE_DAYS = 30;

/** What is looked at, in the order of the page. */
const RULES: readonly Rule[] = [
  {
    check: 'mode',
    subject: 'Cách chạy',
    judge: ({ production, demonstration }) => {
      if (demonstration)
        return bad('Đang là bản trình diễn, ai cũng đăng nhập được.', 'Đặt HOI_AM_DEMO=0 rồi khởi động lại.');
      return production
        ? good('Chạy thật: đủ bí mật, cookie chỉ đi qua TLS.')
        : bad(
            'Chưa phải chạy thật, bí mật có thể thiếu và cookie đi qua cả http.',
            'Đặt NODE_ENV=production rồi khởi động lại.',
          );
    },
  },
  {
    check: 'tls',
    subject: 'Đường từ trình duyệt',
    judge: ({ publicUrl, behindProxy }) => {
      if (!publicUrl.startsWith('https://'))
        return bad(
          `Người dùng mở ${publicUrl}, không mã hóa.`,
          'Đặt proxy kết thúc TLS phía trước và HOI_AM_PUBLIC_URL là địa chỉ https.',
        );
      return behindProxy
        ? good('Mã hóa bằng TLS ở proxy phía trước.')
        : weak(
            'Địa chỉ là https nhưng chưa khai proxy nào.',
            'Đặt HOI_AM_PROXIES là địa chỉ của proxy, để giới hạn theo đúng máy người gọi.',
          );
    },
  },
  {
    check: 'session-key',
    subject: 'Khóa ký phiên đăng nhập',
    judge: ({ ownSessionKeySince: since, now }) => {
      if (since === null) return good('Do quản trị đặt.');
      const days = Math.floor((now.getTime() - since.getTime()) / DAY_MS);
      return weak(
        `Phần mềm tự sinh, dùng được ${String(days)} ngày.`,
        'Đặt SESSION_SECRET (openssl rand -base64 48), giống nhau ở mọi tiến trình.',
      );
    },
  },
  {
    check: 'idle',
    subject: 'Hết phiên khi không thao tác',
    judge: ({ idleMinutes }) =>
      idleMinutes <= LONGEST_IDLE_MINUTES
        ? good(`Sau ${String(idleMinutes)} phút.`)
        : weak(
            `Sau ${String(idleMinutes)} phút, khá lâu với máy dùng chung.`,
            'Đặt SESSION_IDLE_MINUTES từ 60 trở xuống.',
          ),
  },
  {
    check: 'administrators',
    subject: 'Quản trị viên',
    judge: ({ administrators }) => {
      const names = administrators.join(', ');
      if (administrators.length === 0)
        return bad('Không có tài khoản quản trị nào đang hoạt động.', 'Giao vai trò quản trị cho một người.');
      if (administrators.length === 1)
        return weak(`Chỉ có một: ${names}.`, 'Giao thêm một người, để có người thay khi vắng.');
      return administrators.length <= MOST_ADMINISTRATORS
        ? good(`${String(administrators.length)} người: ${names}.`)
        : weak(
            `${String(administrators.length)} người: ${names}.`,
            'Rút bớt vai trò quản trị của người không còn cần.',
          );
    },
  },
  {
    check: 'local-passwords',
    subject: 'Mật khẩu giữ tại phần mềm',
    judge: ({ localPasswords }) =>
      localPasswords === 0
        ? good('Chỉ quản trị viên có mật khẩu tại đây.')
        : weak(
            `${String(localPasswords)} người không phải quản trị đăng nhập bằng mật khẩu giữ tại đây.`,
            'Nối thư mục người dùng của cơ quan (LDAP) để mật khẩu do nơi đó quản lý.',
          ),
  },
  {
    check: 'database',
    subject: 'Cơ sở dữ liệu',
    judge: ({ database, production }) => {
      if (database === 'open') return bad('Nối qua mạng không mã hóa.', 'Thêm encrypt=true vào DATABASE_URL.');
      if (database === 'ownFile' && production)
        return weak('Một tệp trên máy này.', 'Dùng SQL Server khi nhiều máy cùng chạy, và sao lưu tệp hằng ngày.');
      return good(database === 'encrypted' ? 'Nối qua mạng có mã hóa.' : 'Ở ngay trên máy này.');
    },
  },
  {
    check: 'e-office',
    subject: 'Đường tới e-office',
    judge: ({ eOffice }) => {
      if (eOffice === 'open') return bad('Không mã hóa.', 'Đặt E_OFFICE_URL là địa chỉ https.');
      if (eOffice === 'none') return weak('Chưa khai e-office.', 'Đặt E_OFFICE_URL và tài khoản.');
      return good(eOffice === 'tls' ? 'Mã hóa bằng TLS, chỉ tới máy trong danh sách.' : 'Ở ngay trên máy này.');
    },
  },
  {
    check: 'mail',
    subject: 'Máy chủ thư',
    judge: ({ mail }) => {
      if (mail === 'open') return weak('Thư có thể đi không mã hóa.', 'Đặt SMTP_REQUIRE_TLS=1.');
      return good(mail === 'tls' ? 'Chỉ gửi khi đường truyền được mã hóa.' : 'Không gửi thư.');
    },
  },
  {
    check: 'trust-anchors',
    subject: 'Chứng thư gốc để tin chữ ký',
    judge: ({ trustAnchors }) => {
      if (trustAnchors === 'unreadable')
        return bad('Không đọc được tệp TRUST_ANCHORS.', 'Xem lại đường dẫn và quyền đọc của tệp.');
      return trustAnchors === 'there'
        ? good('Có tệp chứng thư gốc.')
        : weak(
            'Chưa khai tệp TRUST_ANCHORS.',
            'Chép chứng thư gốc của Ban Cơ yếu Chính phủ vào một tệp và khai đường dẫn.',
          );
    },
  },
  {
    check: 'anchors',
    subject: 'Mốc của nhật ký và sổ',
    judge: ({ anchors: { isElsewhere, latest }, now }) => {
      const elsewhere = 'Đặt HOI_AM_ANCHORS là một ổ gắn từ máy khác, như máy của Thanh tra.';
      if (latest === null)
        return isElsewhere
          ? bad('Chưa có mốc nào ở nơi đã khai, hoặc không đọc được.', 'Xem lại thư mục HOI_AM_ANCHORS và quyền ghi.')
          : weak('Chưa có mốc nào.', elsewhere);
      if (now.getTime() - latest.getTime() > ANCHOR_LATE_MS)
        return weak('Mốc gần nhất đã quá bảy ngày.', 'Xem tiến trình việc nền có chạy không.');
      return isElsewhere
        ? good('Ghi ra ngoài thư mục dữ liệu.')
        : weak('Nằm cùng chỗ với dữ liệu: ai sửa được dữ liệu cũng xóa được mốc.', elsewhere);
    },
  },
  {
    check: 'metrics',
    subject: 'Số liệu giám sát',
    judge: ({ metricsOpen }) => good(metricsOpen ? 'Chỉ mở cho chương trình có mã.' : 'Đang đóng.'),
  },
  {
    check: 'evidence',
    subject: 'Bản ghi các lần gọi với bên ngoài',
    judge: ({ evidenceDays }) =>
      evidenceDays >= FEWEST_EVIDENCE_DAYS
        ? good(`Giữ ${String(evidenceDays)} ngày.`)
        : weak(
            `Chỉ giữ ${String(evidenceDays)} ngày.`,
            'Đặt EXCHANGE_EVIDENCE_DAYS từ 30 trở lên, để còn đối chiếu khi có khiếu nại.',
          ),
  },
  {
    check: 'data-folder',
    subject: 'Thư mục dữ liệu',
    judge: ({ dataReadByOthers }) =>
      dataReadByOthers
        ? weak('Mọi tài khoản trên máy đều mở được.', 'Chạy chmod 750 cho thư mục HOI_AM_DATA.')
        : good('Chỉ tài khoản chạy phần mềm mở được.'),
  },
  {
    check: 'node',
    subject: 'Phiên bản Node.js',
    judge: ({ nodeMajor }) =>
      nodeMajor >= OLDEST_SUPPORTED_NODE
        ? good(`Node.js ${String(nodeMajor)}.`)
        : weak(
            `Node.js ${String(nodeMajor)} đã hết hạn hỗ trợ.`,
            `Chuyển sang Node.js ${String(OLDEST_SUPPORTED_NODE)} hoặc mới hơn.`,
          ),
  },
];

/** Everything that is looked at, with what is to do about it. */
export function safetyChecks(facts: SafetyFacts): readonly SafetyCheck[] {
  return RULES.map(({ check, subject, judge }) => ({ check, subject, ...judge(facts) }));
}
