import type { Feedback } from '../../../src/exchange/ports/feedback.js';
import type { Attachment } from '../../../src/exchange/ports/message.js';
import { JsonFeedbackReader, writeFeedback } from './feedback.js';
import { REPLY } from './golden/messages.js';

const reader = new JsonFeedbackReader();
const photo: Attachment = { name: 'ảnh.jpg', contentType: 'image/jpeg', content: Buffer.from('x') };
const json = (value: unknown): Attachment => ({
  name: 'phan-anh.json',
  contentType: 'application/json',
  content: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8'),
});
const read = (...attachments: readonly Attachment[]) => reader.read({ ...REPLY, attachments });

const FEEDBACK: Feedback = {
  hotlineCode: '1022-2026-004512',
  receivedAt: new Date('2026-03-12T02:15:00Z'),
  channel: 'phone',
  kind: 'petition',
  sender: { name: 'Người Thử', phone: '0900000000', email: 'a@b.example', address: 'Số 1', keepSecret: false },
  text: 'Trường thu khoản ngoài quy định.\nĐề nghị kiểm tra.',
  place: 'Trường Thử Nghiệm',
  category: 'Thu chi',
  files: ['ảnh.jpg'],
};

it('comes back as the hotline wrote it', () => {
  expect(read(writeFeedback(FEEDBACK), photo)).toEqual({ feedback: FEEDBACK, complete: true, doubts: [] });
});

it('keeps only what was said', () => {
  const { feedback } = read(
    json({
      hotlineCode: 7,
      kind: 'feedback',
      sender: { name: null, phone: '', keepSecret: true },
      text: 'a',
      extra: 1,
    }),
  );

  expect(feedback).toEqual({ hotlineCode: '7', kind: 'feedback', sender: { keepSecret: true }, text: 'a', files: [] });
});

it('keeps Vietnamese in NFC and without control characters', () => {
  const { feedback } = read(json({ ...FEEDBACK, text: 'Hải Phòng\u0007'.normalize('NFD'), files: [] }));

  expect(feedback.text).toBe('Hải Phòng');
});

it.each([
  ['no file', [photo], 'feedback-file-missing'],
  ['a file that is not JSON', [json('{"hotlineCode":'), photo], 'feedback-file-broken'],
  ['a file that is no object', [json([1]), photo], 'feedback-file-broken'],
  [
    'a file that is not UTF-8',
    [{ ...json(''), content: Buffer.from([0x22, 0xff, 0x22]) }, photo],
    'feedback-file-broken',
  ],
  ['a file too large to be one', [json(`"${'a'.repeat(1024 * 1024)}"`), photo], 'feedback-file-broken'],
])('%s: the letter’s own words, for a clerk to complete', (_what, attachments, code) => {
  expect(read(...attachments)).toEqual({
    feedback: {
      hotlineCode: REPLY.documentId,
      kind: 'feedback',
      sender: { keepSecret: true },
      text: `${REPLY.subject}\n\n${REPLY.content ?? ''}`,
      files: ['ảnh.jpg'],
    },
    complete: false,
    doubts: [expect.objectContaining({ code })],
  });
});

it.each([
  ['the hotline’s number', { hotlineCode: '' }, 'hotline-code-missing', { hotlineCode: REPLY.documentId }],
  ['the text', { text: '  ' }, 'text-missing', { text: `${REPLY.subject}\n\n${REPLY.content ?? ''}` }],
  ['the kind', { kind: 'complaint' }, 'kind-unknown', { kind: 'feedback' }],
  ['the wish for secrecy', { sender: { name: 'A' } }, 'secrecy-unknown', { sender: { name: 'A', keepSecret: true } }],
  ['the sender', { sender: 'A' }, 'secrecy-unknown', { sender: { keepSecret: true } }],
  [
    'a file that it names',
    { files: ['ảnh.jpg', { name: 'b.jpg' }, 3] },
    'files-missing',
    { files: ['ảnh.jpg', 'b.jpg'] },
  ],
])('without %s it is not complete', (_what, change, code, expected) => {
  const reading = read(json({ ...FEEDBACK, ...change }), photo);

  expect(reading.complete).toBe(false);
  expect(reading.feedback).toMatchObject(expected);
  expect(reading.doubts).toEqual([expect.objectContaining({ code })]);
});

it.each([
  ['a moment without zone', { receivedAt: '2026-03-12 09:15' }],
  ['no moment', { receivedAt: null }],
])('%s is left out: the legal clock does not need it', (_what, change) => {
  const { feedback, complete } = read(json({ ...FEEDBACK, ...change }), photo);

  expect(feedback).not.toHaveProperty('receivedAt');
  expect(complete).toBe(true);
});
