import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config/settings.js';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import { withoutPeople } from '../../../privacy/domain/find-private.js';
import { FeedbackReader } from '../../ports/feedback-reader.port.js';
import type { DocumentMessage } from '../../ports/message.js';
import { beginningOf } from '../../../kernel/beginning-of.js';

/** Of an overlong text no more is searched for people: eight times what the register keeps of a subject. */
const LOOKED_THROUGH = 8 * REGISTER_LENGTHS.subject;

/** The registers are read by the whole staff and shown in the e-office, so of what citizens wrote no person stands in them, nor on pages beside them. */
@Injectable()
export class RedactHotlineSubject {
  constructor(
    private readonly settings: Settings,
    private readonly feedback: FeedbackReader,
  ) {}

  isByHotline(message: DocumentMessage): boolean {
    return message.from.id === this.settings.hotline.code;
  }

  /** @param text of the message; that of any other agency stays as it is */
  redact(message: DocumentMessage, text: string): string {
    if (!this.isByHotline(message)) return text;
    const { name = '', phone = '', email = '', address = '' } = this.feedback.read(message).feedback.sender;
    return withoutPeople(beginningOf(text, LOOKED_THROUGH), { name, phone, email, address });
  }
}
