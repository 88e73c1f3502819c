import { attacked, CONTAINERS } from '../../../../../test/support/signed-files/shared-containers.js';
import { sealed, signed } from '../../../../../test/support/signed-files/signing-authority.js';
import { FIELD, preparedLetter } from '../../../../../test/support/test-authority/letter.js';
import { PdfFile } from '../../../../files/domain/pdf/file-state.js';
import { pagesShownOtherwise } from './shown-pages.js';

/** What no page draws: names, scripts, attachments, structure, and values that readers draw themselves. */
const NOT_DRAWN =
  /an attachment|a script|the file names|XFA|value of a field|how fields are drawn|done on opening|target of a link|numbers of pages|names of the file|the attachments|threads|structure|something else of the form/u;

/** The empty field of those letters, and the fields that a seal fills. */
const CHANGED: ReadonlySet<number> = new Set([20, FIELD.so, FIELD.ngay, FIELD.thang]);
const ADDED: ReadonlySet<number> = new Set([89]);

function pagesOfLastSave(pdf: Buffer, changed: ReadonlySet<number>): readonly number[] {
  const file = new PdfFile(pdf);
  const last = file.revisions.length - 1;
  return pagesShownOtherwise(file.stateAfter(last - 1), file.stateAfter(last), { changed, added: ADDED });
}

describe('what pages show before and after a save', () => {
  const drawn = CONTAINERS.filter(({ name }) => !NOT_DRAWN.test(name) && !name.includes('that of the seal'));

  it.each(drawn.map((one) => [one.name, one] as const))('differs when %s', (_name, one) => {
    expect(pagesOfLastSave(attacked(one, preparedLetter), CHANGED)).not.toEqual([]);
  });

  it('stays when fields are filled and signed', () => {
    expect(pagesOfLastSave(sealed(signed()), new Set([...CHANGED, FIELD.seal]))).toEqual([]);
  });

  it('differs when a field shows something else that nobody filled', () => {
    expect(pagesOfLastSave(sealed(signed()), CHANGED)).toEqual([1]);
  });
});
