import { z } from 'zod';
import { EDXML_STATUSES, type Attachment, type ExchangeMessage } from '../../exchange/ports/message.js';
import { sha256Of } from '../../kernel/sha256.js';
import { type CivilDate, isCivilDate, isoInVietnam } from '../../kernel/civil-date.js';

/** A message as one line of JSON: days as `2026-03-05`, moments with +07:00, files by size and sha256. */
export function messageJson(message: ExchangeMessage, withContent: boolean): string {
  if (message.kind === 'status') return JSON.stringify({ ...message, at: message.at && isoInVietnam(message.at) });
  return JSON.stringify({
    ...message,
    trace: message.trace.map(({ organId, at }) => ({ organId, at: isoInVietnam(at) })),
    attachments: message.attachments.map(({ name, contentType, description, content }) => ({
      name,
      type: contentType,
      description,
      size: content.length,
      sha256: sha256Of(content),
      ...(withContent && { content: content.toString('base64') }),
    })),
  });
}

const text = z.string();
const maybeText = z.string().optional();
const day = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value), 'cần ngày yyyy-MM-dd');
const moment = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso));

const organ = z.strictObject({
  id: text,
  name: text.default(''),
  inCharge: maybeText,
  address: maybeText,
  email: maybeText,
  telephone: maybeText,
  fax: maybeText,
  website: maybeText,
});

const reference = z.strictObject({
  organId: text,
  code: text,
  promulgationDate: day.optional(),
  documentId: text,
});

const staff = z.strictObject({ department: maybeText, name: maybeText, email: maybeText, mobile: maybeText });

const businessDetail = z.strictObject({
  reason: maybeText,
  documentId: maybeText,
  paperFollows: z.boolean().optional(),
  staff: staff.optional(),
  update: z
    .strictObject({
      content: z.boolean(),
      receivers: z.boolean(),
      receiverList: z.array(z.strictObject({ organId: text, type: z.literal([0, 1]) })),
    })
    .optional(),
  replaces: z.array(z.strictObject({ documentId: text, organIds: z.array(text) })).optional(),
});

/** `content` in base64 or the path of a `file`; `size` and `sha256`, where given, are compared. */
const attachment = z.strictObject({
  name: maybeText,
  type: maybeText,
  description: maybeText,
  size: z.number().optional(),
  sha256: maybeText,
  content: maybeText,
  file: maybeText,
});
export type GivenAttachment = z.infer<typeof attachment>;

const documentMessage = z.strictObject({
  kind: z.literal('document'),
  from: organ,
  to: z.array(organ),
  codeNumber: text,
  codeNotation: text,
  place: text.default(''),
  promulgationDate: day.optional(),
  typeName: text.default('Công văn'),
  subject: text,
  content: maybeText,
  signer: z.strictObject({ competence: maybeText, position: maybeText, fullName: text }).optional(),
  dueDate: day.optional(),
  toPlaces: z.array(text).optional(),
  priority: z.number().default(0),
  responseFor: z.array(reference).default([]),
  documentId: text,
  business: z.enum(['new', 'revoke', 'update', 'replace']).default('new'),
  businessDetail: businessDetail.optional(),
  trace: z.array(z.strictObject({ organId: text, at: moment })).default([]),
  attachments: z.array(attachment).default([]),
});

const statusMessage = z.strictObject({
  kind: z.literal('status'),
  from: organ,
  responseFor: reference,
  status: z.enum(EDXML_STATUSES),
  description: maybeText,
  staff: staff.optional(),
  at: moment.optional(),
});

/** The JSON that `edxml read` prints, given back. */
export const messageFile = z.discriminatedUnion('kind', [documentMessage, statusMessage]);

/**
 * An untyped attachment stays untyped: the codec looks at its bytes.
 *
 * @returns a Vietnamese sentence instead of the attachment when its content is missing, damaged or another one
 */
export function attachmentOf(given: GivenAttachment, name: string, fromFile: Buffer | null): Attachment | string {
  const content = fromFile ?? contentOf(given);
  if (content === null) {
    return `Tệp đính kèm "${name}" không có nội dung base64 nguyên vẹn (content) hay đường dẫn (file); đọc lại bằng "edxml read --content".`;
  }
  if (given.sha256 !== undefined && given.sha256 !== sha256Of(content)) {
    return `Tệp đính kèm "${name}" không khớp sha256 đã ghi.`;
  }
  return {
    name,
    contentType: given.type ?? '',
    ...(given.description !== undefined && { description: given.description }),
    content,
  };
}

/** Node drops what is not base64; whatever it dropped shows when the bytes are written again. */
function contentOf({ content }: GivenAttachment): Buffer | null {
  if (content === undefined) return null;
  const packed = content.replace(/\s+/gu, '');
  const bytes = Buffer.from(packed, 'base64');
  return bytes.toString('base64') === packed ? bytes : null;
}
