import { csvHead, csvLine } from '../../kernel/csv.js';
import { saidInstant } from '../../kernel/hash-chain.js';
import type { ChainedLine } from './chain.js';

/** JSON lines, or a table for spreadsheets. */
export type ExportForm = 'jsonl' | 'csv';

type Column = readonly [heading: string, value: (line: ChainedLine) => string];

const COLUMNS: readonly Column[] = [
  ['Số dòng', ({ seq }) => String(seq)],
  ['Thời điểm (UTC)', ({ at }) => saidInstant(at)],
  ['Người thực hiện', ({ actorName }) => actorName],
  ['Mã người thực hiện', ({ actorId }) => actorId],
  ['Vai trò', ({ actorRoles }) => actorRoles ?? ''],
  ['Thay cho', ({ principalName }) => principalName ?? ''],
  ['Mã người được thay', ({ principalId }) => principalId ?? ''],
  ['Địa chỉ', ({ address }) => address ?? ''],
  ['Việc', ({ action }) => action],
  ['Loại đối tượng', ({ objectKind }) => objectKind],
  ['Mã đối tượng', ({ objectId }) => objectId],
  ['Chi tiết', ({ detail }) => JSON.stringify(detail)],
  ['Dạng dòng', ({ form }) => (form === null ? '' : String(form))],
  ['Mã băm dòng trước', ({ previousHash }) => previousHash],
  ['Mã băm', ({ hash }) => hash],
];

const CSV_HEAD = csvHead(COLUMNS.map(([heading]) => heading));

/** What a file of exported lines begins with. */
export function exportHead(form: ExportForm): string {
  return form === 'csv' ? CSV_HEAD : '';
}

/** One line as it is exported. As JSON it holds everything that its hash covers, so that the file proves itself without us. */
export function exportedLine(line: ChainedLine, form: ExportForm): string {
  if (form === 'csv') return csvLine(COLUMNS.map(([, value]) => value(line)));
  const { seq, at, actorId, actorName, action, objectKind, objectId, detail } = line;
  const { form: lineForm, actorRoles, principalId, principalName, address, previousHash, hash } = line;
  const said = { seq, at: saidInstant(at), actorId, actorName, action, objectKind, objectId, detail };
  const more = { form: lineForm, actorRoles, principalId, principalName, address };
  return `${JSON.stringify({ ...said, ...more, previousHash, hash })}\n`;
}
