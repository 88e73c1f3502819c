import { EdxmlCodec } from '../../../integrations/e-office/edxml/edxml-codec.js';
import { FEEDBACK_FILE } from '../../../integrations/e-office/edxml/feedback.js';
import type { DocumentMessage } from '../../../src/exchange/ports/message.js';

const codec = new EdxmlCodec();

function documentIn(bytes: Buffer): DocumentMessage {
  const { message } = codec.read(bytes);
  if (message?.kind !== 'document') throw new Error('Not a document.');
  return message;
}

/** The same document once more, changed. */
export function changed(bytes: Buffer, change: Partial<DocumentMessage>): Buffer {
  return codec.write({ ...documentIn(bytes), ...change });
}

/** Another citizen's feedback, as the hotline would have written it: under its own ids. */
export function another(bytes: Buffer, own: { readonly documentId: string; readonly hotlineCode: string }): Buffer {
  const message = documentIn(bytes);
  const attachments = message.attachments.map((attachment) => {
    if (attachment.name !== FEEDBACK_FILE) return attachment;
    const feedback = JSON.parse(attachment.content.toString('utf8')) as object;
    return { ...attachment, content: Buffer.from(JSON.stringify({ ...feedback, hotlineCode: own.hotlineCode })) };
  });
  return codec.write({ ...message, documentId: own.documentId, attachments });
}
