import { Injectable } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import { annexWords } from '../domain/annexes.js';
import { fieldTexts, type Comparison, type PartTexts } from '../domain/comparison.js';
import { TextComparer } from '../comparison/text-comparer.js';
import type { DraftRevisionEntity } from '../persistence/draft-revision.entities.js';
import { WordLetters } from '../word/word-letters.js';
import { requireKind } from '../rendering/template-renderer.js';

/** Compares two revisions of a letter word by word. */
@Injectable()
export class CompareRevisions {
  constructor(
    private readonly comparer: TextComparer,
    private readonly letters: WordLetters,
    private readonly files: FileStore,
  ) {}

  /** @param template the kind of the letter, whose form gives the parts their names */
  async compare(template: string, before: DraftRevisionEntity, after: DraftRevisionEntity): Promise<Comparison> {
    const { labels } = requireKind(template);
    if (before.source === 'form' && after.source === 'form')
      return this.comparer.compare([...fieldTexts(labels, before.fields, after.fields), ...annexTexts(before, after)]);
    const [was, is] = await Promise.all([this.textOf(labels, before), this.textOf(labels, after)]);
    return this.comparer.compare([{ label: 'Văn bản', before: was, after: is }, ...annexTexts(before, after)]);
  }

  /** The document as it reads; of a revision that never became one, what its fields say. */
  private async textOf(
    labels: Readonly<Record<string, string>>,
    { reading, docxSha256, fields }: DraftRevisionEntity,
  ): Promise<readonly string[]> {
    if (reading) return reading.paragraphs;
    if (docxSha256 === null) return fieldTexts(labels, {}, fields).flatMap(({ after }) => after);
    return (await this.letters.read(await this.files.get(docxSha256))).paragraphs;
  }
}

/** Annexes in files of their own, a line each; nothing where neither revision has any. */
function annexTexts(before: DraftRevisionEntity, after: DraftRevisionEntity): readonly PartTexts[] {
  const [was, is] = [before, after].map(({ annexes }) => (annexes ?? []).map(annexWords));
  if (!was || !is || was.length + is.length === 0) return [];
  return [{ label: 'Phụ lục là tệp riêng', before: was, after: is }];
}
