import { Controller } from '@nestjs/common';
import { ServiceStatus } from '../../outages/index.js';
import { Allow } from '../../platform/http/access.js';
import { statusView } from './outages-view.js';
import { StatusPage } from './outages-pages.js';
import { renderPage } from '../kit/render-page.js';
import { Page } from '../kit/http/routes.js';

/** How the service is, for anybody, without signing in. */
@Controller()
@Allow('public')
export class StatusController {
  constructor(private readonly status: ServiceStatus) {}

  @Page('tinh-trang')
  async page(): Promise<string> {
    return renderPage(<StatusPage view={statusView(await this.status.read())} />);
  }
}
