import { Injectable } from '@nestjs/common';
import { fieldTexts, type Comparison } from '../domain/comparison.js';
import { TextComparer } from '../comparison/text-comparer.js';
import type { DraftRevisionEntity } from '../persistence/draft-revision.entities.js';
import { requireKind } from '../rendering/template-renderer.js';

/** Says word by word what one revision of a letter says otherwise than another. */
@Injectable()
export class CompareRevisions {
  constructor(private readonly comparer: TextComparer) {}

  /** @param template the kind of the letter, whose form gives the parts their names */
  execute(template: string, before: DraftRevisionEntity, after: DraftRevisionEntity): Promise<Comparison> {
    const { labels } = requireKind(template);
    return this.comparer.compare(fieldTexts(labels, before.fields, after.fields));
  }
}
