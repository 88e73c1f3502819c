import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { templateFile, TEMPLATES, type Template } from '../../../templates/catalogue.js';
import type { TagValues } from '../../../templates/letter-fields.js';
import { DomainError } from '../../kernel/domain-error.js';
import { fieldRefusal, nearestTo } from './field-refusal.js';
import { RenderThreads } from './render-threads.js';
import { requireSafeTemplate, type SafeTemplate } from './safe-template.js';

export interface RenderedDocument {
  readonly docx: Buffer;
  /** The template's version, kept with the draft. */
  readonly version: string;
  /** Wall time, waiting for a thread included. */
  readonly ms: number;
}

export interface RenderLimits {
  readonly threads: number;
  readonly timeLimitMs: number;
}

const DEFAULT_LIMITS: RenderLimits = { threads: 2, timeLimitMs: 10_000 };

/** Makes documents from the templates of the catalogue, in threads of its own; equal fields give equal bytes. */
export class TemplateRenderer {
  private readonly threads: RenderThreads;
  private readonly loaded = new Map<string, Promise<SafeTemplate>>();

  constructor(limits: RenderLimits = DEFAULT_LIMITS) {
    this.threads = new RenderThreads(limits);
  }

  /**
   * @param fields as the form gave them; cleaned and checked here
   * @throws DomainError `template-unknown`, `template-field-unknown` with the nearest known name,
   *   `template-field-missing`, `input-invalid`, `template-broken`, `template-timeout`
   */
  async render(templateName: string, fields: unknown): Promise<RenderedDocument> {
    const started = performance.now();
    const template = requireTemplate(templateName);
    const tags = tagsOf(template, fields);
    const { docx } = await this.threads.run({ template: await this.load(template.name), tags });
    return { docx, version: template.version, ms: Math.round((performance.now() - started) * 10) / 10 };
  }

  /** Ends the threads; Nest calls it when the application stops. */
  async onModuleDestroy(): Promise<void> {
    await this.threads.close();
  }

  private load(name: string): Promise<SafeTemplate> {
    const already = this.loaded.get(name);
    if (already) return already;
    const loading = readFile(templateFile(name)).then(requireSafeTemplate);
    this.loaded.set(name, loading);
    loading.catch(() => this.loaded.delete(name));
    return loading;
  }
}

function requireTemplate(name: string): Template {
  const template = TEMPLATES.find((candidate) => candidate.name === name);
  if (template) return template;
  const names = TEMPLATES.map((candidate) => candidate.name);
  throw new DomainError('template-unknown', { template: name, nearest: nearestTo(name, names) });
}

function tagsOf(template: Template, fields: unknown): TagValues {
  const filled = template.fill(fields);
  if (filled.ok) return filled.tags;
  throw fieldRefusal(template, filled.issues);
}
