import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { NoticeQueries } from '../../../notices/index.js';
import { NameQueries } from '../../../organisation/index.js';
import { CurrentOutages } from '../../../outages/index.js';
import { cutLists } from '../../../platform/cut-lists.js';
import { formToken } from '../../../platform/http/bodies/form-owner.js';
import type { PageFrame } from '../shell/page-frame.js';
import { outageNotice } from '../../system/outages-view.js';
import { viewerOf } from '../shell/viewer.js';
import { takeFlash } from '../../account/flash-messages.js';
import { takeTakenForm } from './taken-form.js';

/** One request of somebody who has signed in. */
export interface RequestContext {
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Gathers what every page needs around its own content: the viewer, the form token, flash messages. */
@Injectable()
export class PageContextFactory {
  constructor(
    private readonly names: NameQueries,
    private readonly notices: NoticeQueries,
    private readonly outages: CurrentOutages,
    private readonly clock: Clock,
  ) {}

  /** @param search words searched for, `''` when nothing was */
  async of({ actor, request, reply }: RequestContext, search = ''): Promise<PageFrame> {
    const takenForm = takeTakenForm(request);
    const [units, unread, outage] = await Promise.all([
      this.names.units([actor.unitId]),
      this.notices.unread(actor.id),
      this.outages.shownToStaff(),
    ]);
    return {
      csrf: formToken(request, reply),
      viewer: viewerOf(actor, units.get(actor.unitId ?? '') ?? null),
      search,
      notice: takeFlash(request),
      cut: cutLists(),
      unread,
      ...(takenForm !== null && { takenForm }),
      ...(request.actsFor !== undefined && { actsFor: request.actsFor }),
      ...(outage !== null && { outage: outageNotice(outage, this.clock.now()) }),
    };
  }
}
