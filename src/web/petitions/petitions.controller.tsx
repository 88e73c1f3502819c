import { Body, Controller, Get, Param, Query, Redirect, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { EnterPetition, PetitionQueries, PetitionRegisterExport, ReadPetition } from '../../petitions/index.js';
import { PETITION_KEEPERS, PETITION_READERS } from '../../petitions/domain/petition-access.js';
import { PETITION_KINDS } from '../../petitions/domain/petition.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { done, takeRefusedForm } from '../account/flash-messages.js';
import type { Posted } from '../kit/form/posted-form.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { download, XLSX } from '../ticket-files/file-answer.js';
import { entering } from './petition-forms.js';
import { PetitionsPage } from './petitions-page.js';
import { PETITIONS, petitionsView } from './petitions-view.js';

const address = z.object({
  nam: z.coerce.number().int().min(2000).max(2999).nullable().catch(null).default(null),
  loai: z.enum(PETITION_KINDS).nullable().catch(null).default(null),
  'tat-ca': z.string().max(1).catch('').default(''),
});

/** The register of complaints, denunciations and requests for protection. */
@Controller()
@Allow(PETITION_READERS)
export class PetitionsController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly day: PresentDay,
    private readonly queries: PetitionQueries,
    private readonly enterPetition: EnterPetition,
    private readonly register: PetitionRegisterExport,
    private readonly petitions: ReadPetition,
  ) {}

  @Page('so-tiep-nhan-don')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(address)) { nam, loai: kind, 'tat-ca': wish }: z.infer<typeof address>,
  ): Promise<string> {
    const { actor, request } = context;
    const today = await this.day.now();
    const year = nam ?? yearOf(civilDateOf(today.now));
    const all = wish !== '';
    const [petitions, years] = await Promise.all([
      this.queries.list(actor, { year, kind, open: !all }),
      this.queries.years(),
    ]);
    const reading = { actor, today, year, kind, all, years, petitions, key: newId() };
    const view = petitionsView(reading, takeRefusedForm(request, PETITIONS));
    return renderPage(<PetitionsPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('so-tiep-nhan-don')
  @Allow(['registryClerk'])
  async enter(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(entering.pipe) given: Posted<typeof entering>,
  ): Promise<RedirectTo> {
    const id = await this.enterPetition.enter(actor, given);
    return done(request, 'Đã ghi đơn vào sổ.', `/don/${id}`);
  }

  /** From a ticket to the petition that it was entered as. */
  @Get('don/cua-phieu/:ticketId')
  @Redirect('/', 303)
  async ofTicket(@CurrentActor() actor: Actor, @Param('ticketId') ticketId: string): Promise<RedirectTo> {
    return { url: `/don/${await this.petitions.idOfTicket(actor, ticketId)}` };
  }

  @Get('so-tiep-nhan-don.xlsx')
  @Allow(PETITION_KEEPERS)
  async sheet(
    @CurrentActor() actor: Actor,
    @Query(new FormPipe(address)) { nam }: z.infer<typeof address>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const year = nam ?? yearOf(civilDateOf((await this.day.now()).now));
    const content = await this.register.xlsx(actor, year);
    return download(reply, { content, name: `so-tiep-nhan-don-${String(year)}.xlsx`, type: XLSX });
  }
}
