import { Body, Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';
import { refusalSentence } from '../../platform/http/wording.js';
import { TakeProposal, type SeenProposal } from '../../proposals/index.js';
import { done, flash } from '../account/flash-messages.js';
import { FormPipe, lines } from '../kit/http/form-pipe.js';
import { cameFrom } from '../kit/http/local-path.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { ActAndGoOn } from '../tickets/act-and-go-on.js';
import { MAX_CHOSEN, ProposedAssignmentsQuery } from './proposed-assignments-query.js';
import { ProposedAssignmentsPage } from './proposed-assignments-page.js';
import { ASSIGN_AS_PROPOSED, ASSIGNERS, proposedAssignmentsView, readChoice } from './proposed-assignments-view.js';

const chosen = z.object({ phieu: lines().transform((ids) => ids.slice(0, MAX_CHOSEN)) });
const choices = z.object({
  phieu: lines()
    .transform((values) => values.slice(0, MAX_CHOSEN).flatMap((value) => readChoice(value) ?? []))
    .refine((found) => found.length > 0, 'Đánh dấu ít nhất một phiếu.'),
});

/** What was not done, and why. */
interface Refused {
  readonly ticketId: string;
  readonly sentence: string;
}

/** Assigns several tickets at once, each as proposed. */
@Controller(ASSIGN_AS_PROPOSED.slice(1))
@Allow(ASSIGNERS)
export class ProposedAssignmentsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: ProposedAssignmentsQuery,
    private readonly takeProposal: TakeProposal,
    private readonly onward: ActAndGoOn,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(chosen)) { phieu }: z.infer<typeof chosen>,
  ): Promise<string> {
    const view = proposedAssignmentsView(await this.query.read(context.actor, phieu));
    return renderPage(<ProposedAssignmentsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  /** What was looked over together is assigned together; beside a list it is the ticket that is shown. */
  @Act('')
  async take(
    @CurrentContext() context: RequestContext,
    @Body(new FormPipe(choices)) { phieu }: z.infer<typeof choices>,
  ): Promise<RedirectTo> {
    const [shown, ...more] = phieu;
    const isChosenHere = cameFrom(context.request)?.startsWith(ASSIGN_AS_PROPOSED) ?? true;
    if (shown === undefined || more.length > 0 || isChosenHere) return this.takeAll(context, phieu);
    const told = { ticketId: shown.ticketId, done: 'Đã giao phiếu theo đề xuất.' };
    return this.onward.act(context, told, () => this.takeProposal.take(context.actor, shown));
  }

  /** One after the other, each for itself: what one is refused for does not hold up the others. */
  private async takeAll({ actor, request }: RequestContext, phieu: readonly SeenProposal[]): Promise<RedirectTo> {
    const refused: Refused[] = [];
    for (const choice of phieu) refused.push(...(await this.refusalOf(actor, choice)));
    const handedOut = `Đã giao ${String(phieu.length - refused.length)} phiếu`;
    if (refused.length === 0) return done(request, `${handedOut}.`, '/?danh-sach=chua-giao');
    const reasons = [...new Set(refused.map(({ sentence }) => sentence))].join(' ');
    flash(request, 'refused', `${handedOut}; ${String(refused.length)} phiếu chưa giao được. ${reasons}`);
    const rest = new URLSearchParams(refused.map(({ ticketId }) => ['phieu', ticketId]));
    return { url: `${ASSIGN_AS_PROPOSED}?${rest.toString()}` };
  }

  private async refusalOf(actor: Actor, choice: SeenProposal): Promise<readonly Refused[]> {
    try {
      await this.takeProposal.take(actor, choice);
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [{ ticketId: choice.ticketId, sentence: refusalSentence(error) }];
    }
  }
}
