import { PAGE, preparedLetter } from '../test-authority/letter.js';
import { goodFiles } from './signed-file-case.js';
import {
  ANNOTATIONS,
  FIELDS,
  FORM_REST,
  sealed,
  signed,
  signedAgain,
  withDocumentTimestamp,
  withNewField,
} from './signing-authority.js';

const VISIBLE = '/V 70 0 R /AP << /N 72 0 R >>';

/** Signatures and timestamps that are added where the file leaves out what most files say. */
export const GOOD_ADDITIONS = goodFiles([
  [
    'a second signature seen on a page that does not say it is one',
    () => {
      const objects = withNewField(VISIBLE, '80 300 200 340');
      const untyped = (page: string): string => page.replace('/Type /Page ', '');
      return signedAgain(signed(preparedLetter({ 3: untyped(`${PAGE} ${ANNOTATIONS}] >>`) })), {
        ...objects,
        3: untyped(objects[3]!),
      });
    },
  ],
  [
    'a document timestamp in a field that is no annotation',
    () =>
      withDocumentTimestamp(sealed(), undefined, {
        objects: { 4: `<< ${FIELDS} 91 0 R] ${FORM_REST} >>`, 91: '<< /FT /Sig /T (Timestamp1) /V 90 0 R >>' },
      }),
  ],
]);
