import { SigningRefused, type SigningObstacle } from '../signer/signing-refused.js';
import { DeskRefusal } from './desk-refusal.js';

const SENTENCES: Readonly<Record<SigningObstacle, string>> = {
  'field-missing': 'Tệp chưa chuẩn bị ô cho số, ngày, chữ ký hoặc dấu.',
  'already-signed': 'Ô này đã có chữ ký.',
  'leader-signature-missing': 'Chỉ đóng dấu văn bản mà lãnh đạo đã ký.',
  'font-lacks-character': 'Số văn bản chỉ gồm chữ số.',
  'signature-too-large': 'Chữ ký lớn hơn chỗ dành sẵn trong tệp.',
};

/** What the person at the desk is told when the pen does not write. */
export function penRefusal(cause: unknown): DeskRefusal {
  if (cause instanceof DeskRefusal) return cause;
  const sentence =
    cause instanceof SigningRefused ? SENTENCES[cause.obstacle] : 'Tệp không đọc được như một PDF, không ký được.';
  return new DeskRefusal('unable', sentence, { cause });
}
