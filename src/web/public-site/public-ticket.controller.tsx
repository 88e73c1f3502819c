import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { DomainError, type DomainErrorCode } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';
import { refusalOf } from '../../platform/http/refusal-filter.js';
import { LookUpTicket } from '../../publication/index.js';
import { RatingLinks } from '../../tickets/index.js';
import { publicTicketView } from './public-site-view.js';
import { ratingView, type TypedRating } from './rating-view.js';
import { PublicLookUpPage, type PublicLookUpView } from './public-look-up-page.js';
import { RatingClosedPage, RatingPage, RatingThanksPage } from './rating-page.js';
import { renderPage } from '../kit/render-page.js';
import { FormPipe, optional } from '../kit/http/form-pipe.js';
import { Page } from '../kit/http/routes.js';

/** From one address; what a ticket may be asked for stands in the rules of the slow-down. */
const TRIES_A_MINUTE = { max: 30, timeWindow: '1 minute' };
const LOOKS_A_MINUTE = { max: 60, timeWindow: '1 minute' };

/** Forms that leave no session behind, so that a loop of requests fills no table. */
const FORM = { rateLimit: TRIES_A_MINUTE, withoutSession: true } as const;

/** Why nothing was looked at. */
const NOT_LOOKED: readonly DomainErrorCode[] = ['tried-too-often', 'whole-phone-needed'];

const NOT_FOUND =
  'Không có phiếu nào ứng với mã và số điện thoại này. So lại cả hai rồi thử lại. Phiếu đề nghị giữ bí mật họ tên, hoặc phản ánh thái độ, hành vi của cán bộ, giáo viên, đơn vị thì không xem được ở đây, gọi 1022 để hỏi.';

const question = z.object({ ma: optional(), so: optional() });

const judgement = z.object({ stars: z.coerce.number().catch(0), comment: optional() });

/** A sender looks after the own ticket, without signing in: by its code, or by the link that came with the answer. */
@Controller()
@Allow('public')
export class PublicTicketController {
  constructor(
    private readonly lookUpTicket: LookUpTicket,
    private readonly links: RatingLinks,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  @Page('cong-khai/tra-cuu')
  @RouteConfig({ rateLimit: LOOKS_A_MINUTE })
  ask(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.drawLookUp(reply, { code: '', refused: null, found: null });
  }

  /** A wrong code and a wrong telephone get the same answer. */
  @Post('cong-khai/tra-cuu')
  @HttpCode(200)
  @RouteConfig(FORM)
  async lookUp(
    @Body(new FormPipe(question)) { ma: code, so: phone }: z.infer<typeof question>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    try {
      const found = await this.lookUpTicket.lookUp({ code, phone, address: request.ip });
      if (found === null) void reply.status(404);
      const shown = found === null ? null : publicTicketView(found);
      return await this.drawLookUp(reply, { code, refused: found === null ? NOT_FOUND : null, found: shown });
    } catch (error) {
      if (!(error instanceof DomainError) || !NOT_LOOKED.includes(error.code)) throw error;
      const { status, sentence, retryAfterSeconds } = refusalOf(error);
      void reply.status(status);
      if (retryAfterSeconds !== null) void reply.header('retry-after', String(retryAfterSeconds));
      return this.drawLookUp(reply, { code, refused: sentence, found: null });
    }
  }

  @Page('danh-gia/cam-on')
  async thanks(): Promise<string> {
    return renderPage(<RatingThanksPage agency={await this.agency()} />);
  }

  @Page('danh-gia/:token')
  @RouteConfig({ rateLimit: TRIES_A_MINUTE })
  rating(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.drawRating(token, reply, { stars: 0, comment: '', refused: null });
  }

  @Post('danh-gia/:token')
  @HttpCode(200)
  @RouteConfig(FORM)
  async rate(
    @Param('token') token: string,
    @Body(new FormPipe(judgement)) given: z.infer<typeof judgement>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    try {
      await this.links.use(token, given);
      void reply.status(303).header('location', '/danh-gia/cam-on');
      return '';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { status, field, sentence } = refusalOf(error);
      void reply.status(status);
      return this.drawRating(token, reply, { ...given, refused: { field, sentence: sentence ?? '' } });
    }
  }

  private async drawLookUp(reply: FastifyReply, asked: Omit<PublicLookUpView, 'agency'>): Promise<string> {
    const view = { ...asked, agency: await this.agency() };
    return this.drawn(reply, renderPage(<PublicLookUpPage view={view} />));
  }

  private async drawRating(token: string, reply: FastifyReply, typed: TypedRating): Promise<string> {
    const [agency, link] = [await this.agency(), await this.links.open(token)];
    if (link === null) {
      void reply.status(404);
      return this.drawn(reply, renderPage(<RatingClosedPage agency={agency} />));
    }
    const view = { ...ratingView(link, typed), agency, action: `/danh-gia/${token}` };
    return this.drawn(reply, renderPage(<RatingPage view={view} />));
  }

  private drawn(reply: FastifyReply, html: string): string {
    void reply.type('text/html; charset=utf-8');
    return html;
  }

  private async agency(): Promise<string> {
    return (await this.agencyProfiles.today()).name;
  }
}
