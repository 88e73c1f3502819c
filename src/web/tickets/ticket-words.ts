import type { FileSignature } from '../../documents/domain/file-signature.js';
import type { DocumentFileEntity } from '../../documents/index.js';
import type { DraftEntity } from '../../drafting/index.js';
import { isCitizenFile } from '../../tickets/domain/intake/hotline-form.js';
import type { SeenFile, SeenTicket } from '../../tickets/index.js';
import { CHANNEL_WORDS, HOTLINE_CHANNEL_WORDS } from '../../tickets/domain/intake/intake-channel.js';
import type { TicketAbilities } from '../../tickets/domain/decisions/abilities.js';
import type { DraftStepView } from '../drafting/draft-step.js';
import { fileHrefs } from '../file-view/file-hrefs.js';
import type { FileView } from '../ticket-files/files.js';
import { printedCopiesHref } from '../registers/printed-copies-view.js';
import { fileSize } from '../kit/words/numbers.js';
import { signatureWords } from '../signing/signatures.js';

/** `web` → `Cổng 1022`; a channel we do not know keeps the hotline's own word. */
export function channelWords(channel: string): string {
  if (channel === '') return CHANNEL_WORDS.hotline;
  return (
    Object.entries(CHANNEL_WORDS).find(([ours]) => ours === channel)?.[1] ??
    HOTLINE_CHANNEL_WORDS[channel.toLowerCase()] ??
    channel
  );
}

export function kindWords(kind: SeenTicket['kind']): string {
  return kind === 'petition' ? 'Kiến nghị' : 'Phản ánh';
}

/** @param mayTakeEvidence whether the reader may take out what the verdict on their signatures rests on */
export function citizenFiles(files: readonly DocumentFileEntity[], mayTakeEvidence = false): readonly FileView[] {
  return files.filter(isCitizenFile).map(({ id, name, size, contentType, refusal, signature }) => ({
    ...fileHrefs('van-ban', id, contentType),
    name,
    size: fileSize(size),
    kind: fileKind(contentType),
    refusal,
    signature: signature && signatureWords(signature),
    evidenceHref: mayTakeEvidence && isJudged(signature) ? `/tep/van-ban/${id}/chung-cu.zip` : null,
    printHref: contentType === 'application/pdf' ? printedCopiesHref('incoming', id) : null,
  }));
}

/** Of files that nobody signed there is no evidence, nor of what could not be judged, nor of archives (Word, Excel). */
function isJudged(signature: FileSignature | null): boolean {
  return signature !== null && signature.kind === undefined && signature.signers.length > 0;
}

/** What a caller or visitor brought to the desk. */
export function broughtFiles(files: readonly SeenFile[]): readonly FileView[] {
  return files.filter(({ purpose }) => purpose === 'intake').map((file) => addedFile('cong-dan', file));
}

/** What the answer rests on. */
export function evidenceFiles(files: readonly SeenFile[]): readonly FileView[] {
  return files.filter(({ purpose }) => purpose === 'evidence').map((file) => addedFile('tai-lieu', file));
}

function addedFile(door: 'cong-dan' | 'tai-lieu', { id, name, size, mediaType }: SeenFile): FileView {
  return { ...fileHrefs(door, id, mediaType), name, size: fileSize(size), kind: fileKind(mediaType) };
}

function fileKind(contentType: string): FileView['kind'] {
  if (contentType.startsWith('image/')) return 'picture';
  return contentType.startsWith('audio/') ? 'recording' : 'document';
}

/**
 * The way to the letter: the one there is, or a new one where this person may begin it.
 *
 * @param list code of the list that is worked through
 */
export function draftStep(
  ticketId: string,
  may: Pick<TicketAbilities, 'acts'>,
  drafts: readonly Pick<DraftEntity, 'id' | 'state' | 'revision'>[],
  list: string | null = null,
): DraftStepView | null {
  const letter = drafts.find(({ state }) => state !== 'withdrawn');
  if (letter) {
    const label = letter.state === 'done' ? 'Xem công văn' : `Mở bản thảo ${String(letter.revision)}`;
    const href = list === null ? `/du-thao/${letter.id}` : `/du-thao/${letter.id}?danh-sach=${list}`;
    return { kind: 'open', href, label };
  }
  return may.acts.has('beginReply')
    ? { kind: 'start', action: `/phieu/${ticketId}/du-thao`, label: 'Dự thảo trả lời' }
    : null;
}
