import type { ConversionEntity } from '../../copies/index.js';
import type { ConversionKind } from '../../copies/domain/conversion.js';
import type { answeringCode } from '../../documents/domain/after-release.js';
import { printedLookUpCode } from '../../documents/domain/look-up-code.js';
import { printedCode, type Amendment, type OutgoingState } from '../../documents/domain/register.js';
import { mayCertifyCopies } from '../../copies/domain/policy.js';
import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { PrintedCopiesView } from './printed-copies-page.js';
import { moment } from '../kit/words/time.js';
import { documentCopyForm } from '../documents/copies-view.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** A released document that corrects or replaces another. */
export type AmendingLetter = Parameters<typeof answeringCode>[0] & {
  readonly amendment: Amendment | null;
  readonly sealedSha256: string | null;
};

/** A document of the registers, incoming or outgoing, as a copy names it. */
export type ConvertedDocument = {
  readonly typeName: string;
  readonly issuedDate: CivilDate;
  readonly issuer: string;
  readonly subject: string;
} & (
  | { readonly code: string; readonly state: null }
  | {
      readonly code: null;
      readonly number: number;
      readonly notation: string;
      readonly state: OutgoingState;
      readonly recalledAt: Date | null;
      /** The released documents that correct or replace it. */
      readonly amendedBy: readonly AmendingLetter[];
    }
);

export type OwnDocument = Exclude<ConvertedDocument, { readonly state: null }>;

export interface PrintedCopiesReading {
  readonly kind: ConversionKind;
  readonly id: string;
  readonly document: ConvertedDocument;
  readonly made: readonly ConversionEntity[];
}

/** The words of an address for the two kinds. */
export const KIND_PATHS: Readonly<Record<ConversionKind, string>> = { outgoing: 'van-ban-di', incoming: 'tep-den' };

export function printedCopiesHref(kind: ConversionKind, id: string): string {
  return `/ban-in/${KIND_PATHS[kind]}/${id}`;
}

export function printedCopiesView(
  { kind, id, document, made }: PrintedCopiesReading,
  actor: Actor,
  refused: RefusedAct | null,
): PrintedCopiesView {
  const mayMake = document.state === null || document.state === 'released';
  const mayCertify = mayMake && mayCertifyCopies(actor);
  return {
    action: printedCopiesHref(kind, id),
    heading: `Bản in chuyển đổi: ${nameOf(document)}`,
    subject: document.subject,
    mayMake,
    certified: mayCertify ? documentCopyForm(kind, `${KIND_PATHS[kind]}/tu/${id}`, refused) : null,
    copies: made.map(({ code, madeAt, madeByName, unitName }) => ({
      code: printedLookUpCode(code),
      fileHref: `/tep/ban-in/${code}.pdf`,
      lookUpHref: `/tra-cuu/${code}`,
      made: moment(madeAt),
      by: unitName === null ? madeByName : `${madeByName}, ${unitName}`,
    })),
  };
}

function nameOf(document: ConvertedDocument): string {
  return `${document.typeName} ${codeOf(document)}`;
}

/** As it stands on the document. */
export function codeOf(document: ConvertedDocument): string {
  return document.state === null ? document.code : printedCode(document.number, document.notation);
}
