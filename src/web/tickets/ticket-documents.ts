import { kindsBegunFrom } from '../../drafting/domain/begun-from.js';
import type { LetterReceiver } from '../../organisation/index.js';
import { kindNamed } from '../../../templates/catalogue.js';
import { openPlaces, type TicketPlace } from '../../tickets/domain/reply/ticket-documents.js';
import { DRAFT_STATE_WORDS } from '../drafting/draft-states.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RowView } from '../kit/row-list.js';
import type { MatterView } from './matter.js';
import type { TicketReading } from './ticket-reading.js';
import { needed } from '../kit/http/form-pipe.js';
import { field } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

const OCCASION_WORDS: Readonly<Record<Exclude<TicketPlace, 'outsideRequest'>, string>> = {
  extension: 'theo lần gia hạn đã duyệt',
  informationRequest: 'theo đề nghị bổ sung đang chờ',
  verification: 'khi xác minh',
  return: 'theo lần chuyển trả',
};

const SEPARATOR = ' ';

/** A kind of document, and to which unit it goes, where each unit gets its own. */
const chosen = needed('Chọn loại văn bản.').transform((value) => {
  const [template = '', unitId = null] = value.split(SEPARATOR);
  return { template, unitId };
});

export const writeDocumentForm = defineForm({ template: field('choice', 'Loại văn bản', chosen, { required: true }) });

function lettersTo({ unitId, name, through }: LetterReceiver) {
  const to = through === null ? `gửi ${name}` : `gửi ${through}, về ${name}`;
  return kindsBegunFrom('outsideRequest').map((kind) => ({
    value: `${kind}${SEPARATOR}${unitId}`,
    label: titled(kind, to),
  }));
}

function titled(kind: string, of: string): string {
  return `${kindNamed(kind)?.title ?? kind}, ${of}`;
}

/** Documents about a ticket besides its reply, and where others may be begun. */
export function ticketDocumentMatters(reading: TicketReading): readonly MatterView[] {
  const rows = reading.documents.map(({ id, template, state }): RowView => ({
    icon: 'file',
    title: kindNamed(template)?.title ?? template,
    href: `/du-thao/${id}`,
    detail: DRAFT_STATE_WORDS[state].toLocaleLowerCase('vi'),
  }));
  const forms = beginning(reading);
  if (rows.length + forms.length === 0) return [];
  return [{ id: 'van-ban-khac', heading: 'Văn bản khác về phiếu', rows, forms }];
}

function beginning({ actor, ticket, life, refused, byPage }: TicketReading): readonly ActFormView[] {
  const inCycle = ({ cycle }: { readonly cycle: number }): boolean => cycle === ticket.cycle;
  const places = openPlaces(actor, {
    state: ticket.state,
    leadUnitId: ticket.leadUnitId,
    extended: life.extensions.some((wish) => inCycle(wish) && wish.granted === true),
    asked: life.pauses.some((pause) => inCycle(pause) && pause.endedAt === null),
    asksByLetter: byPage.byLetter.length > 0,
  });
  if (places.length === 0) return [];
  const options = places.flatMap((place) =>
    place === 'outsideRequest'
      ? byPage.byLetter.flatMap(lettersTo)
      : kindsBegunFrom(place).map((kind) => ({ value: kind, label: titled(kind, OCCASION_WORDS[place]) })),
  );
  const frame = {
    id: 'soan-van-ban',
    label: 'Soạn văn bản khác…',
    action: `/phieu/${ticket.id}/soan-van-ban`,
    submit: 'Soạn văn bản',
    lead: 'Điền sẵn từ phiếu; phiếu giữ nguyên trạng thái và thời hạn.',
  };
  return [writeDocumentForm.draw(frame, refused, { template: { options } })];
}
