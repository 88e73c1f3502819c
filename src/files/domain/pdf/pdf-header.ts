/** Whether it is a PDF from version 1.4 on, as scans and annexes are. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II. */
export function isPdfFrom14(content: Buffer): boolean {
  const [, major = '0', minor = '0'] = /^%PDF-(\d)\.(\d)/u.exec(content.subarray(0, 8).toString('latin1')) ?? [];
  return Number(major) * 10 + Number(minor) >= 14;
}

/** Whether somebody has signed it: what names the signed bytes stands outside them, never packed away (ISO 32000-1, 12.8.1). */
export function isSignedPdf(content: Buffer): boolean {
  return content.includes('/ByteRange');
}
