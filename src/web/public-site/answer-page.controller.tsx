import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';
import { PostedFile, TakesFiles } from '../../platform/http/bodies/posted-file.js';
import { refusalOf } from '../../platform/http/refusal-filter.js';
import { AnswerByPage, AnswerPageReader } from '../../tickets/index.js';
import type { AnswerPageStanding } from '../../tickets/domain/answer-page.js';
import { FormPipe, oneLine, optional } from '../kit/http/form-pipe.js';
import { Page } from '../kit/http/routes.js';
import { renderPage } from '../kit/render-page.js';
import { AnswerPageGate } from './answer-page-gate.js';
import { AnswerPage } from './answer-page.js';
import { answerPageView, NOTHING_TYPED, unknownAnswerPage, type TypedAnswer } from './answer-page-view.js';

/** From one address: a secret has 192 bits, so that the limit only keeps a loop from asking the database. */
const LOOKS_A_MINUTE = { max: 30, timeWindow: '1 minute' };
const ANSWERS_A_MINUTE = { max: 10, timeWindow: '1 minute' };

/** Forms that leave no session behind, so that a loop of requests fills no table. */
const FORM = { rateLimit: ANSWERS_A_MINUTE, withoutSession: true } as const;

const STATUS: Readonly<Record<AnswerPageStanding, number>> = {
  open: 200,
  answered: 200,
  past: 410,
  late: 410,
  revoked: 410,
  settled: 410,
};

const answer = z.object({
  name: oneLine(),
  position: oneLine(),
  reply: optional(),
  files: z
    .union([z.instanceof(PostedFile), z.array(z.instanceof(PostedFile))])
    .optional()
    .catch(undefined)
    .transform((files) => [files ?? []].flat().filter(({ name }) => name !== '')),
});

/** A unit without accounts answers by the address of its page, without signing in. */
@Controller('tra-loi')
@Allow('public')
export class AnswerPageController {
  constructor(
    private readonly reader: AnswerPageReader,
    private readonly answerByPage: AnswerByPage,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  @Page(':token')
  @RouteConfig({ rateLimit: LOOKS_A_MINUTE })
  page(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.draw(token, reply, NOTHING_TYPED);
  }

  @Post(':token')
  @HttpCode(200)
  @TakesFiles(AnswerPageGate)
  @RouteConfig(FORM)
  async answer(
    @Param('token') token: string,
    @Body(new FormPipe(answer)) given: z.infer<typeof answer>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    try {
      await this.answerByPage.answer(token, { ...given, address: request.ip });
      void reply.status(303).header('location', `/tra-loi/${token}`);
      return '';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { status, field, sentence } = refusalOf(error);
      void reply.status(status);
      return this.draw(token, reply, { ...given, refused: { field, sentence: sentence ?? '' } });
    }
  }

  private async draw(token: string, reply: FastifyReply, typed: TypedAnswer): Promise<string> {
    const [{ name: agency }, page] = [await this.agencyProfiles.today(), await this.reader.read(token)];
    const drawn = page === null ? unknownAnswerPage(typed) : answerPageView(page, `/tra-loi/${token}`, typed);
    if (typed.refused === null) void reply.status(page === null ? 404 : STATUS[page.standing]);
    void reply.type('text/html; charset=utf-8');
    return renderPage(<AnswerPage view={{ ...drawn, agency }} />);
  }
}
