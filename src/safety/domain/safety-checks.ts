import { DAY_MS } from '../../kernel/civil-date.js';
import { accountChecks } from './account-rules.js';
import type { SafetyFacts } from './safety-facts.js';
import { bad, good, judgedBy, weak, type Rule, type SafetyCheck } from './safety-rule.js';

const OLDEST_SUPPORTED_NODE = 22;
const ANCHOR_LATE_MS = 7 * DAY_MS;
const MIN_EVIDENCE_DAYS = 30;
/** So many people at one address are no family of clerks behind one machine. */
const MIN_PEOPLE = 3;
const SEES_PROXY_ONLY =
  'Đặt HOI_AM_PROXIES là địa chỉ của proxy và để proxy gửi X-Forwarded-For; nếu không, một người gõ sai hay gọi nhiều là mọi người bị chặn. Cơ quan ra mạng qua một địa chỉ chung thì bỏ qua.';
const MIN_PREFIX_BITS = { v4: 16, v6: 48 };

/** The checks, in the order of the page. */
const RULES: readonly Rule<SafetyFacts>[] = [
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
    judge: ({ publicUrl, proxies, production }) => {
      if (!publicUrl.startsWith('https://'))
        return bad(
          `Người dùng mở ${publicUrl}, không mã hóa.`,
          'Đặt proxy kết thúc TLS phía trước và HOI_AM_PUBLIC_URL là địa chỉ https.',
        );
      return proxies.length > 0
        ? good(`Mã hóa bằng TLS ở proxy phía trước${production ? ', trình duyệt được dặn chỉ đi https (HSTS)' : ''}.`)
        : weak(
            'Địa chỉ là https nhưng chưa khai proxy nào.',
            'Đặt HOI_AM_PROXIES là địa chỉ của proxy, để giới hạn theo đúng máy người gọi.',
          );
    },
  },
  {
    check: 'proxies',
    subject: 'Proxy được tin',
    judge: ({ proxies, callers }) => {
      const wide = proxies.filter(isWide);
      if (wide.length > 0)
        return bad(
          `Tin cả dải ${wide.join(', ')}: máy bất kỳ trong đó mạo được địa chỉ người gọi.`,
          'Đặt HOI_AM_PROXIES chỉ gồm địa chỉ của proxy.',
        );
      if (callers.addresses === 1 && callers.people >= MIN_PEOPLE)
        return weak(
          `${String(callers.people)} người dùng trong tuần qua đều tới từ một địa chỉ: phần mềm chỉ thấy proxy, không thấy máy của từng người.`,
          SEES_PROXY_ONLY,
        );
      return good(proxies.length === 0 ? 'Không tin proxy nào.' : `Chỉ ${proxies.join(', ')}.`);
    },
  },
  {
    check: 'administration',
    subject: 'Nơi được quản trị',
    judge: ({ administrationAddresses: from }) => {
      if (from.length === 0)
        return weak(
          'Tài khoản có quyền quản trị dùng được từ mọi địa chỉ mạng tới được phần mềm.',
          'Đặt ADMINISTRATION_ADDRESSES là địa chỉ mạng trong cơ quan, VPN của người quản trị.',
        );
      const wide = from.filter(isWide);
      return wide.length === 0
        ? good(`Tài khoản có quyền quản trị chỉ dùng được từ ${from.join(', ')}.`)
        : weak(`Cho cả dải rộng ${wide.join(', ')}.`, 'Thu hẹp ADMINISTRATION_ADDRESSES về mạng của người quản trị.');
    },
  },
  {
    check: 'limits',
    subject: 'Giới hạn số lần gọi',
    judge: ({ limits: { requestsAMinute, callsAMinute } }) =>
      good(
        `Đang bật: mỗi địa chỉ ${String(requestsAMinute)} yêu cầu một phút, cửa SOAP ${String(callsAMinute)}; đăng nhập sai phải chờ lâu dần.`,
      ),
  },
  {
    check: 'antivirus',
    subject: 'Quét mã độc',
    judge: ({ antivirus, letsInUnscanned }) => {
      if (antivirus === 'none')
        return weak(
          'Chưa nối máy quét; tệp đến chỉ qua phần kiểm tra có sẵn.',
          'Cài clamav-daemon rồi đặt CLAMD_ADDRESS.',
        );
      if (antivirus === 'open')
        return weak('Tệp đi tới máy quét qua mạng, không mã hóa.', 'Chạy clamd trên máy này và nối qua unix:/….');
      return letsInUnscanned
        ? weak('Khi máy quét không trả lời, tệp vẫn được nhận.', 'Đặt CLAMD_WHEN_AWAY=refuse.')
        : good('Mọi tệp đến được quét; máy quét không trả lời thì không nhận.');
    },
  },
  {
    check: 'secrets',
    subject: 'Nơi để bí mật',
    judge: ({ secretsInVariables: names, production }) => {
      if (names.length === 0) return good('Không có bí mật nào nằm trong biến môi trường.');
      const found = `Nằm trong biến môi trường: ${names.join(', ')}.`;
      return production
        ? weak(found, 'Để mỗi bí mật trong một tệp quyền 600 và đặt biến cùng tên thêm _FILE.')
        : good(found);
    },
  },
  {
    check: 'session-key',
    subject: 'Khóa ký phiên đăng nhập',
    judge: ({ ownSessionKeySince: since, now }) => {
      if (since === null) return good('Do quản trị đặt.');
      // A demonstration's clock may stand before the file was made.
      const days = Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS));
      return weak(
        `Phần mềm tự sinh, dùng được ${String(days)} ngày.`,
        'Đặt SESSION_SECRET (openssl rand -base64 48), giống nhau ở mọi tiến trình.',
      );
    },
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
    subject: 'Kết nối tới hệ thống QLVB',
    judge: ({ eOffice }) => {
      if (eOffice === 'open') return bad('Không mã hóa.', 'Đặt E_OFFICE_URL là địa chỉ https.');
      if (eOffice === 'none') return weak('Chưa khai hệ thống quản lý văn bản.', 'Đặt E_OFFICE_URL và tài khoản.');
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
    check: 'lines',
    subject: 'Đường gửi nhật ký, vết hoạt động',
    judge: ({ openLines }) =>
      openLines.length === 0
        ? good('Không đường nào đi qua mạng mà không mã hóa.')
        : weak(
            `Đi qua mạng không mã hóa: ${openLines.join(', ')}.`,
            'Đặt SYSLOG_URL là tls://…, TRACES_URL là https://…, hoặc gửi tới một chương trình trên máy này để nó chuyển tiếp.',
          ),
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
      evidenceDays >= MIN_EVIDENCE_DAYS
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

/** All checks, each with what to do about it. */
export function safetyChecks(facts: SafetyFacts): readonly SafetyCheck[] {
  return [...judgedBy(RULES, facts), ...accountChecks(facts)];
}

/** A network wider than the machines of one agency. */
function isWide(address: string): boolean {
  const [place = '', bits] = address.split('/');
  return bits !== undefined && Number(bits) < (place.includes(':') ? MIN_PREFIX_BITS.v6 : MIN_PREFIX_BITS.v4);
}
