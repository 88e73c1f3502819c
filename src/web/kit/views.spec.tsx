import { ticketStateLabel } from './words/states.js';
import { ErrorPage } from './error-page.js';
import { LoginPage, type LoginView } from '../account/login-page.js';
import { RefusedMessagesPage } from '../exchange/refused-messages-page.js';
import { renderPage } from './render-page.js';
import { TicketPage, type TicketView } from '../tickets/ticket-page.js';
import type { PageFrame } from './shell/page-frame.js';

const frame: PageFrame = {
  csrf: 'token-1',
  viewer: { name: 'Nguyễn Thị Hồng Ngọc', place: 'Phòng Giáo dục Trung học', roles: ['contactOfficer'] },
  search: null,
  notice: null,
  unread: 0,
};

const attack = `</textarea><script>alert(1)</script><img src=x onerror=alert(1)>"'`;

const ticket: TicketView = {
  id: 'id-1',
  line: 1,
  code: 'PAKN.20260312.0042',
  subject: attack,
  unit: attack,
  state: ticketStateLabel('verifying'),
  list: null,
  words: {
    text: `Dòng một ${attack}\n\nDòng hai`,
    files: [{ href: '/tep/a/1', name: attack, size: '1 kB', kind: 'document' }],
    facts: [{ label: 'Tổ chức, cá nhân phản ánh', value: attack }],
  },
  deadline: {
    pill: { tone: 'soon', words: 'Còn 2 ngày làm việc' },
    moment: '17:30, thứ Sáu 20/03/2026',
    rule: '5 ngày làm việc',
    parts: [],
    basis: null,
  },
  responsibility: [],
  exchange: { pending: null, rows: [] },
  pair: [],
  acts: [],
  matters: [],
  timeline: [],
  may: {
    accept: false,
    acceptAssignment: false,
    assign: null,
    note: {
      action: '/phieu/id-1/tien-do',
      audiences: ['internal'],
      outwardLabel: 'Gửi Tổng đài 1022',
      outwardHint: 'Người phản ánh sẽ đọc được. Không ghi tên học sinh, số điện thoại.',
      audience: 'internal',
      field: 'progress',
      text: attack,
      error: null,
      files: null,
      redaction: null,
    },
    draft: null,
  },
};

const login: LoginView = {
  csrf: 'token-1',
  username: '',
  error: null,
  next: '/',
  agency: 'Sở',
  isDirectory: false,
  announcement: null,
  waiting: null,
  demonstration: null,
};

const pages: readonly (readonly [string, string])[] = [
  ['a ticket', renderPage(<TicketPage frame={frame} view={ticket} />)],
  ['sign-in', renderPage(<LoginPage view={{ ...login, error: 'Mật khẩu chưa đúng.' }} />)],
  [
    'no refused message',
    renderPage(<RefusedMessagesPage frame={frame} view={{ summary: '', messages: [], olderHref: null }} />),
  ],
  [
    'a refusal',
    renderPage(
      <ErrorPage
        frame={frame}
        view={{ status: 404, reason: null, requestId: null, next: { href: '/', label: 'Về Việc của tôi' } }}
      />,
    ),
  ],
];

describe.each(pages)('the page of %s', (_name, html) => {
  it('has one heading of the first level', () => {
    expect(html.match(/<h1/gu)).toHaveLength(1);
  });

  it('writes no style, no script and no handler of its own', () => {
    expect(html).not.toMatch(/<style|\sstyle=|<script>|<script(?![^>]*\ssrc="\/assets\/)|\son\w+="/u);
  });

  it('sends the token with every form that posts', () => {
    const forms = html
      .split('<form')
      .slice(1)
      .filter((form) => form.slice(0, form.indexOf('>')).includes('method="post"'));
    expect(forms.length).toBeGreaterThan(0);
    expect(forms.every((form) => form.includes('name="_csrf" value="token-1"'))).toBe(true);
  });

  it('gives every field that is seen a label', () => {
    const ids = [
      ...html.matchAll(/<(?:input|select|textarea)(?![^>]*type="(?:hidden|radio|checkbox)")[^>]*\sid="([^"]+)"/gu),
    ];
    expect(ids.every(([, id]) => html.includes(`for="${id ?? ''}"`))).toBe(true);
  });
});

describe('a ticket', () => {
  const html = renderPage(<TicketPage frame={frame} view={ticket} />);

  it("writes the citizen's words as text, whatever they are", () => {
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;script>alert(1)');
  });

  it('keeps the title free of the subject', () => {
    expect(html).toContain('<title>PAKN.20260312.0042 · Hồi Âm</title>');
  });

  it('shows no act that the policy does not give', () => {
    expect(html).not.toMatch(/id-1\/tiep-nhan|\/giao"|\/nhan"|id-1\/du-thao/u);
    const may = { ...ticket.may, acceptAssignment: true, note: null };
    expect(renderPage(<TicketPage frame={frame} view={{ ...ticket, may }} />)).toContain('action="/phieu/id-1/nhan"');
  });
});
