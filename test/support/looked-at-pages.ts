import { AcceptTicket, AssignTicket, WorkOnTicket } from '../../src/tickets/index.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PARTIES } from './life-of-a-ticket.js';
import { ListeningPage } from './listening-page.js';
import type { TestApp } from './test-app.js';
import type { TestBrowser } from './test-browser.js';

const { clerk, officer } = PARTIES;

export const cookieOf = ({ cookies }: TestBrowser): string => [...cookies].map((pair) => pair.join('=')).join('; ');

/** The pages that are open in a test, and tickets that move under them. */
export class LookedAtPages {
  private readonly opened: ListeningPage[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly origin: string,
  ) {}

  async look(reader: string | TestBrowser, query = ''): Promise<ListeningPage> {
    const browser = typeof reader === 'string' ? await this.app.browserOf(reader) : reader;
    return this.open(this.origin, cookieOf(browser), query);
  }

  async open(origin: string, cookie: string, query: string): Promise<ListeningPage> {
    const page = await ListeningPage.open(origin, cookie, query);
    this.opened.push(page);
    return page;
  }

  leave(): void {
    for (const page of this.opened.splice(0)) page.leave();
  }

  /** A ticket that its officer has taken. */
  async assigned(): Promise<TicketEntity> {
    const ticket = await this.app.receive();
    await this.app.nest.get(AcceptTicket).accept(clerk, ticket.id);
    await this.app.nest.get(AssignTicket).assign(clerk, {
      ticketId: ticket.id,
      unitId: 'gdtrh',
      officerId: 'ngoc',
    });
    await this.app.nest.get(WorkOnTicket).accept(officer, ticket.id);
    return ticket;
  }

  note(ticketId: string): Promise<unknown> {
    return this.app.nest
      .get(WorkOnTicket)
      .note(officer, ticketId, { text: 'Đã gọi cho bà Bùi Thị Khải.', audience: 'internal', field: 'progress' });
  }
}
