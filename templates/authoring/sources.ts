import { KINDS, type DocumentKind } from '../catalogue.js';
import { commendationDecisionBody, commendationProposalBody } from './commendation.js';
import { forwardingSlipBody, referralBody } from './handing-on.js';
import { implementingBody, officerChangeBody, reminderBody } from './orders.js';
import { lastLine } from './parts.js';
import { correctionBody, extensionBody, informationBody, notCompetentBody, replyBody } from './replies.js';
import { announcementBody, minutesBody, planBody, reportBody, submissionBody } from './reports.js';
import { routingSlipBody } from './routing-slip.js';

/** A template that is written here, in the shape from which its DOCX is packed. */
export interface Authored {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  /** What the made document says it is, in its properties; tags are filled there too. */
  readonly subject: string;
  /** Whether the agency's address stands under the first page (ô 13). */
  readonly hasAddress: boolean;
  readonly body: string;
}

const BODIES: Readonly<Record<string, () => string>> = {
  'cong-van-tra-loi': replyBody,
  'cong-van-khong-thuoc-tham-quyen': notCompetentBody,
  'cong-van-gia-han': extensionBody,
  'cong-van-de-nghi-bo-sung': informationBody,
  'cong-van-dinh-chinh': correctionBody,
  'cong-van-chuyen': referralBody,
  'phieu-chuyen': forwardingSlipBody,
  'cong-van-trien-khai': implementingBody,
  'cong-van-don-doc': reminderBody,
  'cong-van-thay-doi-dau-moi': officerChangeBody,
  'bao-cao': reportBody,
  'to-trinh': submissionBody,
  'thong-bao': announcementBody,
  'ke-hoach': planBody,
  'bien-ban': minutesBody,
  'phieu-giai-quyet-van-ban-den': routingSlipBody,
  'to-trinh-khen-thuong': commendationProposalBody,
  'quyet-dinh-khen-thuong': commendationDecisionBody,
};

/** The newest version of every kind; older ones stay as files. */
export const AUTHORED: readonly Authored[] = KINDS.map(authored);

function authored(kind: DocumentKind): Authored {
  const { name, title, type, isSigned, builtIn } = kind;
  const body = BODIES[name]?.();
  const version = builtIn.at(-1)?.version;
  if (body === undefined || version === undefined) throw new RangeError(`Nobody has written ${name}`);
  const isLetter = isSigned && type === null;
  const subject = isSigned ? (isLetter ? 'V/v {trich_yeu}' : `${title}: {trich_yeu}`) : `${title} số {so_den}`;
  return { name, version, title, subject, hasAddress: isLetter, body: body + lastLine() };
}
