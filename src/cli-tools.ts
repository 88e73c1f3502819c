import { EdxmlCodec } from '../integrations/e-office/edxml/edxml-codec.js';
import { SofficePdfMaker } from '../integrations/pdf-converter/soffice-pdf-maker.js';
import type { RenderTools } from './cli/render.js';
import { readSettings } from './config/settings.js';
import { TemplateLint } from './drafting/lint/template-lint.js';
import { TemplateRenderer } from './drafting/rendering/template-renderer.js';
import type { MessageCodec } from './exchange/ports/message-codec.port.js';
import { refusalSentence } from './platform/http/wording.js';

/** Adapters for commands that need no database. */
export function messageCodec(): MessageCodec {
  return new EdxmlCodec();
}

export function renderTools(): RenderTools {
  const { pdf, dataDirectory } = readSettings();
  const { soffice, timeoutMs } = pdf;
  const pdfMaker = new SofficePdfMaker({ soffice, timeoutMs, workDirectory: `${dataDirectory}/chuyen-pdf` });
  return { renderer: new TemplateRenderer(), pdfMaker, say: refusalSentence };
}

export function templateLint(): TemplateLint {
  return new TemplateLint(new TemplateRenderer());
}
