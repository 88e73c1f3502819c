import { DomainError } from '../../kernel/domain-error.js';
import { WAYS, type Competence, type Petition, type Way } from './petition.js';

type Judged = Pick<Petition, 'kind' | 'anonymous'> & { readonly competence: Competence };

/**
 * Why each way is closed to a petition; null where it is open.
 *
 * An anonymous petition is never accepted. An anonymous denunciation that says clearly who did what, with evidence, is examined as information. Only
 * what is the department's own is accepted; a complaint of another agency's competence is given back with guidance, a denunciation is handed on.
 *
 * Source: Luật Khiếu nại 2011, Điều 11, 27; Luật Tố cáo 2018, Điều 24, 25; Thông tư 05/2021/TT-TTCP (unconfirmed).
 */
const CLOSED: Readonly<Record<Way, (judged: Judged) => string | null>> = {
  accept: ({ anonymous, competence }) => {
    if (anonymous) return 'Đơn không rõ người đứng đơn thì không thụ lý.';
    return competence === 'own' ? null : 'Chỉ thụ lý đơn thuộc thẩm quyền của Sở.';
  },
  inform: ({ kind, anonymous }) =>
    anonymous && kind === 'denunciation'
      ? null
      : 'Chỉ tố cáo không rõ người đứng đơn, nội dung rõ ràng mới xem xét như thông tin.',
  guide: ({ kind, anonymous, competence }) => {
    if (anonymous) return 'Không rõ người đứng đơn nên không hướng dẫn được.';
    if (kind !== 'complaint') return 'Tố cáo không thuộc thẩm quyền thì chuyển, không trả lại người đứng đơn.';
    return isOthers(competence) ? null : 'Chọn nơi có thẩm quyền, khác Sở, trước khi hướng dẫn.';
  },
  forward: ({ competence }) => (isOthers(competence) ? null : 'Chọn nơi có thẩm quyền, khác Sở, trước khi chuyển.'),
  file: () => null,
};

function isOthers(competence: Competence): boolean {
  return competence !== 'own' && competence !== 'unclear';
}

/** The ways that are open, in the order in which they are asked for. */
export function waysFor(judged: Judged): readonly Way[] {
  return WAYS.filter((way) => CLOSED[way](judged) === null);
}

/** @throws DomainError `input-invalid` with why the way is closed */
export function requireWay(way: Way, judged: Judged): void {
  const message = CLOSED[way](judged);
  if (message !== null) throw new DomainError('input-invalid', { field: 'way', message });
}
