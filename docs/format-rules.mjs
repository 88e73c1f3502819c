// Writes docs/format-rules.md from the table of rules: npm run format-rules
import { writeFileSync } from 'node:fs';
import { ruleTables } from '../dist/src/drafting/domain/format/rules/rules-page.js';

const HEAD = `# Rules of the format

What \`hoi-am format check\` and the page “Kiểm tra thể thức” hold a Word file or a PDF against: Nghị định 30/2020/NĐ-CP as it stood on
13/05/2026. Written by \`npm run format-rules\` from \`src/drafting/domain/format/rules/rule-table.ts\`; a test holds it equal. The last
column says what is mended in a Word file without a person; what it leaves empty only a person can mend.
Why it is checked on a page model, what is mended, and what is not: [ADR 23](adr/0023-format-of-a-page.md).
`;

writeFileSync(new URL('./format-rules.md', import.meta.url), `${HEAD}\n${ruleTables()}\n`);
