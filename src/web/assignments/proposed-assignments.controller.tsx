import { Body, Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { eachForItself } from '../../kernel/each-for-itself.js';
import { Allow } from '../../platform/http/access.js';
import { TakeProposal, type SeenProposal } from '../../proposals/index.js';
import { FormPipe, lines } from '../kit/http/form-pipe.js';
import { cameFrom } from '../kit/http/local-path.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { chosenInList, MAX_CHOSEN, type ChosenInList } from '../many-tickets/chosen-in-list.js';
import { inTurn } from '../many-tickets/in-turn.js';
import { manyDone, showMany } from '../many-tickets/many-done.js';
import { ActAndGoOn } from '../my-work/act-and-go-on.js';
import { ProposedAssignmentsQuery } from './proposed-assignments-query.js';
import { ProposedAssignmentsPage } from './proposed-assignments-page.js';
import { ASSIGN_AS_PROPOSED, ASSIGNERS, proposedAssignmentsView, readChoice } from './proposed-assignments-view.js';

const choices = z.object({
  phieu: lines()
    .transform((values) => values.slice(0, MAX_CHOSEN).flatMap((value) => readChoice(value) ?? []))
    .refine((found) => found.length > 0, 'Đánh dấu ít nhất một phiếu.'),
});

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
    @Query(new FormPipe(chosenInList)) { phieu }: ChosenInList,
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
    const told = { ticketId: shown.ticketId, done: 'Đã giao phiếu theo đề xuất.', undoes: 'assign' as const };
    return this.onward.act(context, told, () => this.takeProposal.take(context.actor, shown));
  }

  private async takeAll({ actor, request }: RequestContext, phieu: readonly SeenProposal[]): Promise<RedirectTo> {
    const outcomes = await eachForItself(inTurn(phieu), (choice) => this.takeProposal.take(actor, choice));
    return showMany(request, manyDone('assign', '/?danh-sach=chua-giao', outcomes));
  }
}
