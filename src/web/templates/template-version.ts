import { agencyTemplateNumber, type TemplateKey } from '../../drafting/domain/template-version.js';

/** `bản 2 của cơ quan`, or `bản có sẵn 1` for one that ships with the software. */
export function templateVersionWords(key: TemplateKey): string {
  const number = agencyTemplateNumber(key);
  return number === null ? `bản có sẵn ${key}` : `bản ${number} của cơ quan`;
}
