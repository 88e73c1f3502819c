export { LETTER_NEWS, tellCase, type LetterNews } from './application/case-events.js';
export { abilitiesOf as draftAbilitiesOf } from './application/drafts.js';
export { ReviewDraft } from './application/review-draft.js';
export { WriteDraft, type NewDraft } from './application/write-draft.js';
export { DraftingModule } from './drafting.module.js';
export { TemplateLint } from './lint/template-lint.js';
export { DraftQueries } from './persistence/draft-queries.js';
export type { DraftApprovalEntity, DraftEntity } from './persistence/drafting.entities.js';
export { TemplateRenderer } from './rendering/template-renderer.js';
