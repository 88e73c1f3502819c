import { filingFlaws, listFlaws } from '../../letter/list-flaws.js';
import { authorityFlaw } from '../../letter/authority.js';
import { unitSignerFlaw } from '../../letter/unit-signer.js';
import { signerFlaws } from '../../letter/signer-flaws.js';
import type { Ending, Signer } from '../parts/document-parts.js';
import { flawOf, flawsOfText, type CheckedPage, type Flaw } from './finding.js';
import { flawsOfItems, itemsOf } from './items.js';
import { lookFlaws } from './looks.js';
import { PART_LOOKS } from './part-looks.js';

const RECIPIENTS = 'Nơi nhận';

/** Ô 7 and 9b: who signs by what power, and who receives. */
export function endingFlaws({ parts, options }: CheckedPage): readonly Flaw[] {
  const { ending, type, head } = parts;
  const agency = head.agency.map(({ text }) => text.toLocaleUpperCase('vi'));
  const isMinutes = type?.abbreviation === 'BB';
  return [
    ...recipientFlaws(ending),
    ...signatureFlaws(ending.signers, { isMinutes, titlesAllowed: options.titlesAllowed }),
    ...(isMinutes ? [] : ending.signers.flatMap((signer) => unitFlaws(agency, signer))),
  ];
}

function recipientFlaws({ recipientsOpening: opening, recipients }: Ending): readonly Flaw[] {
  if (!opening) return [flawOf('recipients-missing', RECIPIENTS, 'Thiếu “Nơi nhận:” và danh sách nơi nhận.')];
  const items = itemsOf(recipients);
  const form =
    opening.text === 'Nơi nhận:'
      ? []
      : [{ rule: 'recipients-form', message: 'Phải viết “Nơi nhận:”.', mended: 'Nơi nhận:' } as const];
  const listed = listFlaws(items, { dash: 'recipients-dash', marks: 'recipients-marks' });
  return [
    ...flawsOfText(RECIPIENTS, opening, form),
    ...flawsOfItems(RECIPIENTS, items, [...listed, ...filingFlaws(items)]),
    ...(items.length === 0
      ? [
          flawOf(
            'filing-line',
            RECIPIENTS,
            'Dòng cuối của Nơi nhận phải là “Lưu: VT” và chữ viết tắt của đơn vị soạn.',
            opening,
          ),
        ]
      : []),
    ...lookFlaws('recipientsOpening', [opening]),
    ...lookFlaws('recipients', recipients),
  ];
}

function unitFlaws(agency: readonly string[], { authority }: Signer): readonly Flaw[] {
  const upper = authority.map(({ text }) => text.toLocaleUpperCase('vi'));
  const flaw = unitSignerFlaw(agency, upper);
  return flaw === null ? [] : [flawOf('signer-of-unit', PART_LOOKS.authority.name, flaw, authority[0] ?? null)];
}

interface SignatureOptions {
  readonly isMinutes: boolean;
  readonly titlesAllowed: boolean;
}

function signatureFlaws(signers: readonly Signer[], options: SignatureOptions): readonly Flaw[] {
  const { name: part } = PART_LOOKS.authority;
  if (signers.length === 0) return [flawOf('authority-missing', part, 'Thiếu quyền hạn, chức vụ và họ tên người ký.')];
  return signers.flatMap((signer) => signerPartFlaws(signer, options));
}

function signerPartFlaws({ authority, name }: Signer, { isMinutes, titlesAllowed }: SignatureOptions): readonly Flaw[] {
  const power = PART_LOOKS.authority.name;
  const own = PART_LOOKS.signer.name;
  const upper = authority.map(({ text }) => text.toLocaleUpperCase('vi'));
  const form = isMinutes || authority.length === 0 ? null : authorityFlaw(upper);
  const minutes = (flaw: Flaw): boolean => !isMinutes || flaw.rule !== 'authority-capitals';
  const flaws = [
    ...(authority.length === 0 ? [flawOf('authority-missing', power, 'Thiếu quyền hạn, chức vụ của người ký.')] : []),
    ...(form === null ? [] : [flawOf('authority-form', power, form, authority[0] ?? null)]),
    ...lookFlaws('authority', authority).filter(minutes),
  ];
  if (!name) return [...flaws, flawOf('signer-missing', own, 'Thiếu họ và tên người ký.', authority.at(-1) ?? null)];
  return [...flaws, ...flawsOfText(own, name, signerFlaws(name.text, titlesAllowed)), ...lookFlaws('signer', [name])];
}
