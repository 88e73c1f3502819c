const NEEDED = [
  'SESSION_SECRET',
  'DATABASE_URL',
  'E_OFFICE_URL',
  'E_OFFICE_PASSWORD',
  'CALLBACK_PASSWORD',
  'TRUST_ANCHORS',
  'HOI_AM_PUBLIC_URL',
  'HOI_AM_PROXIES',
] as const;

/** Secrets that are words of their own, and those that stand inside an address. */
const WORDS = [
  'SESSION_SECRET',
  'ACCOUNT_KEY',
  'ANCHOR_KEY',
  'METRICS_TOKEN',
  'E_OFFICE_PASSWORD',
  'E_OFFICE_CLIENT_PASSPHRASE',
  'SIGNING_ACCOUNT_PASSWORD',
  'SIGNING_APP_PASSWORD',
  'CALLBACK_PASSWORD',
  'LDAP_BIND_PASSWORD',
  'FILES_SECRET_KEY',
] as const;
const IN_ADDRESSES = ['DATABASE_URL', 'SMTP_URL'] as const;

/** What stands in examples, ours and everybody's, and is tried first. */
const KNOWN_WORDS =
  /^(?:mat-?khau.*|secret|password|passw0rd|changeme|change-me|admin|root|sa|test|demo|example|hoi-?am|sgddt|e-?office|eoffice|123\d*|abcd?@?123\d*|qwerty.*|.*thay-?doi.*)$/iu;

/** So many different signs has a secret that was drawn, be it only in hexadecimal. */
const MIN_SIGNS = 8;

type Named = (typeof NEEDED)[number] | (typeof WORDS)[number] | (typeof IN_ADDRESSES)[number];

/** The variables that decide it, as they were read. */
export type ProductionValues = Readonly<Partial<Record<Exclude<Named, 'HOI_AM_PROXIES'>, string | undefined>>> & {
  readonly HOI_AM_PROXIES: readonly string[];
  readonly HOI_AM_DEMO: string;
  readonly MAIL_FROM: string;
};

/** Why these settings may not serve citizens: one Vietnamese sentence for each flaw. */
export function productionFlaws(values: ProductionValues): readonly string[] {
  return [
    ...NEEDED.filter((name) => values[name] === undefined || values[name].length === 0).map((name) =>
      flaw(name, 'bắt buộc phải đặt khi chạy thật (NODE_ENV=production)'),
    ),
    ...WORDS.filter((name) => isKnown(values[name])).map((name) => flaw(name, TOO_KNOWN)),
    ...IN_ADDRESSES.filter((name) => isKnown(passwordIn(values[name]))).map((name) => flaw(name, TOO_KNOWN)),
    ...otherFlaws(values),
  ];
}

const TOO_KNOWN = 'bí mật này có trong ví dụ hoặc ai cũng đoán được; đặt một chuỗi ngẫu nhiên';

function otherFlaws(values: ProductionValues): readonly string[] {
  const { SESSION_SECRET: secret, HOI_AM_PUBLIC_URL: url, HOI_AM_DEMO: demo, SMTP_URL: smtp, MAIL_FROM: from } = values;
  const flaws: readonly (readonly [boolean, string])[] = [
    [demo === '1', flaw('HOI_AM_DEMO', 'khi chạy thật không được bày tài khoản trình diễn')],
    [
      url !== undefined && !url.startsWith('https://'),
      flaw('HOI_AM_PUBLIC_URL', 'khi chạy thật phải là địa chỉ https://'),
    ],
    [url !== undefined && isExample(url), flaw('HOI_AM_PUBLIC_URL', 'đây là địa chỉ của ví dụ')],
    [
      secret !== undefined && new Set(secret).size < MIN_SIGNS,
      flaw('SESSION_SECRET', 'quá ít ký tự khác nhau; tạo bằng lệnh openssl rand -base64 48'),
    ],
    [
      (smtp ?? '') !== '' && isExample(`https://${from.split('@').at(-1) ?? ''}`),
      flaw('MAIL_FROM', 'đây là địa chỉ của ví dụ, thư gửi đi sẽ không ai trả lời được'),
    ],
  ];
  return flaws.filter(([isFlawed]) => isFlawed).map(([, sentence]) => sentence);
}

function flaw(name: string, why: string): string {
  return `Biến ${name} không hợp lệ: ${why}.`;
}

function isKnown(secret: string | undefined): boolean {
  return secret !== undefined && KNOWN_WORDS.test(secret);
}

function passwordIn(address: string | undefined): string | undefined {
  const password = URL.parse(address ?? '')?.password;
  return password === '' ? undefined : password;
}

/** Names kept for examples, which stand for nobody (RFC 2606). */
function isExample(address: string): boolean {
  return /\.example$/u.test(URL.parse(address)?.hostname ?? '');
}
