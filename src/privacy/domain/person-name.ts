import { fold } from '../../kernel/vietnamese.js';

/** What people write where they give no name. */
const NO_NAME: ReadonlySet<string> = new Set([
  'an danh',
  'nac danh',
  'giau ten',
  'khong ten',
  'khong ro',
  'khong ghi',
  'khong neu ten',
  'khong cung cap',
  'nguoi dan',
  'nguoi gui',
  'cong dan',
  'phu huynh',
  'hoc sinh',
  'khach',
  'anonymous',
  'unknown',
  'null',
]);

/** Whether a line that asks for a name holds one, and not a word for nobody or for anybody. */
export function isPersonName(text: string): boolean {
  const folded = fold(text);
  return /[a-z]{2}|[a-z] [a-z]/u.test(folded) && !NO_NAME.has(folded);
}
