/** Variables whose address may lead to another machine unencrypted; those of the e-office, the directory and the bucket never do in production. */
export const LINES = ['DATABASE_URL', 'SYSLOG_URL', 'TRACES_URL', 'CLAMD_ADDRESS'] as const;

export type Line = (typeof LINES)[number];

type Addresses = Readonly<Partial<Record<Line, string | undefined>>>;

const PLAIN: readonly string[] = ['udp:', 'tcp:', 'http:'];

/** Which of these lines go to another machine as they are, readable on the way. */
export function openLines(addresses: Addresses): readonly Line[] {
  return LINES.filter((line) => {
    const address = addresses[line] ?? '';
    if (address === '') return false;
    const url = URL.parse(line === 'CLAMD_ADDRESS' && !address.startsWith('unix:') ? `tcp://${address}` : address);
    return url !== null && !isThisMachine(url) && (PLAIN.includes(url.protocol) || isPlainDatabase(url));
  });
}

/** One Vietnamese sentence for each open line that the settings do not permit. */
export function openLineFlaws(values: Addresses & { readonly UNENCRYPTED_LINES: readonly Line[] }): readonly string[] {
  return openLines(values)
    .filter((line) => !values.UNENCRYPTED_LINES.includes(line))
    .map(
      (line) =>
        `Biến ${line} không hợp lệ: khi chạy thật phải ${ENCRYPTED[line]}, hoặc là địa chỉ trên chính máy này. Đường giữa hai máy đã được bảo vệ bằng cách khác thì ghi thêm ${line} vào UNENCRYPTED_LINES.`,
    );
}

const ENCRYPTED: Readonly<Record<Line, string>> = {
  DATABASE_URL: 'mã hóa đường tới SQL Server (bỏ encrypt=false)',
  SYSLOG_URL: 'là địa chỉ tls://',
  TRACES_URL: 'là địa chỉ https://',
  CLAMD_ADDRESS: 'là unix:/đường-dẫn vì giao thức của clamd không mã hóa',
};

/** @returns null where a name is none of these lines */
export function readLineNames(text: string): readonly Line[] | null {
  const names = text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  const lines = LINES.filter((line) => names.includes(line));
  return names.every((name) => lines.some((line) => line === name)) ? lines : null;
}

export function isThisMachine({ hostname }: URL): boolean {
  return ['localhost', '[::1]'].includes(hostname) || /^127\.[\d.]+$/u.test(hostname);
}

function isPlainDatabase({ protocol, searchParams }: URL): boolean {
  return protocol === 'mssql:' && searchParams.get('encrypt') === 'false';
}
