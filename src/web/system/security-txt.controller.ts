import { Controller, Get, Header } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';

const PATH = '.well-known/security.txt';
/** The RFC asks for less than a year; the file is written anew each time that it is read. */
const VALID_DAYS = 180;

/** Tells anybody where to report a security hole of this installation. Source: RFC 9116 */
@Controller()
@Allow('public')
export class SecurityTxtController {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` where no contact is set */
  @Get(PATH)
  @Header('content-type', 'text/plain; charset=utf-8')
  read(): string {
    const { securityContacts, http } = this.settings;
    if (securityContacts.length === 0) throw new DomainError('not-found', { what: 'securityTxt' });
    const expires = new Date(this.clock.now().getTime() + VALID_DAYS * DAY_MS);
    const lines = [
      ...securityContacts.map((contact) => `Contact: ${contact}`),
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: vi, en',
      ...(http.isPublic ? [`Canonical: ${new URL(PATH, http.publicUrl).href}`] : []),
    ];
    return `${lines.join('\n')}\n`;
  }
}
