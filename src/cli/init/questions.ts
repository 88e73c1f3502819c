/** What was answered so far, by the variable of the environment that takes it. */
export type Answers = Readonly<Record<string, string>>;

/** Which part of the outside a group of answers is tried against. */
export type TrialName = 'data' | 'files' | 'eOffice' | 'trust' | 'directory' | 'mail';

export interface Question {
  /** The variable of the environment. */
  readonly name: string;
  readonly words: string;
  /** The default answer. */
  readonly usual?: (answers: Answers) => string;
  /** Not shown while it is typed, and kept in a file of its own. */
  readonly isSecret?: true;
  readonly isOptional?: true;
}

export interface QuestionGroup {
  readonly title: string;
  /** What is said before the first question. */
  readonly lead?: string;
  readonly questions: readonly Question[];
  readonly trial?: TrialName;
  /** Whether the rest is asked after what was answered to the first question; without, it always is. */
  readonly goesOn?: (first: string) => boolean;
}

/** The city or province at the end of an agency's name. */
const PROVINCE = / (thành phố|tỉnh) (.+)$/u;

function placeOf({ AGENCY_NAME: name = '' }: Answers): string {
  return PROVINCE.exec(name)?.[2] ?? '';
}

function parentOf({ AGENCY_NAME: name = '' }: Answers): string {
  const [, kind = 'thành phố', place = ''] = PROVINCE.exec(name) ?? [];
  return `UBND ${kind} ${place}`.trim().toLocaleUpperCase('vi');
}

function shortOf({ AGENCY_NAME: name = '' }: Answers): string {
  return name.replace(PROVINCE, '');
}

function isSaid(first: string): boolean {
  return first !== '';
}

function isBucket(first: string): boolean {
  return first.startsWith('s3:');
}

/** What a department knows of itself and of its machines, in the order in which it is asked. */
export const QUESTIONS: readonly QuestionGroup[] = [
  {
    title: 'Cơ quan',
    lead: 'Tên in trên văn bản; sau này đổi ở trang “Thông tin cơ quan”.',
    questions: [
      { name: 'AGENCY_NAME', words: 'Tên đầy đủ (như: Sở Giáo dục và Đào tạo thành phố Hải Phòng)' },
      { name: 'AGENCY_CODE', words: 'Mã định danh trên trục liên thông (như: 000.00.03.H24)' },
      { name: 'AGENCY_SYMBOL', words: 'Chữ viết tắt trong ký hiệu văn bản', usual: () => 'SGDĐT' },
      { name: 'AGENCY_SHORT_NAME', words: 'Tên trong câu của văn bản', usual: shortOf },
      {
        name: 'AGENCY_LETTERHEAD',
        words: 'Tên ở góc trái công văn',
        usual: (said) => shortOf(said).toLocaleUpperCase('vi'),
      },
      { name: 'AGENCY_PARENT', words: 'Cơ quan chủ quản', usual: parentOf },
      { name: 'AGENCY_PLACE', words: 'Địa danh trước ngày tháng', usual: placeOf },
      { name: 'AGENCY_ADDRESS', words: 'Địa chỉ' },
      { name: 'HOTLINE_CODE', words: 'Mã định danh của Tổng đài 1022 (như: 000.00.22.H24)' },
      { name: 'HOTLINE_NAME', words: 'Tên Tổng đài', usual: (said) => `Tổng đài 1022 thành phố ${placeOf(said)}` },
    ],
  },
  {
    title: 'Máy này',
    questions: [
      { name: 'HOI_AM_PUBLIC_URL', words: 'Địa chỉ người dùng mở (như: https://hoi-am.so-gddt.haiphong.gov.vn)' },
      { name: 'HOI_AM_PROXIES', words: 'Địa chỉ máy chủ ngược có TLS', usual: () => '127.0.0.1' },
      { name: 'HOI_AM_DATA', words: 'Thư mục dữ liệu', usual: () => '/var/lib/hoi-am' },
      {
        name: 'DATABASE_URL',
        words: 'Cơ sở dữ liệu (SQL Server: mssql://tài-khoản:mật-khẩu@máy:1433/tên)',
        usual: ({ HOI_AM_DATA: data = '' }) => `sqlite:${data}/hoi-am.db`,
        isSecret: true,
      },
      {
        name: 'HOI_AM_ANCHORS',
        words: 'Thư mục mốc trên máy khác, đã gắn sẵn (bỏ trống: trong thư mục dữ liệu)',
        isOptional: true,
      },
      {
        name: 'HOI_AM_BACKUPS',
        words: 'Thư mục tự sao lưu mỗi đêm, trên máy khác, đã gắn sẵn (bỏ trống: không tự sao lưu)',
        isOptional: true,
      },
      {
        name: 'BACKUP_RECIPIENTS',
        words: 'Khóa công khai age1… mở được bản sao lưu, cách nhau bằng dấu phẩy (bỏ trống: bản sao lưu không mã hóa)',
        isOptional: true,
      },
    ],
    trial: 'data',
  },
  {
    title: 'Nơi giữ tệp văn bản',
    lead: 'Một máy thì bỏ trống: tệp nằm trong thư mục dữ liệu.',
    goesOn: isBucket,
    questions: [
      {
        name: 'HOI_AM_FILES',
        words: 'Kho S3 (như: s3://hoi-am/tep) hoặc thư mục dùng chung đã gắn sẵn',
        isOptional: true,
      },
      {
        name: 'FILES_ENDPOINT',
        words: 'Địa chỉ kho (như: https://kho.haiphong.gov.vn:9000; Amazon S3 thì bỏ trống)',
        isOptional: true,
      },
      { name: 'FILES_REGION', words: 'Vùng', usual: () => 'us-east-1' },
      { name: 'FILES_CA', words: 'Tệp PEM chứng thư gốc nội bộ của kho (nếu có)', isOptional: true },
      { name: 'FILES_ACCESS_KEY', words: 'Mã truy cập (access key)' },
      { name: 'FILES_SECRET_KEY', words: 'Khóa bí mật (secret key)', isSecret: true },
    ],
    trial: 'files',
  },
  {
    title: 'Hệ thống quản lý văn bản',
    questions: [
      { name: 'E_OFFICE_PROFILE', words: 'Loại hệ thống (tên hồ sơ)', usual: () => 'standard' },
      { name: 'E_OFFICE_URL', words: 'Địa chỉ SOAP' },
      { name: 'E_OFFICE_CA', words: 'Tệp PEM chứng thư gốc nội bộ của hệ thống đó (nếu có)', isOptional: true },
      { name: 'E_OFFICE_USERNAME', words: 'Tài khoản' },
      { name: 'E_OFFICE_PASSWORD', words: 'Mật khẩu', isSecret: true },
    ],
    trial: 'eOffice',
  },
  {
    title: 'Chữ ký số',
    questions: [
      { name: 'TRUST_ANCHORS', words: 'Tệp PEM chứng thư gốc của các tổ chức chứng thực được tin cậy' },
      { name: 'TRUST_CRL_HOSTS', words: 'Máy được tải danh sách thu hồi, cách nhau bằng dấu phẩy', isOptional: true },
    ],
    trial: 'trust',
  },
  {
    title: 'Thư mục người dùng (LDAP, Active Directory)',
    lead: 'Bỏ trống địa chỉ thì dùng mật khẩu lưu trong phần mềm.',
    goesOn: isSaid,
    questions: [
      { name: 'LDAP_URL', words: 'Địa chỉ (như: ldaps://dc1.haiphong.gov.vn:636)', isOptional: true },
      { name: 'LDAP_KIND', words: 'Loại: ad hoặc openldap', usual: () => 'ad' },
      { name: 'LDAP_CA', words: 'Tệp PEM chứng thư gốc của máy chủ thư mục người dùng (nếu có)', isOptional: true },
      { name: 'LDAP_BIND_DN', words: 'Tài khoản chỉ đọc (DN)' },
      { name: 'LDAP_BIND_PASSWORD', words: 'Mật khẩu của tài khoản ấy', isSecret: true },
      { name: 'LDAP_BASE', words: 'Nơi có cán bộ (DN)' },
    ],
    trial: 'directory',
  },
  {
    title: 'Thư điện tử',
    lead: 'Bỏ trống thì không gửi thư, thông báo vẫn hiện trong phần mềm.',
    goesOn: isSaid,
    questions: [
      {
        name: 'SMTP_URL',
        words: 'Máy chủ thư (như: smtp://tài-khoản:mật-khẩu@máy:587)',
        isSecret: true,
        isOptional: true,
      },
      { name: 'MAIL_FROM', words: 'Địa chỉ ghi ở mục “Từ” của thư' },
    ],
    trial: 'mail',
  },
];

/** The first administrator; not a variable of the environment. */
export const ADMINISTRATOR = {
  username: { name: 'ADMIN_USERNAME', words: 'Tài khoản quản trị đầu tiên' },
  fullName: { name: 'ADMIN_NAME', words: 'Họ và tên' },
} as const satisfies Readonly<Record<string, Question>>;

/** Secrets that are drawn at random. */
export const DRAWN_SECRETS = ['SESSION_SECRET', 'ACCOUNT_KEY', 'CALLBACK_PASSWORD', 'METRICS_TOKEN'] as const;

export const SECRET_NAMES: ReadonlySet<string> = new Set([
  ...DRAWN_SECRETS,
  ...QUESTIONS.flatMap(({ questions }) => questions.flatMap(({ name, isSecret }) => (isSecret ? [name] : []))),
]);

export const ANSWER_NAMES: readonly string[] = [
  ...QUESTIONS.flatMap(({ questions }) => questions.map(({ name }) => name)),
  ...Object.values(ADMINISTRATOR).map(({ name }) => name),
];
