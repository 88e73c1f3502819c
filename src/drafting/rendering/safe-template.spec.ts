import { readFileSync } from 'node:fs';
import { docxOf, docxRelatedTo } from '../../../test/support/office-writer.js';
import { inspectionOf, UNKNOWN_TYPE } from '../../files/domain/inspection/inspection.js';
import { reasonOf } from '../../files/domain/inspection/reasons.js';
import { templateFile, KINDS } from '../../../templates/catalogue.js';
import { requireSafeTemplate } from './safe-template.js';

describe('what a template may not bring', () => {
  it.each(KINDS.map(({ name }) => name))('nothing of it is in our own: %s', async (name) => {
    const docx = readFileSync(templateFile(name));
    await expect(requireSafeTemplate(docx)).resolves.toEqual({ docx });
  });

  it('an inspection that ran out of time says nothing of it', async () => {
    const reasons = [reasonOf('inspection-timeout')];
    const inspect = () => Promise.resolve(inspectionOf(UNKNOWN_TYPE, reasons));
    await expect(requireSafeTemplate(Buffer.from('x'), inspect)).rejects.toMatchObject({ code: 'template-timeout' });
  });

  it.each<[string, string, Buffer]>([
    ['text in a DOCX name', 'type-differs-from-name', Buffer.from('chỉ là chữ')],
    ['nothing', 'file-empty', Buffer.alloc(0)],
    ['macros', 'office-macro', docxOf({ 'word/vbaProject.bin': 'x' })],
    ['a template fetched from elsewhere', 'office-external', docxRelatedTo('attachedTemplate', 'https://a.vn/t.dotm')],
  ])('%s: %s', async (_case, problem, docx) => {
    await expect(requireSafeTemplate(docx)).rejects.toMatchObject({
      code: 'template-broken',
      details: { problems: [{ problem }] },
    });
  });
});
