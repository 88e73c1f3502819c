import type { SeenLife } from '../../tickets/index.js';
import { MAX_LENGTH } from '../../organisation/domain/unit-flaws.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { unitName } from '../kit/names.js';
import { dueMoment, shortMoment } from '../kit/words/time.js';
import type { TicketReading } from './ticket-reading.js';
import { needed } from '../kit/http/form-pipe.js';
import { hidden, line, seen } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

type Coordination = SeenLife['coordinations'][number];
type AnswerPage = SeenLife['answerPages'][number];

/** What may be done so that units without accounts can answer: a page for each that owes an answer, issued, reissued or revoked. */
export function answerPageForms(reading: TicketReading, owed: readonly Coordination[]): readonly ActFormView[] {
  const { may, byPage, now } = reading;
  return owed
    .filter(({ unitId, legalEndAt }) => byPage.units.has(unitId) && legalEndAt > now)
    .flatMap((request, index) => [
      ...(may.acts.has('issueAnswerPage') ? [issueForm(reading, request, index)] : []),
      ...(may.acts.has('revokeAnswerPage') && openPage(reading, request) !== null
        ? [revokeForm(reading, request, index)]
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

const coordinationId = hidden(needed('Mở lại phiếu để xem đề nghị phối hợp đang chờ.'));

export const issuing = defineForm({
  coordinationId,
  seen: seen(),
  mailTo: line('Gửi thêm qua thư điện tử tới', {
    ...{ kind: 'email', maxLength: MAX_LENGTH.email },
    hint: 'Để trống thì chỉ trao cùng công văn.',
  }),
});

function issueForm(reading: TicketReading, request: Coordination, index: number): ActFormView {
  const { ticket, refused, byPage, names } = reading;
  const again = openPage(reading, request) !== null;
  const dies = again ? ' Trang đã cấp trước đó hết hiệu lực ngay.' : '';
  const frame = {
    id: `trang-tra-loi-${String(index + 1)}`,
    label: `${again ? 'Cấp lại' : 'Cấp'} trang trả lời cho ${unitName(names, request.unitId) ?? 'đơn vị'}…`,
    action: `/phieu/${ticket.id}/trang-tra-loi`,
    submit: again ? 'Cấp trang mới và xem địa chỉ' : 'Cấp trang và xem địa chỉ',
    lead: `Địa chỉ chỉ hiện một lần, để chép vào công văn hoặc thư; ai có địa chỉ thì trả lời được thay đơn vị, một lần, đến hết ${dueMoment(request.legalEndAt)}. Trang không nêu tên ai.${dies}`,
    without: byPage.mails ? [] : ['mailTo'],
  };
  const email = byPage.units.get(request.unitId)?.email ?? null;
  return issuing.draw(frame, ofRequest(refused, request), {
    ...{ coordinationId: request.id, seen: ticket.version, mailTo: email },
  });
}

export const revoking = defineForm({ coordinationId });

function revokeForm({ ticket, refused, names }: TicketReading, request: Coordination, index: number): ActFormView {
  const frame = {
    id: `thu-hoi-trang-tra-loi-${String(index + 1)}`,
    label: `Thu hồi trang trả lời của ${unitName(names, request.unitId) ?? 'đơn vị'}…`,
    action: `/phieu/${ticket.id}/thu-hoi-trang-tra-loi`,
    submit: 'Thu hồi trang',
    lead: 'Khi địa chỉ lọt ra ngoài, hoặc đơn vị đã trả lời bằng cách khác. Đề nghị phối hợp vẫn còn hạn; cấp trang khác được.',
  };
  return revoking.draw(frame, ofRequest(refused, request), { coordinationId: request.id });
}

/** What was refused, if it was about this request: the forms of all post to one address. */
function ofRequest(refused: TicketReading['refused'], { id }: Coordination): TicketReading['refused'] {
  return refused?.fields['coordinationId'] === id ? refused : null;
}
