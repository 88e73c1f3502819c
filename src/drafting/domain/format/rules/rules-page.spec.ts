import { readFileSync } from 'node:fs';
import { FORMAT_RULES, RULE_NAMES } from './rule-table.js';
import { ruleTables } from './rules-page.js';

const PAGE = readFileSync(new URL('../../../../../docs/format-rules.md', import.meta.url), 'utf8');

describe('docs/format-rules.md (npm run format-rules)', () => {
  it('shows the rules as they are', () => {
    expect(PAGE).toContain(ruleTables());
  });

  it('has every rule once, each with its demand and its source', () => {
    const told = [...PAGE.matchAll(/^\| `([\w-]+)`/gmu)].map(([, name]) => name);
    expect(told.toSorted()).toEqual(RULE_NAMES.toSorted());
    const bare = RULE_NAMES.filter((name) => FORMAT_RULES[name].kept === '' || FORMAT_RULES[name].source === '');
    expect(bare).toEqual([]);
  });
});
