import { h } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import type { LetterAnnexEntity, SignatureRequestEntity } from '../../signing/index.js';
import type { SeenTicket } from '../../tickets/index.js';
import { caseLink } from '../drafting/letter-case.js';
import { downloadHref, viewHref } from '../file-view/file-hrefs.js';
import type { Fact } from '../kit/facts.js';
import { printedCopiesHref } from '../registers/printed-copies-view.js';
import { withdrawalFacts } from './signature-withdrawal.js';

interface SignatureFacts {
  readonly request: SignatureRequestEntity;
  /** Null where this person may not see it, or the letter answers none. */
  readonly ticket: Pick<SeenTicket, 'code'> | null;
  readonly annexes: readonly LetterAnnexEntity[];
}

/** What a letter in signing is of, by which codes it is known, and its files. */
export function factsOf({ request, ticket, annexes }: SignatureFacts, actor: Actor): readonly Fact[] {
  const { id, remoteId, clientRequestId, signedSha256, sealedSha256, outgoingDocumentId } = request;
  const files = [
    ...pdfLinks('ban-trinh', id, 'Bản đã trình'),
    ...(signedSha256 === null ? [] : [' · ', ...pdfLinks('ban-ky', id, 'Bản lãnh đạo đã ký')]),
    ...(sealedSha256 === null ? [] : [' · ', ...pdfLinks('ban-dau', id, 'Bản đã đóng dấu')]),
  ];
  return [
    ...caseFact(actor, request, ticket),
    ...(outgoingDocumentId === null
      ? []
      : [{ label: 'Văn bản đi', value: link(`/van-ban-di/${outgoingDocumentId}`, 'Mở trang văn bản') }]),
    { label: 'Mã trình', value: clientRequestId },
    { label: 'Mã trên hệ thống QLVB', value: remoteId ?? 'chưa có' },
    ...withdrawalFacts(request),
    { label: 'Tệp PDF', value: files },
    ...annexes.map((annex) => annexFact(annex)),
    ...printedFacts(request),
  ];
}

/** What the letter is of; nothing of a ticket that this person may not see. */
function caseFact(actor: Actor, request: SignatureRequestEntity, ticket: SignatureFacts['ticket']): readonly Fact[] {
  if (request.caseKind === 'ticket' && ticket === null) return [];
  const { kind, label, href } = caseLink(actor, request, ticket);
  return [{ label: kind, value: link(href, label) }];
}

function annexFact({ requestId, position, name, sealedSha256 }: LetterAnnexEntity): Fact {
  const standing = sealedSha256 === null ? ' · cơ quan chưa ký' : ' · cơ quan đã ký số';
  const file = link(`/tep/trinh-ky/${requestId}/phu-luc/${String(position)}.pdf`, name);
  return { label: `Phụ lục ${String(position)}`, value: [file, standing] };
}

function printedFacts({ state, outgoingDocumentId }: SignatureRequestEntity): readonly Fact[] {
  if (state !== 'released' || outgoingDocumentId === null) return [];
  return [{ label: 'Bản giấy', value: link(printedCopiesHref('outgoing', outgoingDocumentId), 'Bản in chuyển đổi') }];
}

/** The file beside this page, and for download. */
function pdfLinks(kind: 'ban-trinh' | 'ban-ky' | 'ban-dau', id: string, words: string): Fact['value'][] {
  const view = h('a', { href: viewHref(kind, id), 'data-view': '' }, words);
  return [view, ' (', link(downloadHref(kind, id), 'tải về'), ')'];
}

function link(href: string, words: string): ReturnType<typeof h> {
  return h('a', { href }, words);
}
