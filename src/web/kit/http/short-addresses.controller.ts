import { Controller, Get, Redirect, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../../../platform/http/access.js';
import type { RedirectTo } from './routes.js';

/** Where the beginning of a page's address leads when it is typed alone; the pages behind it are below these lists. */
const LISTS: Readonly<Record<string, string>> = {
  '/phieu': '/',
  '/xem': '/',
  '/nhieu-phieu': '/',
  '/so-van-ban': '/so-van-ban/di',
  '/van-ban-di': '/so-van-ban/di',
  '/ban-in': '/so-van-ban/di',
  '/trao-doi/chung-cu': '/trao-doi',
  '/trao-doi/dang-cho': '/trao-doi',
  '/trao-doi/tin': '/trao-doi',
  '/can-bo-dau-moi/don-vi': '/can-bo-dau-moi',
  '/can-bo-dau-moi/thay-doi': '/can-bo-dau-moi',
  '/kho-tin-cay/de-nghi': '/kho-tin-cay',
  '/lich-lam-viec/de-nghi': '/lich-lam-viec',
  '/giam-sat/phieu': '/giam-sat',
  '/giam-sat/tep': '/giam-sat',
  '/khen-thuong/truong-hop': '/khen-thuong',
  '/khen-thuong/de-nghi': '/khen-thuong',
  '/don': '/so-tiep-nhan-don',
  '/tich-hop': '/tich-hop/webhook',
};

/** People shorten addresses by hand: what is left of one leads to the list it belongs to. */
@Controller()
@Allow('signedIn')
export class ShortAddressesController {
  @Get(Object.keys(LISTS))
  @Redirect('/', 303)
  list(@Req() request: FastifyRequest): RedirectTo {
    return { url: LISTS[request.routeOptions.url ?? ''] ?? '/' };
  }
}
