import type { ReceivedFeedback } from '../../../exchange/index.js';
import { categoryOfWords } from '../../domain/intake/category-words.js';
import { keptWords } from '../../domain/identity/citizen-words.js';
import { levelOfPriority } from '../../domain/deadlines/ticket-periods.js';
import type { NewTicket } from './enter-ticket.js';

const LENGTHS = { channel: 40, place: 200, name: 100, phone: 30, email: 200, address: 300 } as const;

/** A line of the message within the length of its column; empty where the message has none. */
function line(text: string | null | undefined, length: number): string {
  return (text ?? '').slice(0, length);
}

/** What a ticket begins with, of the hotline's message. */
export function hotlineFacts({
  feedback,
  subject,
  complete,
  priority,
  queuedAt,
}: ReceivedFeedback): Omit<NewTicket, 'incomingDocumentId'> {
  const { sender } = feedback;
  const hotlineCategory = line(feedback.category, 100);
  return {
    hotlineCode: feedback.hotlineCode,
    nature: 'feedback',
    kind: feedback.kind,
    level: levelOfPriority(priority),
    category: categoryOfWords(hotlineCategory),
    hotlineCategory,
    channel: line(feedback.channel, LENGTHS.channel),
    subject: subject.slice(0, 500),
    words: keptWords(feedback.text),
    place: line(feedback.place, LENGTHS.place),
    senderName: line(sender.name, LENGTHS.name),
    senderPhone: line(sender.phone, LENGTHS.phone),
    senderEmail: line(sender.email, LENGTHS.email),
    senderAddress: line(sender.address, LENGTHS.address),
    keepSecret: sender.keepSecret,
    complete,
    startedAt: queuedAt,
  };
}
