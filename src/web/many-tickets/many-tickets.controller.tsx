import { Body, Controller, Query } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { eachForItself } from '../../kernel/each-for-itself.js';
import { DomainError } from '../../kernel/domain-error.js';
import { requireText } from '../../kernel/required-text.js';
import { Allow } from '../../platform/http/access.js';
import { StaffDirectory } from '../../organisation/index.js';
import {
  AssignTicket,
  noteWords,
  REMINDER_LENGTHS,
  RemindHolder,
  soundReceiver,
  TicketListReader,
  UndoAct,
  WorkOnTicket,
} from '../../tickets/index.js';
import { isUndoable } from '../../tickets/domain/undo.js';
import { takeRefusedForm, type RefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { cameFrom } from '../kit/http/local-path.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { Act, CurrentContext, Page, STAFF, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { chosenInList, listBefore, MAX_CHOSEN, type ChosenInList } from './chosen-in-list.js';
import { ChosenPage } from './chosen-page.js';
import { ChosenPageQuery } from './chosen-page-query.js';
import { chosenView } from './chosen-view.js';
import { ASSIGN_MANY, HANDERS, NOTE_MANY, NOTERS, REMIND_MANY, REMINDERS } from './many-acts.js';
import { inTurn } from './in-turn.js';
import { manyDone, showMany, undoableOf, type ManyDone } from './many-done.js';
import {
  assignMany,
  assignManyForm,
  MAX_MANY,
  noteMany,
  noteManyForm,
  remindMany,
  remindManyForm,
} from './many-forms.js';
import { ManyResultPage } from './many-result-page.js';
import { manyResultView } from './many-result-view.js';
import { ReceiverChoicesQuery } from './receiver-choices-query.js';

/** One act for several tickets: the words are written once, and each ticket is dealt with by itself. */
@Controller('nhieu-phieu')
@Allow(STAFF)
export class ManyTicketsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly query: ChosenPageQuery,
    private readonly lists: TicketListReader,
    private readonly work: WorkOnTicket,
    private readonly remindHolder: RemindHolder,
    private readonly undoAct: UndoAct,
    private readonly assignTicket: AssignTicket,
    private readonly staff: StaffDirectory,
    private readonly receivers: ReceiverChoicesQuery,
  ) {}

  @Page('giao')
  @Allow(HANDERS)
  async assignPage(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(chosenInList)) given: ChosenInList,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, ASSIGN_MANY);
    const back = backOf(context, refused);
    const reading = await this.query.read(context.actor, 'assign', idsOf(given, refused));
    const words = { heading: 'Giao việc nhiều phiếu', othersHeading: 'Không giao được các phiếu này', back };
    const form = assignManyForm(back, await this.receivers.read(context.actor), refused);
    const view = chosenView(reading, words, form);
    return renderPage(<ChosenPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('giao')
  @Allow(HANDERS)
  async assign(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(assignMany.pipe) { phieu, ve, ...receiver }: Posted<typeof assignMany>,
  ): Promise<RedirectTo> {
    await soundReceiver(this.staff, receiver);
    const outcomes = await eachForItself(inTurn(phieu), (one) =>
      this.assignTicket.assign(actor, { ...one, ...receiver }),
    );
    return showMany(request, manyDone('assign', ve, outcomes));
  }

  @Page('ghi-tien-do')
  @Allow(NOTERS)
  async notePage(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(chosenInList)) given: ChosenInList,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, NOTE_MANY);
    const back = backOf(context, refused);
    const reading = await this.query.read(context.actor, 'note', idsOf(given, refused));
    const words = { heading: 'Ghi tiến độ nhiều phiếu', othersHeading: 'Không ghi được ở các phiếu này', back };
    const view = chosenView(reading, words, noteManyForm(back, refused));
    return renderPage(<ChosenPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('ghi-tien-do')
  @Allow(NOTERS)
  async note(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(noteMany.pipe) { phieu, ve, ...given }: Posted<typeof noteMany>,
  ): Promise<RedirectTo> {
    noteWords(given);
    const field = 'progress';
    const mayBeTakenBack = isUndoable({ kind: field, toHotline: given.audience === 'hotline', isFollowed: false });
    const outcomes = await eachForItself(phieu, async ({ ticketId, seen }) => {
      const lineId = await this.work.note(actor, ticketId, { ...given, field, seen });
      return mayBeTakenBack ? lineId : null;
    });
    return showMany(request, manyDone('note', ve, outcomes));
  }

  @Page('nhac')
  @Allow(REMINDERS)
  async remindPage(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(chosenInList)) given: ChosenInList,
  ): Promise<string> {
    const refused = takeRefusedForm(context.request, REMIND_MANY);
    const back = backOf(context, refused);
    const reading = await this.query.read(context.actor, 'remindHolder', idsOf(given, refused));
    const words = { heading: 'Nhắc đơn vị chủ trì', othersHeading: 'Không nhắc được ở các phiếu này', back };
    const view = chosenView(reading, words, remindManyForm(back, refused));
    return renderPage(<ChosenPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('nhac')
  @Allow(REMINDERS)
  async remind(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(remindMany.pipe) { phieu, ve, text }: Posted<typeof remindMany>,
  ): Promise<RedirectTo> {
    requireText('text', text, REMINDER_LENGTHS);
    const outcomes = await eachForItself(inTurn(phieu), (one) => this.remindHolder.remind(actor, { ...one, text }));
    return showMany(request, manyDone('remind', ve, outcomes));
  }

  @Page('ket-qua')
  async result(@CurrentContext() context: RequestContext): Promise<string> {
    const many = manyOf(context);
    const view = manyResultView(many, await this.rowsOf(context.actor, many));
    return renderPage(<ManyResultPage frame={await this.pageContext.of(context)} view={view} />);
  }

  /** Takes back what was done last, ticket by ticket; where something has followed it stays, and the result says so. */
  @Act('hoan-tac')
  async undo(@CurrentContext() context: RequestContext): Promise<RedirectTo> {
    const { actor, request } = context;
    const many = manyOf(context);
    const outcomes = await eachForItself(undoableOf(many), async (one) => {
      await this.undoAct.undo(actor, one);
      return null;
    });
    return showMany(request, manyDone('undo', many.back, outcomes));
  }

  private rowsOf(actor: Actor, { done, refused }: ManyDone) {
    const ids = [...done.map(({ ticketId }) => ticketId), ...refused.flatMap(({ ticketIds }) => ticketIds)];
    return this.lists.page(actor, { ids }, null, MAX_MANY);
  }
}

/** @throws DomainError `not-found` where nothing was done in this session */
function manyOf({ request }: RequestContext): ManyDone {
  const { manyDone: many } = request.session;
  if (many === undefined) throw new DomainError('not-found', { what: 'manyDone' });
  return many;
}

/** After a refusal the tickets come from the form itself: not every browser says on which address it was filled in. */
function idsOf({ phieu }: ChosenInList, refused: RefusedForm | null): readonly string[] {
  const posted = [refused?.fields['phieu'] ?? []].flat().map((value) => value.split('~', 1)[0] ?? '');
  return phieu.length > 0 ? phieu : posted.slice(0, MAX_CHOSEN);
}

/** The list from which one came. */
function backOf({ request }: RequestContext, refused: RefusedForm | null): string {
  const [kept] = [refused?.fields['ve'] ?? []].flat();
  return listBefore(kept ?? cameFrom(request), '/nhieu-phieu');
}
