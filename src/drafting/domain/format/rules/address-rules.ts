import { isOwnHead } from '../../letter/unit-signer.js';
import { lastAddresseeFlaw, listFlaws } from '../../letter/list-flaws.js';
import type { DocumentParts } from '../parts/document-parts.js';
import { flawOf, flawsOfText, type CheckedPage, type Flaw } from './finding.js';
import { flawsOfItems, itemsOf } from './items.js';
import { lookFlaws } from './looks.js';

const PART = 'Kính gửi';
/** Types that always go to somebody. */
const ADDRESSED: ReadonlySet<string> = new Set(['TTr', 'GM']);

/** Ô 9a: one addressee on the line of `Kính gửi:`, several on lines of their own. */
export function addressFlaws({ parts }: CheckedPage): readonly Flaw[] {
  const { address, type } = parts;
  if (!address.opening) {
    const isNeeded = type === null || ADDRESSED.has(type.abbreviation);
    return isNeeded ? [flawOf('address-missing', PART, 'Thiếu “Kính gửi:” và nơi gửi.')] : [];
  }
  return [
    ...flawsOfText(PART, address.opening, openingFlaws(address.opening.text)),
    ...formFlaws(parts),
    ...ownHeadFlaws(parts),
    ...lookFlaws('address', [address.opening, ...address.list]),
  ];
}

const OPENING = /^kính\s+g[ửở]i\s*[:.]?\s*/iu;

function openingFlaws(text: string) {
  const behind = text.replace(OPENING, '');
  const right = behind === '' ? 'Kính gửi:' : `Kính gửi: ${behind}`;
  const isRight = /^Kính gửi:(?:$|\s)/u.test(text);
  return isRight
    ? []
    : [{ rule: 'address-form', message: 'Phải viết “Kính gửi:”, có dấu hai chấm.', mended: right } as const];
}

function ownHeadFlaws({ address: { opening, list }, head }: DocumentParts): readonly Flaw[] {
  const agency = head.agency.map(({ text }) => text);
  const inline = opening?.text.replace(OPENING, '') ?? '';
  const lines = [
    ...(opening !== null && inline !== '' ? [{ line: opening, text: inline }] : []),
    ...list.map((line) => ({ line, text: line.text })),
  ];
  return lines
    .filter(({ text }) => isOwnHead(text, agency))
    .map(({ line }) =>
      flawOf(
        'address-own-head',
        PART,
        'Cơ quan không kính gửi người đứng đầu của chính mình: tờ trình của đơn vị ghi tên cơ quan ở dòng trên, tên đơn vị ở dòng dưới.',
        line,
      ),
    );
}

function formFlaws({ address: { opening, list } }: DocumentParts): readonly Flaw[] {
  const inline = opening?.text.replace(OPENING, '') ?? '';
  const items = itemsOf(list);
  if (inline === '' && items.length === 0)
    return [flawOf('address-missing', PART, 'Sau “Kính gửi:” thiếu nơi gửi.', opening)];
  if (inline !== '' && items.length > 0) {
    return [
      flawOf(
        'address-several',
        PART,
        'Gửi nhiều nơi: mỗi nơi xuống một dòng dưới “Kính gửi:”, có gạch đầu dòng.',
        opening,
      ),
    ];
  }
  if (inline !== '') return inlineFlaws(inline).map((message) => flawOf('address-several', PART, message, opening));
  if (items.length === 1) {
    return [
      flawOf('address-one', PART, 'Chỉ gửi một nơi: viết tên nơi gửi cùng dòng với “Kính gửi:”.', list[0] ?? null),
    ];
  }
  const flaws = [...listFlaws(items, { dash: 'address-several', marks: 'address-marks' }), ...lastAddresseeFlaw(items)];
  return flawsOfItems(PART, items, flaws);
}

function inlineFlaws(inline: string): readonly string[] {
  if (/^[-–—]/u.test(inline))
    return ['Gửi một nơi thì không dùng gạch đầu dòng; gửi nhiều nơi thì mỗi nơi xuống một dòng.'];
  return /;\s*\S/u.test(inline) ? ['Gửi nhiều nơi: mỗi nơi xuống một dòng dưới “Kính gửi:”, có gạch đầu dòng.'] : [];
}
