import { sha256Of } from '../../../../src/kernel/sha256.js';
import { canonicalJson } from '../../../../src/kernel/canonical-json.js';
import type { FileContent } from '../../soap/contract-parts.js';
import { SoapRefusal } from '../../soap/door/soap-refusal.js';
import { invalid, MAX_FILE_BYTES, requireHash } from './refusals.js';

/** @throws SoapRefusal EO-SIZE, EO-HASH or EO-VALIDATION */
export async function requireWholeFile(file: FileContent): Promise<void> {
  if (file.content.size > MAX_FILE_BYTES) {
    throw new SoapRefusal('EO-SIZE', 'Tệp đính kèm lớn hơn mức cho phép.', { fields: ['file/content'] });
  }
  await requireHash(file.content, file.sha256, 'file/sha256');
  if (file.content.size !== file.size) throw invalid('Kích thước khai báo khác kích thước tệp.', 'file/size');
}

/** What decides whether a second request under one id is the same: everything in it, files by their sha256. */
export function contentHashOf(request: object, files: readonly FileContent[] = []): string {
  const file = files.map(({ fileId, fileName, contentType, role, sha256 }) => ({
    fileId,
    fileName,
    contentType,
    role,
    sha256,
  }));
  return sha256Of(canonicalJson({ ...request, file }));
}
