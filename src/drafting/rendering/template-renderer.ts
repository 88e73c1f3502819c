import { performance } from 'node:perf_hooks';
import { KINDS, kindNamed, sampleOf, type DocumentKind } from '../../../templates/catalogue.js';
import type { TagValues } from '../../../templates/document-fields.js';
import { DomainError } from '../../kernel/domain-error.js';
import { nearestTo } from '../domain/nearest.js';
import { fieldRefusal } from './field-refusal.js';
import { RenderThreads, type RenderLimits } from './render-threads.js';
import { inspectFile } from '../../files/domain/inspection/inspect-file.js';
import { requireSafeTemplate, type Inspect, type SafeTemplate } from './safe-template.js';
import { builtInFile, type TemplateFile } from './template-file.js';

export interface RenderedDocument {
  readonly docx: Buffer;
  /** The template's version, kept with the draft. */
  readonly version: string;
  /** Whether it has places for number, date, signature and seal. */
  readonly isSigned: boolean;
  /** Wall time, waiting for a thread included. */
  readonly ms: number;
}

const DEFAULT_LIMITS: RenderLimits = { threads: 2, timeLimitMs: 10_000 };
/** Checked templates that stay at hand: all that ship and as many of an agency's own, some 20 KB each. */
const MAX_LOADED = 64;

/** Makes documents from the templates of the catalogue, in threads of its own; equal fields give equal bytes. */
export class TemplateRenderer {
  private readonly threads: RenderThreads;
  private readonly loaded = new Map<string, Promise<SafeTemplate>>();

  /** @param inspect see `requireSafeTemplate` */
  constructor(
    limits: RenderLimits = DEFAULT_LIMITS,
    private readonly inspect: Inspect = inspectFile,
  ) {
    this.threads = new RenderThreads(limits);
  }

  /**
   * @param fields as the form gave them; cleaned and checked here
   * @param file the version of the template; the newest that ships with the software where it is left out
   * @throws DomainError `template-unknown`, `template-field-unknown` with the nearest known name,
   *   `template-field-missing`, `input-invalid`, `template-broken`, `template-timeout`
   */
  async render(templateName: string, fields: unknown, file?: TemplateFile): Promise<RenderedDocument> {
    const started = performance.now();
    const kind = requireKind(templateName);
    const tags = tagsOf(kind, fields);
    const { version, ...source } = file ?? builtInFile(kind);
    const docx = await this.threads.run({ template: await this.load(source), tags });
    return { docx, version, isSigned: kind.isSigned, ms: Math.round((performance.now() - started) * 10) / 10 };
  }

  /**
   * Makes a kind's sample from a DOCX that is not one of its templates yet.
   *
   * @throws DomainError `template-broken`, `template-field-missing`, `template-timeout`
   */
  async tryOut(kind: DocumentKind, docx: Buffer): Promise<Buffer> {
    const tags = tagsOf(kind, sampleOf(kind.name));
    return this.threads.run({ template: await requireSafeTemplate(docx, this.inspect), tags });
  }

  /** Ends the threads; Nest calls it when the application stops. */
  async onModuleDestroy(): Promise<void> {
    await this.threads.close();
  }

  private load({ id, read }: Pick<TemplateFile, 'id' | 'read'>): Promise<SafeTemplate> {
    const loading = this.loaded.get(id) ?? this.readIn(id, read);
    // Last in the order of the map: the one that was asked for longest ago stands first.
    this.loaded.delete(id);
    this.loaded.set(id, loading);
    const [oldest] = this.loaded.keys();
    if (this.loaded.size > MAX_LOADED && oldest !== undefined) this.loaded.delete(oldest);
    return loading;
  }

  private readIn(id: string, read: TemplateFile['read']): Promise<SafeTemplate> {
    const loading = read().then((docx) => requireSafeTemplate(docx, this.inspect));
    loading.catch(() => this.loaded.delete(id));
    return loading;
  }
}

/** @throws DomainError `template-unknown` with the nearest known name */
export function requireKind(name: string): DocumentKind {
  const kind = kindNamed(name);
  if (kind) return kind;
  const names = KINDS.map((candidate) => candidate.name);
  throw new DomainError('template-unknown', { template: name, nearest: nearestTo(name, names) });
}

function tagsOf(kind: DocumentKind, fields: unknown): TagValues {
  const filled = kind.fill(fields);
  if (filled.ok) return filled.tags;
  throw fieldRefusal(kind, filled.issues);
}
