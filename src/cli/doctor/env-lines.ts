import { nearestTo } from '../../drafting/domain/nearest.js';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/u;
/** Variables that others read: Node.js, the system. */
const OF_OTHERS = /^(?:NODE_|UV_|LC_|(?:HTTPS?|NO|ALL)_PROXY$|(?:TZ|PATH|HOME|LANG|TMPDIR)$)/u;
/** What Node.js reads before it reads a file. */
const READ_BEFORE_FILES = new Set(['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA']);
const BYTE_ORDER_MARK = '\uFEFF';
const QUOTES: readonly string[] = ['"', "'", '`'];

interface Line {
  readonly number: number;
  readonly name: string;
  readonly value: string;
}

/**
 * What of `.env` is read otherwise than whoever wrote it meant, as Node.js reads it: it leaves out what it does not understand, without a word. Values are
 * never repeated, for they may be secrets.
 *
 * @param known the variables that we read
 * @returns Vietnamese sentences, by line
 */
export function envLineFlaws(text: string, known: readonly string[]): readonly string[] {
  const flaws: string[] = [];
  if (text.startsWith(BYTE_ORDER_MARK))
    flaws.push('Tệp bắt đầu bằng dấu BOM nên biến ở dòng đầu không được đọc: lưu lại dạng UTF-8 không BOM.');
  const seen = new Map<string, number>();
  for (const line of linesOf(text.replace(BYTE_ORDER_MARK, ''))) {
    const flaw = typeof line === 'string' ? line : (lineFlaw(line, known) ?? repeated(line, seen));
    if (flaw !== null) flaws.push(flaw);
    if (typeof line !== 'string') seen.set(line.name, line.number);
  }
  return flaws;
}

/** Each line that says something, or what is wrong with it. */
function linesOf(text: string): readonly (Line | string)[] {
  return text.split(/\r?\n/u).flatMap((whole, index): readonly (Line | string)[] => {
    const number = index + 1;
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) return [];
    const at = line.indexOf('=');
    if (at < 0) return [`Dòng ${String(number)} không có dấu "=" nên không được đọc.`];
    const name = line
      .slice(0, at)
      .replace(/^export\s/u, '')
      .trim();
    return NAME.test(name)
      ? [{ number, name, value: line.slice(at + 1).trim() }]
      : [`Dòng ${String(number)}: trước dấu "=" không phải tên một biến.`];
  });
}

function lineFlaw({ number, name, value }: Line, known: readonly string[]): string | null {
  const flaw = valueFlaw(value) ?? nameFlaw(name, known);
  return flaw === null ? null : `Dòng ${String(number)} (${name}): ${flaw}`;
}

function valueFlaw(value: string): string | null {
  const quote = QUOTES.find((sign) => value.startsWith(sign));
  if (quote === undefined)
    return /^[^#]*[^\s#]#/u.test(value) ? 'phần từ dấu # trở đi bị bỏ; đặt cả giá trị trong dấu ngoặc kép.' : null;
  const end = value.indexOf(quote, 1);
  if (end < 0) return `mở dấu ${quote} mà không đóng, nên các dòng sau có thể bị đọc lẫn vào giá trị này.`;
  const rest = value.slice(end + 1).trim();
  return rest === '' || rest.startsWith('#') ? null : `phần sau dấu ${quote} đóng bị bỏ.`;
}

function nameFlaw(name: string, known: readonly string[]): string | null {
  if (READ_BEFORE_FILES.has(name))
    return 'Node.js không đọc biến này từ tệp. Đặt nó ở dòng Environment= của tệp systemd; chứng thư gốc nội bộ thì cài vào máy (update-ca-certificates).';
  if (known.includes(name) || OF_OTHERS.test(name)) return null;
  const nearest = nearestTo(
    name,
    known.map((one) => one.toLowerCase()),
    isNamedAsOurs(name, known) ? 3 : 2,
  );
  return nearest === null ? null : `phần mềm không đọc biến này; có phải ${nearest.toUpperCase()}?`;
}

/** Whether a name begins with the word with which one of ours begins: `HOI_`, `LDAP_`. */
function isNamedAsOurs(name: string, known: readonly string[]): boolean {
  const first = /^[A-Z]+_/u.exec(name)?.[0];
  return first !== undefined && known.some((one) => one.startsWith(first));
}

function repeated({ number, name }: Line, seen: ReadonlyMap<string, number>): string | null {
  const before = seen.get(name);
  return before === undefined
    ? null
    : `Dòng ${String(number)} (${name}): đã đặt ở dòng ${String(before)}; dòng sau có hiệu lực, bỏ một dòng.`;
}
