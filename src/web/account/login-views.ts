import { Injectable, Optional } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '../../config/settings.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { plainToken } from '../../platform/http/bodies/form-owner.js';
import type { LoginView } from './login-page.js';
import { DemonstrationAccounts } from './demonstration-accounts.js';
import type { WaitingForm } from '../kit/http/waiting-form.js';

/** What the sign-in page gives back to a person who must type again. */
export interface Typed {
  readonly username: string;
  readonly next: string;
  /** What the person was sending when the session ended. */
  readonly waiting: WaitingForm | null;
}

/** The view of the sign-in page, also where it stands in for the answer to a form. */
@Injectable()
export class LoginViews {
  constructor(
    private readonly agencyProfiles: AgencyProfiles,
    private readonly settings: Settings,
    @Optional() private readonly demonstration?: DemonstrationAccounts,
  ) {}

  async of(reply: FastifyReply, { waiting, ...typed }: Typed, error: string | null): Promise<LoginView> {
    return {
      ...typed,
      error,
      isDirectory: this.settings.directory !== null,
      csrf: plainToken(reply),
      agency: (await this.agencyProfiles.today()).name,
      announcement: null,
      waiting: waiting === null ? null : { carried: JSON.stringify(waiting), fileLost: waiting.fileLost },
      demonstration: this.demonstration?.view() ?? null,
    };
  }
}
