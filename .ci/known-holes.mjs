/**
 * Names the packages of what runs that have a hole which is known by today, by the registry's list of advisories (`npm audit`). Exit 0: none · 1: some · 2:
 * the list could not be read, as on a machine without a network. A command of its own: the same sources would pass one day and fail the next.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

const LONGEST_MS = 120_000;
const UNREAD =
  'Chưa đối chiếu được với danh sách lỗ hổng: máy này không tới được kho gói npm, hoặc kho ấy không cho tra. Chạy lại ở máy có mạng, từ cùng package-lock.json.';

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  timeout: LONGEST_MS,
});
const answer = answerOf(stdout);
if (answer?.vulnerabilities === undefined)
  end(2, `${UNREAD} Lý do: ${answer?.message ?? error?.message ?? 'không rõ'}.`);

const holes = Object.values(answer.vulnerabilities).toSorted((one, other) => one.name.localeCompare(other.name));
if (holes.length === 0) end(0, 'Không gói nào đang dùng có lỗ hổng đã công bố.');
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
for (const { name, severity, nodes, via, fixAvailable } of holes) {
  const versions = [...new Set(nodes.map((path) => packages[path]?.version))].join(', ');
  const titles = via.filter((one) => typeof one === 'object').map(({ title, url }) => `${title} (${url})`);
  const cause = titles.length > 0 ? titles.join('; ') : `do ${via.join(', ')}`;
  process.stdout.write(
    `${name} ${versions}, mức ${severity}: ${cause}${fixAvailable === false ? '; chưa có bản vá' : ''}\n`,
  );
}
end(1, `${holes.length} gói đang dùng có lỗ hổng đã công bố.`);

function answerOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function end(code, sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
