import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../platform/http/access.js';
import { formToken } from '../../../platform/http/bodies/form-owner.js';
import { MAX_BODY_BYTES } from '../../../platform/http/http-adapter.js';
import { resumeView } from '../shell/resume.js';
import { renderPage } from '../render-page.js';
import { ResumePage } from '../resume-page.js';
import { PageContextFactory, type RequestContext } from './page-context.js';
import { CurrentContext, Page } from './routes.js';
import { isOfSession, takeWaitingForm } from './waiting-form.js';

/** What a page asks before it sends a form: whose session this is now, and the token that its forms need. */
interface SessionAnswer {
  readonly csrf: string;
  /** How much a form without files may hold, in bytes. */
  readonly longestForm: number;
}

/** Going on with a form after its session had ended. */
@Controller()
export class ResumeController {
  constructor(private readonly pageContext: PageContextFactory) {}

  @Page('gui-tiep')
  @Allow('signedIn')
  async page(@CurrentContext() context: RequestContext): Promise<string> {
    const { request } = context;
    const form = takeWaitingForm(request);
    const view = resumeView(form, form !== null && isOfSession(form.owner, request));
    return renderPage(<ResumePage frame={await this.pageContext.of(context)} view={view} />);
  }

  @Get('phien')
  @Allow('public')
  @Header('cache-control', 'no-store')
  session(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): SessionAnswer {
    return { csrf: formToken(request, reply), longestForm: MAX_BODY_BYTES };
  }
}
