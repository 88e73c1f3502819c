import { filledEntry, PAGE, preparedLetter } from '../test-authority/letter.js';
import { type Objects, save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import {
  ANNOTATIONS,
  CATALOG,
  certified,
  countersigned,
  FIELDS,
  FORM_REST,
  testAuthority,
  OTHER_TEXT,
  sealed,
  signed,
  withNewField,
  withSecurityStore,
} from './signing-authority.js';

const OVER_THE_DATE = '80 590 300 620';
const note = (kind: string, more = ''): string =>
  `<< /Type /Annot /Subtype /${kind} /Rect [${OVER_THE_DATE}] /Contents (25/4/2026) /F 4 ${more} >>`;
const withNote = (kind: string, more?: string): Objects => ({
  3: `${PAGE} ${ANNOTATIONS} 92 0 R] >>`,
  92: note(kind, more),
  93: streamText('1 g 0 0 220 30 re f', '/Subtype /Form /BBox [0 0 220 30]'),
});
const locked = (action: string): Buffer =>
  signed(undefined, {
    entries: `/Reference [<< /TransformMethod /FieldMDP /TransformParams << ${action} >> >>]`,
  });
const docMdp = badFiles('doc-mdp', [
  ['certified without changes, then sealed', 'changedAfterSigning', 'certified-no-changes', () => sealed(certified(1))],
  [
    'certified without changes, then countersigned',
    'changedAfterSigning',
    'certified-no-changes',
    () => countersigned(certified(1)),
  ],
  [
    'certified without changes, then an empty field added',
    'changedAfterSigning',
    'certified-no-changes',
    () => save(certified(1), { 4: `<< ${FIELDS} 71 0 R] ${FORM_REST} >>`, 71: withNewField('', '0 0 0 0')[71]! }),
  ],
  ['a level that nobody knows, then sealed', 'changedAfterSigning', 'certified-no-changes', () => sealed(certified(7))],
  [
    'the level is an object, then sealed',
    'changedAfterSigning',
    'certified-no-changes',
    () =>
      sealed(
        signed(preparedLetter({ 20: '1' }), {
          entries: '/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /V /1.2 /P 20 0 R >> >>]',
        }),
      ),
  ],
  [
    'certified without changes by the lock of the field, then sealed',
    'changedAfterSigning',
    'certified-no-changes',
    () => {
      const lock = '/Lock << /Type /SigFieldLock /Action /Include /Fields [] /P 1 >>';
      const field = (more: string): string => withoutEnd(preparedLetter(), more);
      return sealed(signed(preparedLetter({ 10: field(lock) }), { objects: { 10: field(`${lock} /V 50 0 R`) } }));
    },
  ],
  [
    'certified for filling, text overwritten',
    'changedAfterSigning',
    'object-changed',
    () => save(certified(2), { 5: OTHER_TEXT }),
  ],
  [
    'certified for notes, text overwritten',
    'changedAfterSigning',
    'object-changed',
    () => save(certified(3), { 5: OTHER_TEXT }),
  ],
  [
    'certified for filling, filled unsigned',
    'changedAfterSigning',
    'fill-not-signed',
    () => save(certified(2), filledEntry()),
  ],
  [
    'certified by the agency after the leader, then signed again',
    'changedAfterSigning',
    'certified-no-changes',
    () =>
      countersigned(
        sealed(signed(), {
          entries:
            '/Reference [<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >> << /TransformMethod /FieldMDP /TransformParams << /Action /All >> >>]',
        }),
      ),
  ],
]);
function withoutEnd(prepared: Buffer, more: string): string {
  const field = /\n10 0 obj\n([\s\S]*?)>>\nendobj/u.exec(prepared.toString('latin1'))![1]!;
  return `${field} ${more} >>`;
}
const fieldMdp = badFiles('field-mdp', [
  [
    'all fields locked by the leader, then filled',
    'changedAfterSigning',
    'field-locked',
    () => sealed(locked('/Action /All')),
  ],
  [
    'all but the seal locked by the leader, then filled',
    'changedAfterSigning',
    'field-locked',
    () => sealed(locked('/Action /Exclude /Fields [(DauCoQuan)]')),
  ],
  [
    'the seal field locked by name, then signed',
    'changedAfterSigning',
    'field-locked',
    () => sealed(locked('/Action /Include /Fields [(DauCoQuan)]')),
  ],
  [
    'the number locked by the leader, then filled',
    'changedAfterSigning',
    'field-locked',
    () => sealed(locked('/Action /Include /Fields [(so)]')),
  ],
  [
    'the number locked under a name in UTF-16, then filled',
    'changedAfterSigning',
    'field-locked',
    () => sealed(locked('/Action /Include /Fields [<FEFF0073006F>]')),
  ],
  [
    'a lock that nobody knows, then filled',
    'changedAfterSigning',
    'field-locked',
    () => sealed(locked('/Action /Some /Fields [(x)]')),
  ],
  ['a lock without action, then filled', 'changedAfterSigning', 'field-locked', () => sealed(locked('/Fields [(x)]'))],
  [
    'all locked by the seal, then signed in a new field',
    'changedAfterSigning',
    'field-locked',
    () =>
      countersigned(
        sealed(signed(), {
          entries: '/Reference [<< /TransformMethod /FieldMDP /TransformParams << /Action /All >> >>]',
        }),
      ),
  ],
]);
const HIDDEN_PAGE = Buffer.from('5 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n');
const store = badFiles('security-store', [
  [
    'evidence with a stranger among it',
    'changedAfterSigning',
    'security-store-malformed',
    () => save(signed(), { 1: `${CATALOG} /DSS << /Certs [] /Other 5 0 R >> >>` }),
  ],
  [
    'evidence that is no stream',
    'changedAfterSigning',
    'security-store-malformed',
    () => save(signed(), { 1: `${CATALOG} /DSS << /Certs [80 0 R] >> >>`, 80: '<< >>' }),
  ],
  [
    'evidence about a signature of no name',
    'changedAfterSigning',
    'security-store-malformed',
    () => save(signed(), { 1: `${CATALOG} /DSS << /VRI << /Khac << /Cert [] >> >> >> >>` }),
  ],
  [
    'a store that is a list',
    'changedAfterSigning',
    'security-store-malformed',
    () => save(signed(), { 1: `${CATALOG} /DSS [5 0 R] >>` }),
  ],
  [
    'the store is taken out',
    'changedAfterSigning',
    'security-store-malformed',
    () => save(withSecurityStore(signed()), { 1: `${CATALOG} >>` }),
  ],
  [
    'evidence that hides an object of the page',
    'changedAfterSigning',
    'object-changed',
    () => {
      const pdf = signed();
      return save(pdf, {
        1: `${CATALOG} /DSS << /Certs [5 0 R] >> >>`,
        5: streamText(testAuthority.sub.der.toString('latin1')),
      });
    },
  ],
  [
    'evidence that is text, in which readers that mend files find a page',
    'changedAfterSigning',
    'security-store-malformed',
    () => withSecurityStore(signed(), [HIDDEN_PAGE]),
  ],
  [
    'a list of objects that readers must mend, behind evidence',
    'changedAfterSigning',
    'increment-malformed',
    () => {
      const pdf = withSecurityStore(signed());
      const rows = pdf.lastIndexOf('\nxref\n');
      const short = pdf.toString('latin1', rows).replaceAll(' n \n', ' n\n');
      return Buffer.concat([pdf.subarray(0, rows), Buffer.from(short, 'latin1')]);
    },
  ],
  [
    'an end that readers must look for, behind evidence',
    'invalid',
    'file-malformed',
    () => withSecurityStore(signed(), undefined, { end: `%${' '.repeat(2000)}\n%%EOF\n` }),
  ],
  [
    'an empty store closes a note',
    'changedAfterSigning',
    'annotation-added',
    () => withSecurityStore(save(signed(), withNote('FreeText')), []),
  ],
]);
/** Changes beyond what certification and locks permit, and evidence that is none. */
export const MODIFICATION_DETECTION = [...docMdp, ...fieldMdp, ...store];
