import type { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import { answeringCode } from '../../documents/domain/after-release.js';
import { printedCode } from '../../documents/domain/register.js';
import type { PairView } from './pair-link.js';
import { arrivalNumberWords, awaitsNumber, incomingWords } from '../../documents/domain/arrival/arrival-number.js';
import { atStart, fullDay } from '../kit/words/time.js';

/** The way to a line of the incoming register. */
export function incomingHref({ year, arrivalNumber }: Pick<IncomingDocumentEntity, 'year' | 'arrivalNumber'>): string {
  const number = String(arrivalNumber);
  // What waits for its number stands on the first page.
  if (awaitsNumber({ arrivalNumber })) return `/so-van-ban/den?nam=${String(year)}`;
  return `/so-van-ban/den?nam=${String(year)}&den-so=${number}#so-${number}`;
}

/** The way to a line of the outgoing register. */
export function outgoingHref({
  year,
  number,
  notation,
}: Pick<OutgoingDocumentEntity, 'year' | 'number' | 'notation'>): string {
  return `/so-van-ban/di?nam=${String(year)}&den-so=${String(number)}#so-${encodeURI(printedCode(number, notation))}`;
}

/** The incoming half of a pair. */
export function incomingPair(document: IncomingDocumentEntity | undefined): PairView | null {
  if (!document) return null;
  return {
    label: `Đến ${arrivalNumberWords(document.arrivalNumber)}`,
    href: incomingHref(document),
    title: `${atStart(incomingWords(document))}, ${fullDay(document.arrivalDate)}`,
  };
}

/** The outgoing half of a pair. */
export function outgoingPair(document: OutgoingDocumentEntity | undefined): PairView | null {
  if (!document) return null;
  const code = answeringCode(document);
  return {
    label: code,
    href: outgoingHref(document),
    title: `Văn bản đi số ${code}, ${fullDay(document.issuedDate)}`,
  };
}
