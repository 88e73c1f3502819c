import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, ParseIntPipe, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AccessChanges } from '../../journal/index.js';
import { ACCESS_CONFIRMERS } from '../../journal/domain/access-acts.js';
import { JOURNAL_EXPORTERS, JOURNAL_READERS } from '../../journal/domain/policy.js';
import type { ExportForm } from '../../journal/domain/export-line.js';
import type { Actor } from '../../kernel/actor.js';
import { MAX_SEQ } from '../../platform/database/max-seq.js';
import { Allow } from '../../platform/http/access.js';
import { journalLineView, journalView } from './journal-view.js';
import { JOURNAL, journalAddress, type JournalAddress } from './journal-form.js';
import { JournalPage } from './journal-page.js';
import { JournalLinePage } from './journal-line-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, lines } from '../kit/http/form-pipe.js';
import { PageContextFactory, type RequestContext } from '../kit/http/page-context.js';
import { JournalPageQuery } from './journal-page-query.js';
import { Act, CurrentContext, Page, type RedirectTo } from '../kit/http/routes.js';
import { done } from '../account/flash-messages.js';
import { dispositionParameters } from '../ticket-files/file-answer.js';

const chosen = z.object({
  seq: lines().transform((given) => given.map(Number).filter((seq) => Number.isInteger(seq) && seq <= MAX_SEQ)),
});

const TYPES: Readonly<Record<ExportForm, string>> = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' };

/** The journal, read and handed out. */
@Controller('nhat-ky')
@Allow(JOURNAL_READERS)
export class JournalController {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly journal: JournalPageQuery,
    private readonly changes: AccessChanges,
  ) {}

  @Page('')
  async page(
    @CurrentContext() context: RequestContext,
    @Query(new FormPipe(journalAddress)) asked: JournalAddress,
  ): Promise<string> {
    const view = journalView(await this.journal.page(context.actor, asked));
    return renderPage(<JournalPage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('xuat.csv')
  @Allow(JOURNAL_EXPORTERS)
  csv(
    @CurrentContext() { actor }: RequestContext,
    @Query(new FormPipe(journalAddress)) asked: JournalAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(actor, asked, { form: 'csv', reply });
  }

  @Get('xuat.jsonl')
  @Allow(JOURNAL_EXPORTERS)
  jsonl(
    @CurrentContext() { actor }: RequestContext,
    @Query(new FormPipe(journalAddress)) asked: JournalAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.file(actor, asked, { form: 'jsonl', reply });
  }

  @Page(':seq')
  async line(@CurrentContext() context: RequestContext, @Param('seq', ParseIntPipe) seq: number): Promise<string> {
    const view = journalLineView(await this.journal.line(context.actor, seq));
    return renderPage(<JournalLinePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Act('xac-nhan')
  @Allow(ACCESS_CONFIRMERS)
  async confirmAll(
    @CurrentContext() { actor, request }: RequestContext,
    @Body(new FormPipe(chosen)) { seq }: z.infer<typeof chosen>,
  ): Promise<RedirectTo> {
    await this.changes.confirmAll(actor, seq);
    return done(request, `Đã xác nhận ${String(seq.length)} thay đổi quyền.`, JOURNAL);
  }

  @Act(':seq/xac-nhan')
  @Allow(ACCESS_CONFIRMERS)
  async confirm(
    @CurrentContext() { actor, request }: RequestContext,
    @Param('seq', ParseIntPipe) seq: number,
  ): Promise<RedirectTo> {
    await this.changes.confirm(actor, seq);
    return done(request, 'Đã xác nhận thay đổi quyền.', JOURNAL);
  }

  /** Read while it is sent: a journal of years does not fit into memory. */
  private async file(
    actor: Actor,
    asked: JournalAddress,
    { form, reply }: { readonly form: ExportForm; readonly reply: FastifyReply },
  ): Promise<StreamableFile> {
    const pieces = await this.journal.export(actor, asked, form);
    void reply.header('content-security-policy', "default-src 'none'; sandbox");
    void reply.header('cache-control', 'private, no-store');
    const disposition = `attachment; ${dispositionParameters(`nhat-ky.${form}`)}`;
    return new StreamableFile(Readable.from(pieces), { type: TYPES[form], disposition });
  }
}
