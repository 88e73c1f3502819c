import { Body, Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { clean } from '../../kernel/vietnamese.js';
import { Allow } from '../../platform/http/access.js';
import { refusalSentence } from '../../platform/http/wording.js';
import { DecideWaiting, WAITING_KINDS, type DecidedItem, type ReadItem } from '../../tickets/index.js';
import { done, flash } from '../account/flash-messages.js';
import { FormPipe, lines, optional } from '../kit/http/form-pipe.js';
import { cameFrom, localPath } from '../kit/http/local-path.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { chosenInList, listBefore, type ChosenInList } from '../many-tickets/chosen-in-list.js';
import { manyDone, showMany } from '../many-tickets/many-done.js';
import { DecisionQueuePage } from './decision-queue-page.js';
import { DecisionQueuePageQuery } from './decision-queue-page-query.js';
import { decisionQueueView } from './decision-queue-view.js';

const QUEUE = '/quyet-dinh';

/** More than a page of the queue holds. */
const MAX_DECIDED = 100;

/** Of things that wait, those that were chosen, each as it was read. */
const items = lines()
  .transform((values) => [...new Set(values)].flatMap(readItem))
  .refine((chosen) => chosen.length > 0, 'Chưa chọn việc nào; đánh dấu việc cần quyết định rồi bấm lại.')
  .refine(
    (chosen) => chosen.length <= MAX_DECIDED,
    `Chọn nhiều nhất ${String(MAX_DECIDED)} việc mỗi lần; quyết định bớt rồi chọn tiếp.`,
  );

/** Emptied, it says that the leader writes nothing; a form without it takes the drafts. */
const directive = z.string().transform(clean).optional();

/** The list in which tickets were chosen; left out by a form of everything that waits. */
const back = z
  .string()
  .optional()
  .transform((given) => (given === undefined ? null : localPath(given, '/')));

const agreeing = z.object({ items, directive, ve: back });
const refusing = z.object({
  // Each with a reason of its own.
  items: items.refine((chosen) => chosen.length === 1, 'Mỗi lần chỉ ghi không đồng ý một việc, kèm lý do của việc đó.'),
  reason: optional(),
});

/** What waits for a leader, or for whom the department has authorised. */
@Controller('quyet-dinh')
@Allow(['leader', 'registryClerk', 'supervisor', 'formatChecker', 'unitHead'])
export class DecisionQueueController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly queue: DecisionQueuePageQuery,
    private readonly decide: DecideWaiting,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(chosenInList)) { phieu }: ChosenInList,
  ): Promise<string> {
    const [reading, today] = await Promise.all([this.queue.read(context.actor, phieu), this.day.now()]);
    const view = decisionQueueView(
      reading,
      today,
      phieu.length === 0 ? null : listBefore(cameFrom(context.request), QUEUE),
    );
    return renderPage(<DecisionQueuePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('dong-y')
  async agree(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(agreeing)) form: z.infer<typeof agreeing>,
  ): Promise<RedirectTo> {
    const decided = await this.decide.agree(actor, withDirective(form));
    if (form.ve !== null) return showMany(request, manyDone('approve', form.ve, decided));
    flash(request, decided.every(({ refused }) => refused === null) ? 'done' : 'refused', outcomeWords(decided));
    return { url: hereOf(request) };
  }

  @Act('khong-dong-y')
  async refuse(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(refusing)) form: z.infer<typeof refusing>,
  ): Promise<RedirectTo> {
    for (const item of form.items) await this.decide.refuse(actor, item, form.reason);
    return done(request, 'Đã ghi không đồng ý, kèm lý do.', hereOf(request));
  }
}

/** What is left of the tickets that were chosen, or of everything that waits. */
function hereOf(request: RequestContext['request']): string {
  const page = cameFrom(request);
  return page?.startsWith(`${QUEUE}?`) === true ? page : QUEUE;
}

/** A word to those who handle it is written for one at a time. */
function withDirective({ items: chosen, directive: written }: z.infer<typeof agreeing>): readonly ReadItem[] {
  return chosen.length === 1 && written !== undefined
    ? chosen.map((item) => ({ ...item, directive: written }))
    : chosen;
}

/** `Đã quyết định 3 việc. Chưa làm 1 việc: Người khác vừa cập nhật trước…` */
function outcomeWords(decided: readonly DecidedItem[]): string {
  const refusals = decided.flatMap(({ refused }) => (refused === null ? [] : [refusalSentence(refused)]));
  const done = decided.length - refusals.length;
  const sentences = [...new Set(refusals)];
  return [
    done > 0 ? `Đã quyết định ${String(done)} việc.` : null,
    refusals.length > 0
      ? `Chưa làm ${String(refusals.length)} việc, còn trong danh sách: ${sentences.join(' ')}`
      : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** @returns nothing for what is no item of ours */
function readItem(text: string): readonly ReadItem[] {
  const [kindName = '', id = '', ticketId = '', version = ''] = text.split('.');
  const kind = WAITING_KINDS.find((one) => one === kindName);
  const seen = Number(version);
  return kind === undefined || !Number.isSafeInteger(seen) ? [] : [{ kind, id, ticketId, seen }];
}
