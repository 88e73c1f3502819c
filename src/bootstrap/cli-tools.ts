import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { SofficePdfMaker } from '../../integrations/pdf-converter/soffice-pdf-maker.js';
import type { RenderTools } from '../cli/files/render.js';
import { readSettings } from '../config/settings.js';
import { TemplateLint } from '../drafting/lint/template-lint.js';
import { agencyTemplateNumber } from '../drafting/domain/template-version.js';
import { builtInFile, type TemplateFile } from '../drafting/rendering/template-file.js';
import { requireKind, TemplateRenderer } from '../drafting/rendering/template-renderer.js';
import { civilDateOf } from '../kernel/civil-date.js';
import type { MessageCodec } from '../exchange/ports/message-codec.port.js';
import { SystemClock } from '../platform/system-clock.js';
import { refusalSentence } from '../platform/http/wording.js';

/** Adapters for commands that need no database. */
export function messageCodec(): MessageCodec {
  return new EdxmlCodec();
}

export function renderTools(): RenderTools {
  const { pdf, dataDirectory } = readSettings();
  const { soffice, timeoutMs } = pdf;
  const pdfMaker = new SofficePdfMaker({ soffice, timeoutMs, workDirectory: `${dataDirectory}/chuyen-pdf` });
  return { renderer: new TemplateRenderer(), templateOf, pdfMaker, say: refusalSentence };
}

/** A version that ships needs no database. */
async function templateOf(kind: string, version: string | undefined): Promise<TemplateFile | undefined> {
  if (version !== undefined && agencyTemplateNumber(version) === null) return builtInFile(requireKind(kind), version);
  const { agencyTemplate } = await import('./agency-templates.js');
  const day = civilDateOf(new SystemClock().now());
  return agencyTemplate(readSettings(), kind, version === undefined ? { day } : { version });
}

export function templateLint(): TemplateLint {
  return new TemplateLint(new TemplateRenderer());
}
