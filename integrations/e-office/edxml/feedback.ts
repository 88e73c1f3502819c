import { z } from 'zod';
import { isoInVietnam } from '../../../src/kernel/civil-date.js';
import type { Feedback, FeedbackReading, FeedbackSender } from '../../../src/exchange/ports/feedback.js';
import { FeedbackReader } from '../../../src/exchange/ports/feedback-reader.port.js';
import type { FormFinding } from '../../../src/exchange/ports/message-codec.port.js';
import type { Attachment, DocumentMessage } from '../../../src/exchange/ports/message.js';
import { manyLines, oneLine, present } from './part.js';

export const FEEDBACK_FILE = 'phan-anh.json';
const MAX_FILE_BYTES = 1024 * 1024;

/** Optional text: anything that is not a text, and an empty one, counts as not said. */
const maybeLine = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => oneLine(text) || undefined)
  .optional()
  .catch(undefined);

/** `files[]` holds names; some hotlines put an object with a name in it. */
const fileName = z.union([z.string(), z.object({ name: z.string() }).transform((file) => file.name)]);

const feedbackFile = z.object({
  hotlineCode: maybeLine,
  receivedAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .catch(undefined),
  channel: maybeLine,
  kind: z.enum(['feedback', 'petition']).optional().catch(undefined),
  sender: z
    .object({
      name: maybeLine,
      phone: maybeLine,
      email: maybeLine,
      address: maybeLine,
      keepSecret: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  text: z.string().transform(manyLines).optional().catch(undefined),
  place: maybeLine,
  category: maybeLine,
  files: z
    .array(z.unknown())
    .transform((files) => files.flatMap((file) => fileName.safeParse(file).data ?? []).map(oneLine))
    .optional()
    .catch(undefined),
});

type FeedbackFile = z.infer<typeof feedbackFile>;

/** The attachment `phan-anh.json` with which the hotline hands a citizen's feedback over. */
export class JsonFeedbackReader extends FeedbackReader {
  override read(message: DocumentMessage): FeedbackReading {
    const doubts: FormFinding[] = [];
    const file = readFile(message.attachments, doubts);
    if (file !== null) doubtWhatIsMissing(file, message, doubts);
    return { feedback: feedbackOf(file ?? {}, message), complete: doubts.length === 0, doubts };
  }
}

/** The attachment to send beside the files it names; what `JsonFeedbackReader` reads. */
export function writeFeedback(feedback: Feedback): Attachment {
  const { receivedAt, ...rest } = feedback;
  const file = { ...rest, ...(receivedAt && { receivedAt: isoInVietnam(receivedAt) }) };
  return {
    name: FEEDBACK_FILE,
    contentType: 'application/json',
    description: 'Nội dung phản ánh, kiến nghị',
    content: Buffer.from(JSON.stringify(file), 'utf8'),
  };
}

function readFile(attachments: readonly Attachment[], doubts: FormFinding[]): FeedbackFile | null {
  const attachment = attachments.find(({ name }) => name.toLowerCase() === FEEDBACK_FILE);
  if (attachment === undefined) {
    doubts.push(
      doubt('feedback-file-missing', 'Không có tệp phan-anh.json; phiếu lập từ trích yếu và nội dung văn bản.'),
    );
    return null;
  }
  const file = parse(attachment.content);
  if (file === null) {
    doubts.push(
      doubt('feedback-file-broken', 'Tệp phan-anh.json không đọc được; phiếu lập từ trích yếu và nội dung văn bản.'),
    );
  }
  return file;
}

function parse(content: Buffer): FeedbackFile | null {
  if (content.length > MAX_FILE_BYTES) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return feedbackFile.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not UTF-8, or not JSON: the same to a clerk, who gets the letter's own words instead.
    return null;
  }
}

function doubtWhatIsMissing(file: FeedbackFile, { attachments }: DocumentMessage, doubts: FormFinding[]): void {
  if (file.hotlineCode === undefined) {
    doubts.push(doubt('hotline-code-missing', 'Không có mã phản ánh của tổng đài; dùng mã văn bản.'));
  }
  if (!file.text) doubts.push(doubt('text-missing', 'Không có nội dung phản ánh; dùng trích yếu và nội dung văn bản.'));
  if (file.kind === undefined)
    doubts.push(doubt('kind-unknown', 'Không rõ là phản ánh hay kiến nghị; tạm ghi phản ánh.'));
  if (file.sender?.keepSecret === undefined) {
    doubts.push(doubt('secrecy-unknown', 'Không rõ người phản ánh có yêu cầu giữ bí mật không; tạm giữ bí mật.'));
  }
  const attached = new Set(attachments.map(({ name }) => name));
  if (file.files?.some((name) => !attached.has(name))) {
    doubts.push(doubt('files-missing', 'Có tệp được nhắc đến trong phản ánh nhưng không gửi kèm.'));
  }
}

function feedbackOf(file: FeedbackFile, message: DocumentMessage): Feedback {
  return present({
    hotlineCode: file.hotlineCode ?? message.documentId,
    receivedAt: file.receivedAt,
    channel: file.channel,
    kind: file.kind ?? 'feedback',
    sender: senderOf(file.sender),
    text: file.text || wordsOf(message),
    place: file.place,
    category: file.category,
    files:
      file.files ?? message.attachments.map(({ name }) => name).filter((name) => name.toLowerCase() !== FEEDBACK_FILE),
  });
}

/** A sender who did not say how public the name may be is protected. */
function senderOf(sender: FeedbackFile['sender']): FeedbackSender {
  return present({ ...sender, keepSecret: sender?.keepSecret ?? true });
}

/** Many senders repeat the subject as the content. */
function wordsOf({ subject, content = '' }: DocumentMessage): string {
  return [...new Set([subject, content])].filter((text) => text !== '').join('\n\n');
}

function doubt(code: string, message: string): FormFinding {
  return { code, path: FEEDBACK_FILE, message };
}
