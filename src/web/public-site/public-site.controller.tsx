import { Controller, Get, Param, Query, Redirect, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Settings } from '../../config/settings.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';
import { MAX_RESULTS, PublicSite } from '../../publication/index.js';
import { PUBLIC_SITE } from './public-page.js';
import { OPEN_DATA, openDataFile, resultsFeed, type OpenDataReading } from './open-data.js';
import { publicContactsView, publicFiguresView, publicResultsView, publicResultView } from './public-site-view.js';
import { PublicContactsPage } from './public-contacts-page.js';
import { PublicDataPage } from './public-data-page.js';
import { PublicFiguresPage } from './public-figures-page.js';
import { PublicResultGonePage, PublicResultPage, PublicResultsPage } from './public-results-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, olderThan } from '../kit/http/form-pipe.js';
import { PublicAnswers } from './public-answers.js';
import type { RedirectTo } from '../kit/http/routes.js';

const FEED_RESULTS = 50;

/** What everybody may read, without signing in: results, contact officers, figures, and the same as files. */
@Controller(PUBLIC_SITE)
@Allow('public')
export class PublicSiteController {
  constructor(
    private readonly site: PublicSite,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly answers: PublicAnswers,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Redirect('/', 303)
  entrance(): RedirectTo {
    return { url: `${PUBLIC_SITE}/ket-qua` };
  }

  @Get('ket-qua')
  results(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query(new FormPipe(olderThan)) { truoc }: z.infer<typeof olderThan>,
  ): Promise<string> {
    return this.answers.send({ request, reply, key: `ket-qua?truoc=${String(truoc)}` }, async () => {
      const view = publicResultsView(await this.agency(), await this.site.results(truoc));
      return renderPage(<PublicResultsPage view={view} />);
    });
  }

  @Get('ket-qua/:number')
  async result(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('number') typed: string,
  ): Promise<string> {
    const number = /^[1-9]\d{0,8}$/u.test(typed) ? Number(typed) : 0;
    const result = await this.site.result(number);
    if (result === null) throw new DomainError('not-found', { what: 'publicResult' });
    const agency = await this.agency();
    if (result === 'gone') {
      void reply.status(410).type('text/html; charset=utf-8');
      return renderPage(<PublicResultGonePage agency={agency} />);
    }
    return this.answers.send({ request, reply, key: `ket-qua/${String(number)}` }, () =>
      Promise.resolve(renderPage(<PublicResultPage view={publicResultView(agency, result)} />)),
    );
  }

  @Get('dau-moi')
  contacts(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.answers.send({ request, reply, key: 'dau-moi' }, async () => {
      const view = publicContactsView(await this.agency(), await this.site.contacts());
      return renderPage(<PublicContactsPage view={view} />);
    });
  }

  @Get('so-lieu')
  figures(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.answers.send({ request, reply, key: 'so-lieu' }, async () => {
      const view = publicFiguresView(await this.agency(), await this.site.figures());
      return renderPage(<PublicFiguresPage view={view} />);
    });
  }

  @Get('du-lieu')
  data(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.answers.send({ request, reply, key: 'du-lieu' }, async () =>
      renderPage(<PublicDataPage view={{ agency: await this.agency(), sets: OPEN_DATA }} />),
    );
  }

  @Get('du-lieu/:file')
  file(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('file') name: string,
  ): Promise<string> {
    const file = openDataFile(name);
    if (file === null) throw new DomainError('not-found', { what: 'openData' });
    const { type, write } = file;
    return this.answers.send({ request, reply, key: `du-lieu/${name}`, type }, async () =>
      write(await this.reading(MAX_RESULTS)),
    );
  }

  @Get('rss.xml')
  feed(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const type = 'application/rss+xml; charset=utf-8';
    return this.answers.send({ request, reply, key: 'rss', type }, async () =>
      resultsFeed(await this.agency(), await this.reading(FEED_RESULTS)),
    );
  }

  private async reading(most: number): Promise<OpenDataReading> {
    const publicUrl = this.settings.http.publicUrl.replace(/\/$/u, '');
    const [results, contacts, figures] = await Promise.all([
      this.site.results(null, most),
      this.site.contacts(),
      this.site.figures(),
    ]);
    return { publicUrl, results, contacts, figures };
  }

  private async agency(): Promise<string> {
    return (await this.agencyProfiles.today()).name;
  }
}
