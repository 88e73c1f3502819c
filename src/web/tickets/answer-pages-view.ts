import type { SeenLife } from '../../tickets/index.js';
import { MAX_LENGTH } from '../../organisation/domain/unit-flaws.js';
import type { ActFormView } from '../kit/act-form.js';
import { unitName } from '../kit/names.js';
import { refusedValues } from '../kit/refused-values.js';
import { dueMoment, shortMoment } from '../kit/words/time.js';
import type { TicketReading } from './ticket-reading.js';

type Coordination = SeenLife['coordinations'][number];
type AnswerPage = SeenLife['answerPages'][number];

/** What may be done so that units without accounts can answer: a page for each that owes an answer, issued, reissued or revoked. */
export function answerPageForms(reading: TicketReading, owed: readonly Coordination[]): readonly ActFormView[] {
  const { may, byPage, now } = reading;
  return owed
    .filter(({ unitId, legalEndAt }) => byPage.units.has(unitId) && legalEndAt > now)
    .flatMap((request, index) => [
      ...(may.acts.has('issueAnswerPage') ? [issuing(reading, request, index)] : []),
      ...(may.acts.has('revokeAnswerPage') && openPage(reading, request) !== null
        ? [revoking(reading, request, index)]
        : []),
    ]);
}

/** What a line about a request that waits says of its page. */
export function answerPageWords(reading: TicketReading, request: Coordination): string {
  const page = openPage(reading, request);
  if (page !== null) return `; đã cấp trang trả lời ${shortMoment(page.issuedAt)}${mailWords(page)}`;
  return reading.byPage.units.has(request.unitId) ? '; đơn vị chưa có tài khoản, cần cấp trang trả lời' : '';
}

/** Who answered on a page, as named on the page; null without an answer. */
export function answererOf({ life }: TicketReading, { repliedById }: Coordination): string | null {
  return life.answerPages.find(({ id }) => id === repliedById)?.answererName ?? null;
}

function openPage({ life }: TicketReading, { id }: Coordination): AnswerPage | null {
  const open = life.answerPages.filter(
    ({ coordinationId, revokedAt, answeredAt }) => coordinationId === id && revokedAt === null && answeredAt === null,
  );
  return open.at(-1) ?? null;
}

function mailWords({ mail, mailTo }: AnswerPage): string {
  switch (mail) {
    case 'none':
      return '';
    case 'waiting':
      return `, đang gửi thư tới ${mailTo ?? ''}`;
    case 'sent':
      return `, đã gửi thư tới ${mailTo ?? ''}`;
    case 'refused':
      return `, máy chủ thư không nhận thư tới ${mailTo ?? ''}`;
  }
}

function issuing(reading: TicketReading, request: Coordination, index: number): ActFormView {
  const { ticket, refused, byPage, names } = reading;
  const action = `/phieu/${ticket.id}/trang-tra-loi`;
  const typed = refusedValues(refused, action);
  const posted = typed.value('coordinationId') === request.id ? typed : refusedValues(null, action);
  const unit = unitName(names, request.unitId) ?? 'đơn vị';
  const again = openPage(reading, request) !== null;
  const dies = again ? ' Trang đã cấp trước đó hết hiệu lực ngay.' : '';
  return {
    id: `trang-tra-loi-${String(index + 1)}`,
    label: `${again ? 'Cấp lại' : 'Cấp'} trang trả lời cho ${unit}…`,
    action,
    submit: again ? 'Cấp trang mới và xem địa chỉ' : 'Cấp trang và xem địa chỉ',
    lead: `Địa chỉ chỉ hiện một lần, để chép vào công văn hoặc thư; ai có địa chỉ thì trả lời được thay đơn vị, một lần, đến hết ${dueMoment(request.legalEndAt)}. Trang không nêu tên ai.${dies}`,
    fields: [
      { kind: 'hidden', name: 'coordinationId', value: request.id },
      { kind: 'hidden', name: 'seen', value: String(ticket.version) },
      ...(byPage.mails
        ? [
            {
              kind: 'email' as const,
              name: 'mailTo',
              label: 'Gửi thêm qua thư điện tử tới',
              hint: 'Để trống thì chỉ trao cùng công văn.',
              maxLength: MAX_LENGTH.email,
              value: posted.value('mailTo') ?? byPage.units.get(request.unitId)?.email ?? '',
              error: posted.error('mailTo'),
            },
          ]
        : []),
    ],
    error: posted.whole('mailTo'),
    open: posted.refused,
  };
}

function revoking({ ticket, refused, names }: TicketReading, request: Coordination, index: number): ActFormView {
  const action = `/phieu/${ticket.id}/thu-hoi-trang-tra-loi`;
  const typed = refusedValues(refused, action);
  return {
    id: `thu-hoi-trang-tra-loi-${String(index + 1)}`,
    label: `Thu hồi trang trả lời của ${unitName(names, request.unitId) ?? 'đơn vị'}…`,
    action,
    submit: 'Thu hồi trang',
    lead: 'Khi địa chỉ lọt ra ngoài, hoặc đơn vị đã trả lời bằng cách khác. Đề nghị phối hợp vẫn còn hạn; cấp trang khác được.',
    fields: [{ kind: 'hidden', name: 'coordinationId', value: request.id }],
    error: typed.value('coordinationId') === request.id ? typed.whole() : null,
  };
}
