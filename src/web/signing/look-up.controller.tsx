import { Controller, Param, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Allow } from '../../platform/http/access.js';
import { lookUpView } from './look-up-view.js';
import { LookUpPage } from './look-up-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { LookUpPageQuery } from './look-up-page-query.js';
import { Page } from '../kit/http/routes.js';

/** Per address: enough for a person with a stack of papers, too little to guess codes. */
const LOOKS_A_MINUTE = { max: 60, timeWindow: '1 minute' };

const asked = z.object({ ma: optional() });

/** Public look-up for holders of our documents. All unknown codes get the same answer, also malformed ones. */
@Controller()
@Allow('public')
export class LookUpController {
  constructor(private readonly found: LookUpPageQuery) {}

  @Page('tra-cuu')
  @RouteConfig({ rateLimit: LOOKS_A_MINUTE })
  ask(
    @Query(new FormPipe(asked)) { ma }: z.infer<typeof asked>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.draw(ma.trim(), reply);
  }

  @Page('tra-cuu/:code')
  @RouteConfig({ rateLimit: LOOKS_A_MINUTE })
  lookUp(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.draw(code, reply);
  }

  private async draw(typed: string, reply: FastifyReply): Promise<string> {
    const reading = typed === '' ? null : await this.found.read(typed);
    if (typed !== '' && reading === null) void reply.status(404);
    return renderPage(<LookUpPage view={lookUpView(typed, reading)} />);
  }
}
