import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { DeskRefusal } from '../desks/desk-refusal.js';
import { FEEDBACK_CHANNELS, FEEDBACK_KINDS, type FeedbackDraft, feedbackDraft } from '../feedback-ticket.js';
import { HotlineDeskPage, type SentList, SentFeedbackPage } from '../pages/hotline-pages.js';
import { sampleFiles } from '../pages/sample-files.js';
import { STATUS_WORDS } from '../pages/wording.js';
import { FEEDBACK_SAMPLES } from '../samples.js';
import type { SentFeedback } from '../store/feedback-book.js';
import { type PageDesk, show } from './page-desk.js';

const MAX_LISTED = 50;

const chosen = z.object({ mau: z.coerce.number().int().catch(0) });
const pathCode = z.object({ code: z.string() });
const pathAttachment = z.object({ consignmentId: z.string(), index: z.coerce.number().int().min(0) });

const feedbackForm = z.object({
  token: z.string().optional(),
  kind: z.enum(FEEDBACK_KINDS).catch('feedback'),
  channel: z.enum(FEEDBACK_CHANNELS).catch('phone'),
  category: z.string().default(''),
  place: z.string().default(''),
  subject: z.string().default(''),
  text: z.string().default(''),
  name: z.string().default(''),
  phone: z.string().default(''),
  email: z.string().default(''),
  address: z.string().default(''),
  keepSecret: z.literal('1').optional(),
  files: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
});

/** The hotline's desk: the form, what was sent, and what came back. */
export function hotlineRoutes(app: FastifyInstance, page: PageDesk): void {
  const { office, hotline } = page.desks;
  const sentList = (): SentList => ({
    count: office.store.feedback.count(),
    newest: office.store.feedback
      .newest(MAX_LISTED)
      .map((feedback) => ({ feedback, lastWord: lastWord(page, feedback) })),
  });

  app.get('/tong-dai', (request, reply) => {
    const draft = sampleAt(chosen.parse(request.query).mau);
    return show(reply, <HotlineDeskPage context={page.context(request.query)} draft={draft} sent={sentList()} />);
  });
  app.post('/tong-dai', (request, reply) => {
    const form = feedbackForm.parse(request.body);
    const written = writtenDraft(form);
    try {
      page.token.require(form.token);
      const draft = feedbackDraft.safeParse(written);
      if (!draft.success)
        throw new DeskRefusal('unable', 'Điền đủ lĩnh vực, nơi xảy ra, trích yếu, nội dung và người phản ánh.');
      const sent = hotline.send(draft.data, sampleFiles(form.files));
      return reply.redirect(`/tong-dai/${sent.hotlineCode}?xong=da-gui`, 303);
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      const context = page.context({}, error.message);
      return show(reply, <HotlineDeskPage context={context} draft={written} sent={sentList()} />, 409);
    }
  });
  app.get('/tong-dai/:code', (request, reply) => {
    const sent = office.store.feedback.find(pathCode.parse(request.params).code);
    if (!sent) throw new DeskRefusal('unknown', 'Không có phiếu này.');
    const context = page.context(request.query);
    return show(reply, <SentFeedbackPage context={context} sent={sent} returned={hotline.cameBack(sent)} />);
  });
  app.get('/tong-dai/tep/:consignmentId/:index', (request, reply) => {
    const { consignmentId, index } = pathAttachment.parse(request.params);
    const file = hotline.attachment(consignmentId, index);
    if (!file) throw new DeskRefusal('unknown', 'Không có tệp này.');
    return reply
      .header('content-security-policy', 'sandbox')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .type('application/octet-stream')
      .send(file.content);
  });
}

/** What the operator wrote, complete or not. */
function writtenDraft(form: z.output<typeof feedbackForm>): FeedbackDraft {
  const { kind, channel, category, place, subject, text, name, phone, email, address } = form;
  const sender = { name, phone, email, address, keepSecret: form.keepSecret !== undefined };
  return { kind, channel, category, place, subject, text, sender };
}

function sampleAt(index: number): FeedbackDraft {
  return feedbackDraft.parse(FEEDBACK_SAMPLES[index] ?? FEEDBACK_SAMPLES[0]);
}

function lastWord(page: PageDesk, feedback: SentFeedback): string {
  const last = page.desks.office.store.ledger.answersTo(feedback.documentId).at(-1);
  if (!last) return 'chưa có trả lời';
  return last.status === null ? 'đã có văn bản trả lời' : `${last.status} ${STATUS_WORDS[last.status] ?? ''}`;
}
