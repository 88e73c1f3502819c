import type { IncomingDocumentEntity } from '../../documents/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { TaskDecision, TaskKind } from '../../exchange/domain/clerk-task.js';
import { fullDay } from '../kit/words/time.js';

/** What the sender wants, as a list and a heading say it. */
export const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  revoke: 'Nơi gửi thu hồi văn bản',
  update: 'Nơi gửi cập nhật văn bản',
  replace: 'Nơi gửi thay thế văn bản',
  askedBack: 'Nơi gửi xin lấy lại văn bản',
  doubtfulSender: 'Chưa rõ nơi gửi',
};

/** What a decision was, once it is made. */
export function decisionWords(kind: TaskKind, decision: TaskDecision): string {
  if (kind === 'doubtfulSender')
    return decision === 'agreed' ? 'Đã xác minh đúng nơi gửi' : 'Đã trả lại, trạng thái 02';
  return decision === 'agreed' ? 'Đã đồng ý, trạng thái 15' : 'Đã từ chối, trạng thái 16';
}

/** What a line of the incoming register says of its sender's later acts, and of what it does to another line. */
export function senderWords(
  { amendment, amendsId, takenBackAt }: Pick<IncomingDocumentEntity, 'amendment' | 'amendsId' | 'takenBackAt'>,
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  const amended = numbers.get(amendsId ?? '');
  const act = amendment === 'update' ? 'Cập nhật' : 'Thay thế';
  return [
    ...(amended === undefined ? [] : [`${act} văn bản đến số ${String(amended)}`]),
    ...(takenBackAt === null ? [] : [`Nơi gửi lấy lại ngày ${fullDay(civilDateOf(takenBackAt))}`]),
  ];
}
